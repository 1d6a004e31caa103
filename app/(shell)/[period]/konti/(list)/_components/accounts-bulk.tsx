'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { AccountRow } from '#lib/services/account-rows.ts';
import type { NamedAssignee } from '#lib/services/list-assignees.ts';
import styles from '../../../_components/bulk/bulk.module.css';
import type { Bulk } from '../../../_components/bulk/use-bulk.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { Category1Dialog } from './category-1-dialog.tsx';

/** What somebody may do with accounts of the list. */
export interface AccountActs {
  log: boolean;
  assign: boolean;
}

interface AccountsBulkProps {
  periodId: string;
  /** Those ticked and shown or, where none is, the one that one has come to. */
  rows: readonly AccountRow[];
  /** How many are ticked. */
  chosen: number;
  acts: AccountActs;
  initials: string;
  assignees: readonly NamedAssignee[];
  bulk: Bulk;
}

/** The acts on many accounts, under the list. */
export function AccountsBulk({ periodId, rows, chosen, acts, initials, assignees, bulk }: AccountsBulkProps) {
  const t = useTranslations('bulk');
  const [asked, setAsked] = useState<{ act: 'category-1' | 'assign'; rows: readonly AccountRow[] } | null>(null);
  const isBusy = bulk.progress !== null;
  const shared = {
    periodId,
    rows: asked?.rows ?? [],
    onClose: () => setAsked(null),
    onRun: (order: Parameters<Bulk['run']>[0]) => {
      setAsked(null);
      void bulk.run(order);
    },
  };
  const ask = (act: 'category-1' | 'assign') => {
    if (rows.length > 0 && !isBusy) setAsked({ act, rows });
  };
  return (
    <div className={styles.bar}>
      {acts.log && (
        <Button aria-disabled={isBusy || rows.length === 0} onClick={() => ask('category-1')}>
          {chosen > 0 ? t('log1Count', { number: formatCount(chosen) }) : t('log1')}
        </Button>
      )}
      {acts.assign && (
        <Button aria-disabled={isBusy || rows.length === 0} onClick={() => ask('assign')}>
          {chosen > 0 ? t('assignCount', { number: formatCount(chosen) }) : t('assignOne')}
        </Button>
      )}
      {chosen === 0 && <span className={styles.hint}>{t('hint')}</span>}
      {asked?.act === 'category-1' && <Category1Dialog {...shared} initials={initials} />}
      {asked?.act === 'assign' && <AssignDialog {...shared} assignees={assignees} />}
    </div>
  );
}
