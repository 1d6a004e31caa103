'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Column, SetFilter } from '#components/data-table/columns.ts';
import { DataTable } from '#components/data-table/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { REFUSALS } from '#lib/domain/auto-rule.ts';
import { compareDanish } from '#lib/format/sort.ts';
import type { TriedAccount } from '#lib/services/try-rule.ts';
import { accountAddress } from '../../../../_components/account-address.ts';
import { useRuleWords } from '../../_components/use-rule-words.ts';

const rowId = (row: TriedAccount) => row.number;
const LOGS = 'logges';
const LEFT = 'logges-ikke';
const outcomeOf = ({ ground }: TriedAccount) => (ground === null ? LEFT : LOGS);

/** Every account with what the rule would do and why, in a grid. */
export function TrialTable({ periodId, accounts }: { periodId: string; accounts: readonly TriedAccount[] }) {
  const t = useTranslations('rules');
  const { explain } = useRuleWords();

  const columns = useMemo<Column<TriedAccount>[]>(
    () => [
      {
        ...{ id: 'konto', kind: 'link', header: t('columns.account'), width: 100, frozen: true },
        value: (row) => row.number,
        href: (row) => accountAddress(periodId, row.number),
      },
      { id: 'navn', kind: 'text', header: t('columns.name'), width: 220, value: (row) => row.name },
      { id: 'im-funktion', kind: 'text', header: t('columns.function'), width: 100, value: (row) => row.imFunction },
      { id: 'afstemmes-af', kind: 'text', header: t('columns.unit'), width: 110, value: (row) => row.unit },
      { id: 'saldo', kind: 'money', header: t('columns.balance'), width: 150, value: (row) => row.balance },
      {
        ...{ id: 'udfald', kind: 'text', header: t('columns.outcome'), width: 120 },
        value: (row) => t(`outcomes.${outcomeOf(row)}`),
      },
      {
        ...{ id: 'hvorfor', kind: 'text', header: t('columns.why'), width: 360 },
        value: ({ ground, refusal }) =>
          ground !== null ? explain(ground) : refusal !== null ? t(`refusals.${refusal}`) : '',
      },
    ],
    [t, explain, periodId],
  );

  const filters = useMemo<SetFilter<TriedAccount>[]>(() => {
    const functions = [...new Set(accounts.map(({ imFunction }) => imFunction))].sort(compareDanish);
    const refusals = new Set(accounts.map(({ refusal }) => refusal));
    return [
      {
        ...{ id: 'udfald', label: t('columns.outcome'), values: (row: TriedAccount) => [outcomeOf(row)] },
        options: [LOGS, LEFT].map((value) => ({ value, label: t(`outcomes.${value}`) })),
      },
      {
        ...{
          id: 'grund',
          label: t('columns.refusal'),
          values: ({ refusal }: TriedAccount) => (refusal ? [refusal] : []),
        },
        options: REFUSALS.filter((one) => refusals.has(one)).map((value) => ({ value, label: t(`refusals.${value}`) })),
      },
      {
        ...{ id: 'funktion', label: t('columns.function'), values: (row: TriedAccount) => [row.imFunction] },
        options: functions.map((value) => ({ value, label: value })),
      },
    ];
  }, [t, accounts]);

  return (
    <DataTable
      name="regel"
      label={t('trialTitle')}
      rows={accounts}
      rowId={rowId}
      columns={columns}
      filters={filters}
      searchLabel={t('search')}
      empty={<EmptyState title={t('noAccounts')} />}
    />
  );
}
