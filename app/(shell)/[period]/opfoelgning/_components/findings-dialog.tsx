'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SummaryError } from '#components/ui/error-summary.tsx';
import { DateField, readDate } from '#components/ui/formatted-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { EditableFindingColumn } from '#lib/schemas/bulk.ts';
import type { FindingRow } from '#lib/services/account-rows.ts';
import styles from '../../_components/bulk/bulk.module.css';
import { BulkDialog, Tick } from '../../_components/bulk/bulk-dialog.tsx';
import type { BulkOrder } from '../../_components/bulk/send-bulk.ts';
import { DeadlineAdvice } from '../../_components/deadline/deadline-advice.tsx';

interface FindingsDialogProps {
  periodId: string;
  rows: readonly FindingRow[];
  onClose: () => void;
  onRun: (order: BulkOrder) => void;
}

/** Takes responsible, theme and deadline for many findings. A field that is left blank changes nothing. */
export function FindingsDialog({ periodId, rows, onClose, onRun }: FindingsDialogProps) {
  const t = useTranslations('bulk.findings');
  const [responsible, setResponsible] = useState('');
  const [theme, setTheme] = useState('');
  const [deadline, setDeadline] = useState('');
  const [reason, setReason] = useState(t('reasonDefault'));
  const [allOrNothing, setAllOrNothing] = useState(false);
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);
  const texts: [EditableFindingColumn, string][] = [
    ['ansvarlig', responsible.trim()],
    ['tema', theme.trim()],
    ['deadline', deadline.trim()],
  ];
  const given = texts.filter(([, text]) => text !== '');
  const wrong = [
    ...(given.length === 0 ? [{ fieldId: 'bulk-responsible', text: t('nothing') }] : []),
    ...(readDate(deadline) === undefined ? [{ fieldId: 'bulk-deadline', text: t('badDate') }] : []),
    ...(reason.trim() === '' ? [{ fieldId: 'bulk-reason', text: t('noReason') }] : []),
  ];

  function run() {
    setErrors(wrong);
    if (wrong.length > 0) return;
    const changes = rows.flatMap(({ account, committee, version }) =>
      given.map(([column, text]) => ({ account, committee, version, column, text })),
    );
    onRun({ act: 'findings', input: { periodId, reason, allOrNothing, changes } });
  }

  return (
    <BulkDialog
      title={t('title', { count: rows.length, number: formatCount(rows.length) })}
      doIt={t('do')}
      errors={errors}
      onClose={onClose}
      onSubmit={run}
    >
      <p>{t('blank')}</p>
      <div className={styles.fields}>
        <TextField
          id="bulk-responsible"
          label={t('responsible')}
          maxLength={200}
          value={responsible}
          onChange={(event) => setResponsible(event.target.value)}
        />
        <TextField
          label={t('theme')}
          maxLength={200}
          value={theme}
          onChange={(event) => setTheme(event.target.value)}
        />
        <DateField id="bulk-deadline" label={t('deadline')} value={deadline} onChange={setDeadline} />
      </div>
      <DeadlineAdvice fieldId="bulk-deadline" value={deadline} onChange={setDeadline} />
      <TextField
        id="bulk-reason"
        label={t('reason')}
        help={t('reasonHelp')}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.choices}>
        <Tick label={t('allOrNothing')} checked={allOrNothing} onChange={setAllOrNothing} />
      </div>
    </BulkDialog>
  );
}
