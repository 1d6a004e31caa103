'use client';

import { useTranslations } from 'next-intl';
import { DateField, readDate } from '#components/ui/formatted-field.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { ROLES, type Role, type Unit } from '#lib/domain/permissions.ts';
import { parseUnit } from '#lib/domain/person.ts';
import type { PeoplePage } from '#lib/services/list-people.ts';
import type { RoleInput } from '../actions.ts';

/** A role as it is being chosen: texts as typed. */
export interface RoleDraft {
  role: Role | '';
  /** `all`, `committee:BIU`, `administration:KS` */
  unit: string;
  from: string;
  to: string;
}

export const NO_ROLE: RoleDraft = { role: '', unit: 'all', from: '', to: '' };

/** The role that a draft states; null where none has been chosen. */
export function readRole({ role, unit, from, to }: RoleDraft): RoleInput | null {
  if (role === '') return null;
  const limited: Unit | null = parseUnit(unit) ?? null;
  // What is no date goes on as it was typed, for the use case to point out.
  const read = (text: string) => readDate(text) ?? (text.trim() === '' ? null : text);
  return { role, unit: limited, from: read(from), to: read(to) };
}

interface RoleFieldsProps {
  ids: Readonly<Record<string, string>>;
  draft: RoleDraft;
  units: PeoplePage['units'];
  errorOf: (path: string) => string | undefined;
  onChange: (draft: RoleDraft) => void;
}

/** Which role, where, from and to when. */
export function RoleFields({ ids, draft, units, errorOf, onChange }: RoleFieldsProps) {
  const t = useTranslations('people');
  const set = (field: keyof RoleDraft) => (value: string) => onChange({ ...draft, [field]: value });
  return (
    <>
      <SelectField
        id={ids.role}
        label={t('give.role')}
        error={errorOf('role')}
        value={draft.role}
        onChange={(event) => set('role')(event.target.value)}
      >
        <option value="">{t('give.choose')}</option>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        id={ids.unit}
        label={t('give.unit')}
        error={errorOf('unit')}
        value={draft.unit}
        onChange={(event) => set('unit')(event.target.value)}
      >
        <option value="all">{t('give.everything')}</option>
        {units.map(({ kind, code, name }) => (
          <option key={`${kind}:${code}`} value={`${kind}:${code}`}>
            {`${code} · ${name}`}
          </option>
        ))}
      </SelectField>
      <DateField
        id={ids.from}
        label={t('give.from')}
        error={errorOf('from')}
        value={draft.from}
        onChange={set('from')}
      />
      <DateField id={ids.to} label={t('give.to')} error={errorOf('to')} value={draft.to} onChange={set('to')} />
    </>
  );
}
