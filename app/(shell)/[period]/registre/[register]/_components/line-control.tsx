'use client';

import { useTranslations } from 'next-intl';
import { MoneyField } from '#components/ui/formatted-field.tsx';
import { SelectField, TextArea, TextField } from '#components/ui/text-field.tsx';
import { CATEGORIES } from '#lib/domain/category.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import { WRITE_OFF_CHOICES } from '#lib/services/register-list.ts';
import type { LineField } from './line-fields.ts';

interface LineControlProps {
  id: string;
  field: LineField;
  committees: readonly Committee[];
  /** What there is to say of the value itself, such as a function's name. */
  note: string | null;
  /** What the import stated, where it has been changed since. */
  importedAs: string | null;
  error: string | undefined;
  value: string;
  onChange: (text: string) => void;
}

const HELPS = {
  imFunction: 'imFunctionHelp',
  deadline: 'deadlineHelp',
  accountName: 'accountNameHelp',
  moved: 'movedHelp',
  explanation: 'explanationHelp',
  documentation: 'documentationHelp',
} as const;

const hasHelp = (kind: LineField['kind']): kind is keyof typeof HELPS => kind in HELPS;

/** The control of a field, by its kind. */
export function LineControl({ id, field, committees, note, importedAs, error, value, onChange }: LineControlProps) {
  const t = useTranslations();
  const { name, kind, required } = field;
  const help = note ?? (hasHelp(kind) ? t(`registers.${HELPS[kind]}`) : null);
  const before = importedAs === null ? null : t('registers.importedAs', { value: importedAs || t('registers.blank') });
  const shared = {
    id,
    label: t(`registers.fields.${name}`),
    help: help || before ? [help, before].filter(Boolean).join(' ') : undefined,
    error,
    required,
    value,
  };
  const native = { ...shared, onChange: (event: { target: { value: string } }) => onChange(event.target.value) };
  switch (kind) {
    case 'money':
      return <MoneyField {...shared} onChange={onChange} />;
    case 'longText':
    case 'explanation':
      return <TextArea {...native} />;
    case 'committee':
      return (
        <SelectField {...native}>
          <option value="">{t('registers.choose')}</option>
          {committees.map(({ code, name: committeeName }) => (
            <option key={code} value={code}>
              {`${code} ${committeeName}`}
            </option>
          ))}
        </SelectField>
      );
    case 'writeOffKind':
      return (
        <SelectField {...native}>
          <option value="">{t('registers.choose')}</option>
          {WRITE_OFF_CHOICES.map((choice) => (
            <option key={choice.kind} value={choice.kind}>
              {t(`registers.writeOffs.${choice.value}`)}
            </option>
          ))}
        </SelectField>
      );
    case 'category':
      return (
        <SelectField {...native}>
          <option value="">{t('registers.choose')}</option>
          {CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {`${category} · ${t(`ui.category.${category}`)}`}
            </option>
          ))}
        </SelectField>
      );
    default:
      return <TextField {...native} inputMode={kind === 'count' ? 'numeric' : undefined} autoComplete="off" />;
  }
}
