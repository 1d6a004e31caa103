'use client';

import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { ExportLinks } from '#components/data-table/export-links.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import type { AccountRow } from '#lib/services/account-rows.ts';
import type { NamedAssignee } from '#lib/services/list-assignees.ts';
import { useProblemText } from '../../../../../problem-text.ts';
import { BulkNotice } from '../../../_components/bulk/bulk-notice.tsx';
import { useBulk } from '../../../_components/bulk/use-bulk.ts';
import { useRefreshOnLeaving } from '../../../_components/bulk/use-refresh-on-leaving.ts';
import { undoInAccounts } from '../../../list-actions.ts';
import { accountKeeper } from './account-edits.ts';
import { type AccountActs, AccountsBulk } from './accounts-bulk.tsx';
import { AccountsTable } from './accounts-table.tsx';

interface AccountsDeskProps {
  periodId: string;
  /** ISO date. */
  balanceDate: string;
  rows: readonly AccountRow[];
  acts: AccountActs;
  /** Whether the sharing keys are theirs to keep. */
  sharing: boolean;
  person: { id: string; initials: string };
  assignees: readonly NamedAssignee[];
}

const NOTHING_SAVED: ReadonlyMap<string, AccountRow> = new Map();

/** *Konti*: what is left, the grid, and the acts on many. What is typed is saved without showing the page anew. */
export function AccountsDesk({ periodId, balanceDate, rows, acts, sharing, person, assignees }: AccountsDeskProps) {
  const t = useTranslations('accounts');
  const problemText = useProblemText();
  const bulk = useBulk((changeSet) => undoInAccounts(periodId, changeSet));
  const [saved, setSaved] = useState({ of: rows, rows: NOTHING_SAVED });
  const now = saved.of === rows ? saved.rows : NOTHING_SAVED;
  const { outside } = bulk;
  const refreshLater = useRefreshOnLeaving();

  const keeper = useMemo(() => {
    if (!acts.log && !acts.assign) return null;
    return accountKeeper({
      periodId,
      personId: person.id,
      outside,
      rows,
      textOf: problemText,
      onSaved: (changed) => {
        refreshLater();
        setSaved((before) => {
          const kept = before.of === rows ? before.rows : NOTHING_SAVED;
          return { of: rows, rows: new Map([...kept, ...changed.map((row) => [row.number, row] as const)]) };
        });
      },
    });
  }, [periodId, person.id, rows, acts, problemText, refreshLater, outside]);

  const current = rows.map((row) => now.get(row.number) ?? row);
  const separately = current.filter((row) => row.separately).length;
  const notLogged = current.filter((row) => row.category === null && !row.separately).length;
  return (
    <>
      <PageHead
        title={t('titleCount', { number: formatCount(rows.length) })}
        lead={t('lead', {
          date: formatDate(balanceDate),
          notLogged,
          notLoggedText: formatCount(notLogged),
          separately,
          separatelyText: formatCount(separately),
        })}
        actions={
          <>
            <ButtonLink kind="quiet" href={`/${periodId}/regler` as Route}>
              {t('rules')}
            </ButtonLink>
            {sharing && (
              <ButtonLink kind="quiet" href={`/${periodId}/fordeling` as Route}>
                {t('sharing')}
              </ButtonLink>
            )}
            <ExportLinks path="/api/accounts" parameters={{ period: periodId }} />
          </>
        }
      />
      <BulkNotice bulk={bulk} periodId={periodId} />
      <AccountsTable
        periodId={periodId}
        rows={rows}
        acts={acts}
        assignees={assignees}
        keeper={keeper}
        bar={(those, chosen) => (
          <AccountsBulk
            periodId={periodId}
            rows={those.map((row) => now.get(row.number) ?? row)}
            chosen={chosen}
            acts={acts}
            initials={person.initials}
            assignees={assignees}
            bulk={bulk}
          />
        )}
      />
    </>
  );
}
