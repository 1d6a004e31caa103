'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { FindingRow } from '#lib/services/account-rows.ts';
import styles from '../../_components/bulk/bulk.module.css';
import type { Bulk } from '../../_components/bulk/use-bulk.ts';
import { FindingsDialog } from './findings-dialog.tsx';

interface FindingsBulkProps {
  periodId: string;
  /** Those ticked and shown or, where none is, the one that one has come to. */
  rows: readonly FindingRow[];
  /** How many are ticked. */
  chosen: number;
  bulk: Bulk;
}

/** The acts on many findings, under the list. */
export function FindingsBulk({ periodId, rows, chosen, bulk }: FindingsBulkProps) {
  const t = useTranslations('bulk');
  const [asked, setAsked] = useState<readonly FindingRow[]>([]);
  const isBusy = bulk.progress !== null;
  const isIdle = isBusy || rows.length === 0;

  function copy() {
    if (isIdle) return;
    const findings = rows.map(({ account, committee, version }) => ({ account, committee, version }));
    void bulk.run({ act: 'plans', input: { periodId, findings, allOrNothing: false } });
  }

  return (
    <div className={styles.bar}>
      <Button aria-disabled={isIdle} onClick={() => !isIdle && setAsked(rows)}>
        {chosen > 0 ? t('setCount', { number: formatCount(chosen) }) : t('set')}
      </Button>
      <Button aria-disabled={isIdle} onClick={copy}>
        {chosen > 0 ? t('copyCount', { number: formatCount(chosen) }) : t('copy')}
      </Button>
      {chosen === 0 && <span className={styles.hint}>{t('hint')}</span>}
      {asked.length > 0 && (
        <FindingsDialog
          periodId={periodId}
          rows={asked}
          onClose={() => setAsked([])}
          onRun={(order) => {
            setAsked([]);
            void bulk.run(order);
          }}
        />
      )}
    </div>
  );
}
