'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { PlanPreview } from '#lib/services/preview-plan-workbook.ts';
import type { Place } from '../../_components/addresses.ts';
import { ConflictTable } from './conflict-table.tsx';
import { DifferenceTable } from './difference-table.tsx';
import styles from './plan-workbooks.module.css';

interface CollectPreviewProps {
  place: Place;
  fileName: string;
  preview: PlanPreview;
  isBusy: boolean;
  onSave: (chosen: readonly string[], reason: string) => void;
  onDrop: () => void;
}

/** What a workbook would change, what cannot be taken from it, and the choice where both sides changed. */
export function CollectPreview({ place, fileName, preview, isBusy, onSave, onDrop }: CollectPreviewProps) {
  const t = useTranslations('planWorkbook');
  const id = useId();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const { rows, unchanged, issues, drops } = preview;
  const conflicts = rows.filter(({ differences }) => differences.some(({ isConflict }) => isConflict));
  const changes = rows.reduce(
    (total, row) => total + row.differences.filter(({ isConflict }) => !isConflict || chosen.has(row.id)).length,
    0,
  );
  const movesDeadline = rows.some(
    (row) => row.reason === '' && row.differences.some(({ field, now }) => field === 'deadline' && now !== ''),
  );

  function choose(row: string, isChosen: boolean) {
    const next = new Set(chosen);
    if (isChosen) next.add(row);
    else next.delete(row);
    setChosen(next);
  }

  function save(event: FormEvent) {
    event.preventDefault();
    onSave([...chosen], reason.trim() || t('reasonDefault'));
  }

  return (
    <form noValidate onSubmit={save} className={styles.preview}>
      <p role="status">
        {t('found', {
          file: fileName,
          count: rows.length,
          rows: formatCount(rows.length),
          unchanged: formatCount(unchanged),
          issues: formatCount(issues.length),
        })}
      </p>
      {issues.length > 0 && (
        <Notice tone="attention" title={t('issuesTitle', { count: issues.length, number: formatCount(issues.length) })}>
          <p>{t('issuesText')}</p>
          <PlainTable label={t('issuesLabel')} columns={[t('row'), t('column'), t('value'), t('issue')]}>
            {issues.map(({ row, column, value, code }) => (
              <tr key={`${row}-${column}-${code}`}>
                <td>{row}</td>
                <td>{column}</td>
                <td>{value}</td>
                <td>{t(`issues.${code}` as Parameters<typeof t>[0])}</td>
              </tr>
            ))}
          </PlainTable>
        </Notice>
      )}
      {conflicts.length > 0 && <ConflictTable rows={conflicts} chosen={chosen} onChoose={choose} />}
      <DifferenceTable period={place.period} rows={rows} chosen={chosen} />
      {drops.length > 0 && (
        <Notice tone="attention" title={t('dropsTitle', { count: drops.length, number: formatCount(drops.length) })}>
          <p>{t('dropsText', { accounts: drops.join(', ') })}</p>
        </Notice>
      )}
      {movesDeadline && (
        <TextField
          id={`${id}-reason`}
          label={t('reason')}
          help={t('reasonHelp', { text: t('reasonDefault') })}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <div className={styles.acts}>
        {changes > 0 && (
          <Button type="submit" kind="primary" aria-busy={isBusy}>
            {t('save', { count: changes, number: formatCount(changes) })}
          </Button>
        )}
        <Button onClick={onDrop}>{t('otherFile')}</Button>
      </div>
    </form>
  );
}
