'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { readMoney } from '#components/ui/formatted-field.tsx';
import { SelectField, TextArea, TextField } from '#components/ui/text-field.tsx';
import type { Committee } from '#lib/domain/municipality.ts';
import { SHARING_KINDS, type SharingKind } from '#lib/domain/sharing.ts';
import { formatOre } from '#lib/format/amount.ts';
import { formatPercent, parsePercent } from '#lib/format/percent.ts';
import type { KeyDetail } from '#lib/services/get-sharing.ts';
import { useAct } from '../../../_components/use-act.ts';
import { removeSharingKeyAction, saveSharingKeyAction } from '../actions.ts';
import styles from './sharing.module.css';

interface KeyFormProps {
  period: string;
  committees: readonly Committee[];
  /** null: a new one. */
  sharingKey: KeyDetail | null;
  onDone: () => void;
}

/** The weight that a text says; undefined where it says none. */
function readWeight(kind: SharingKind, text: string): bigint | undefined {
  if (text.trim() === '') return 0n;
  return (kind === 'percent' ? parsePercent(text) : readMoney(text)) ?? undefined;
}

/** A key: its name, each committee's part, and the accounts that it shares. */
export function KeyForm({ period, committees, sharingKey, onDone }: KeyFormProps) {
  const t = useTranslations('sharing');
  const id = useId();
  const act = useAct({ name: `${id}-name`, parts: `${id}-0`, accounts: `${id}-accounts` });
  const [name, setName] = useState(sharingKey?.name ?? '');
  const [kind, setKind] = useState<SharingKind>(sharingKey?.kind ?? 'percent');
  const [accounts, setAccounts] = useState((sharingKey?.accounts ?? []).map(({ number }) => number).join('\n'));
  const [weights, setWeights] = useState<Readonly<Record<string, string>>>(() => {
    const format = sharingKey?.kind === 'amounts' ? formatOre : formatPercent;
    return Object.fromEntries((sharingKey?.parts ?? []).map(({ committee, weight }) => [committee, format(weight)]));
  });
  const read = committees.map(({ code }) => ({ committee: code, weight: readWeight(kind, weights[code] ?? '') }));
  const total = read.reduce((sum, { weight }) => sum + (weight ?? 0n), 0n);
  const faulty = new Set(read.filter(({ weight }) => weight === undefined).map(({ committee }) => committee));
  const [isTold, setTold] = useState(false);
  // What others store meanwhile is neither typed over nor takes away what is typed here.
  const [version] = useState(sharingKey?.version ?? 0);

  function save(event: FormEvent) {
    event.preventDefault();
    setTold(true);
    if (faulty.size > 0) return;
    const input = {
      periodId: period,
      id: sharingKey?.id ?? null,
      version,
      name,
      kind,
      parts: read.map(({ committee, weight }) => ({ committee, weight: weight ?? 0n })),
      accounts: accounts.split(/[\s,;]+/).filter(Boolean),
    };
    act.act(() => saveSharingKeyAction(input), onDone);
  }

  function remove() {
    if (!sharingKey) return;
    act.act(() => removeSharingKeyAction({ periodId: period, id: sharingKey.id, version }), onDone);
  }

  return (
    <form noValidate onSubmit={save} aria-busy={act.isBusy} className={styles.form}>
      <ErrorSummary errors={act.errors} />
      <TextField label={t('name')} help={t('nameHelp')} required {...act.fieldOf('name', name, setName)} />
      <SelectField
        id={`${id}-kind`}
        label={t('kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value as SharingKind)}
      >
        {SHARING_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`kinds.${one}`)}
          </option>
        ))}
      </SelectField>
      <fieldset className={styles.parts}>
        <legend>{t('parts')}</legend>
        <p className={styles.help}>{t(kind === 'percent' ? 'partsHelpPercent' : 'partsHelpAmounts')}</p>
        {committees.map(({ code, name: committee }, index) => (
          <TextField
            key={code}
            id={`${id}-${index}`}
            label={`${code} ${committee}`}
            inputMode="decimal"
            autoComplete="off"
            value={weights[code] ?? ''}
            error={isTold && faulty.has(code) ? t('notANumber') : index === 0 ? act.errorOf('parts') : undefined}
            onChange={(event) => setWeights({ ...weights, [code]: event.target.value })}
          />
        ))}
        <p aria-live="polite">
          {t('total', { total: kind === 'percent' ? `${formatPercent(total)} %` : `${formatOre(total)} kr.` })}
        </p>
      </fieldset>
      <TextArea
        label={t('accounts')}
        help={t('accountsHelp')}
        rows={6}
        {...act.fieldOf('accounts', accounts, setAccounts)}
      />
      <div className={styles.buttons}>
        <Button type="submit" kind="primary">
          {t('save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
        {sharingKey && (
          <Button kind="quiet" onClick={remove}>
            {t('remove')}
          </Button>
        )}
      </div>
      {sharingKey && <p className={styles.help}>{t('removeText')}</p>}
    </form>
  );
}
