'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { DataTable } from '#components/data-table/data-table.tsx';
import { Button } from '#components/ui/button.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { ApprovalRow } from '#lib/services/list-approvals.ts';
import { useSavedViews } from '../../../_components/use-saved-views.ts';
import { ReturnDialog } from '../../_components/return-dialog.tsx';
import { approvalColumns, approvalFilters } from './approval-columns.ts';
import styles from './approval-desk.module.css';
import { ApprovalPanel } from './approval-panel.tsx';
import { OutcomeNotice } from './outcome-notice.tsx';
import { useApproval } from './use-approval.ts';

interface ApprovalDeskProps {
  periodId: string;
  /** The period that this one is compared with; null where there is none before it. */
  earlierId: string | null;
  rows: readonly ApprovalRow[];
  isLocked: boolean;
  empty: ReactNode;
}

const rowId = (row: ApprovalRow) => row.account;

/** The list with its acts, and beside it the account that one has come to. */
export function ApprovalDesk({ periodId, earlierId, rows, isLocked, empty }: ApprovalDeskProps) {
  const t = useTranslations('approval');
  const views = useSavedViews('godkendelse');
  const approval = useApproval(periodId);
  const [active, setActive] = useState<ApprovalRow | null>(null);
  const [returning, setReturning] = useState<readonly ApprovalRow[]>([]);
  const columns = useMemo(() => approvalColumns(t, periodId, earlierId), [t, periodId, earlierId]);
  const filters = useMemo(() => approvalFilters(t, rows, earlierId), [t, rows, earlierId]);
  const isThere = active !== null && rows.some(({ account }) => account === active.account);

  const approve = (those: readonly ApprovalRow[]) => {
    if (those.length > 0 && !isLocked) approval.approve(those);
  };
  const askToReturn = (those: readonly ApprovalRow[]) => {
    if (isLocked) return;
    approval.forget();
    setReturning(those);
  };

  return (
    <>
      <OutcomeNotice outcome={approval.outcome} periodId={periodId} onClose={approval.forget} />
      <div className={styles.desk}>
        <div className={styles.list}>
          <DataTable
            name="godkendelse"
            label={t('title')}
            rows={rows}
            rowId={rowId}
            columns={columns}
            filters={filters}
            searchLabel={t('search')}
            views={views}
            onActive={setActive}
            acts={{
              keys: { g: approve, r: askToReturn },
              bar: (those, chosen) =>
                isLocked ? null : (
                  <div className={styles.bar}>
                    <Button
                      kind="primary"
                      aria-keyshortcuts="G"
                      aria-disabled={approval.busy}
                      onClick={() => approve(those)}
                    >
                      {chosen > 0 ? t('approveCount', { number: formatCount(chosen), count: chosen }) : t('approve')}
                      <kbd>G</kbd>
                    </Button>
                    <Button aria-keyshortcuts="R" aria-disabled={approval.busy} onClick={() => askToReturn(those)}>
                      {chosen > 0 ? t('returnCount', { number: formatCount(chosen), count: chosen }) : t('return')}
                      <kbd>R</kbd>
                    </Button>
                    <span className={styles.hint} role="status">
                      {approval.busy ? t('working') : t('hint')}
                    </span>
                  </div>
                ),
            }}
            empty={empty}
          />
        </div>
        {isThere && <ApprovalPanel key={active.account} periodId={periodId} row={active} />}
      </div>
      <ReturnDialog
        open={returning.length > 0}
        accounts={returning.map(({ account, name }) => `${account} ${name}`)}
        onClose={() => setReturning([])}
        failure={approval.outcome?.failed ?? null}
        onReturn={async (reason) => {
          const isAnswered = await approval.sendBack(returning, reason);
          if (isAnswered) setReturning([]);
          return isAnswered;
        }}
      />
    </>
  );
}
