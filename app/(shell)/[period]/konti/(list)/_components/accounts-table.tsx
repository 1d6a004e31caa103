'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import type { Column, SetFilter } from '#components/data-table/columns.ts';
import { DataTable } from '#components/data-table/data-table.tsx';
import type { TableKeeper } from '#components/data-table/editing.ts';
import { NONE } from '#lib/format/list.ts';
import { withoutOpenRow } from '#lib/format/list-address.ts';
import { compareDanish } from '#lib/format/sort.ts';
import {
  ACCOUNT_FILTERS,
  type AccountColumnId,
  type AccountFilterId,
  accountColumns,
  NOT_LOGGED,
  SEPARATELY,
  STATUS_VALUES,
} from '#lib/services/account-list.ts';
import type { AccountRow } from '#lib/services/account-rows.ts';
import type { NamedAssignee } from '#lib/services/list-assignees.ts';
import { accountAddress } from '../../../../_components/account-address.ts';
import { useSavedViews } from '../../../../_components/use-saved-views.ts';
import { AccountPanel } from '../../[account]/_components/account-panel.tsx';
import { editOf } from './account-edits.ts';
import type { AccountActs } from './accounts-bulk.tsx';

const WIDTHS: Record<AccountColumnId, number> = {
  konto: 84,
  navn: 166,
  'im-funktion': 92,
  saldo: 136,
  kategori: 116,
  status: 112,
  opfoelgning: 118,
  aeldre: 136,
  difference: 130,
  udvalg: 70,
  forvaltning: 96,
  'afstemmes-af': 104,
  'afstemt-den': 104,
  initialer: 84,
  funktionsnavn: 260,
  dokumenteret: 128,
  metode: 140,
  tildelt: 140,
  frist: 104,
  'saldo-foer': 140,
  'kategori-foer': 100,
  'godkendt-af': 150,
  'godkendt-den': 104,
  regel: 160,
};

const CATEGORY_VALUES = ['1', '2', '3'] as const;

const NO_KEYS = {};
const rowId = (row: AccountRow) => row.number;

interface AccountsTableProps {
  periodId: string;
  rows: readonly AccountRow[];
  /** What the reader may do with accounts somewhere. */
  acts: AccountActs;
  assignees: readonly NamedAssignee[];
  /** null: the reader may change nothing. */
  keeper: TableKeeper<AccountRow> | null;
  /** The acts on many, under the list. */
  bar: (rows: readonly AccountRow[], chosen: number) => ReactNode;
}

/** The accounts in a grid. A row's link carries the list's address, so that one finds back and on in the same view. */
export function AccountsTable({ periodId, rows, acts, assignees, keeper, bar }: AccountsTableProps) {
  const t = useTranslations();
  const views = useSavedViews('konti');
  const list = withoutOpenRow(useSearchParams());
  const search = list === '' ? '' : `?${list}`;

  const columns = useMemo<Column<AccountRow>[]>(
    () =>
      accountColumns({
        status: (status) => t(`accounts.status.${status}`),
        separately: t('accounts.separately'),
        method: (method) => t(`accounts.method.${method}`),
      }).map((column) => {
        const shown = {
          header: t(`accounts.columns.${column.id}`),
          width: WIDTHS[column.id],
          ...editOf(column.id, acts, assignees, t),
        };
        if (column.kind !== 'link') return { ...shown, ...column };
        const href = (row: AccountRow) => accountAddress(periodId, row.number, search);
        return { ...shown, ...column, frozen: true, href };
      }),
    [t, periodId, search, acts, assignees],
  );

  const filters = useMemo<SetFilter<AccountRow>[]>(() => {
    const functionNames = new Map(rows.map((row) => [row.imFunction, row.functionName]));
    const words: Record<string, string> = {
      [NOT_LOGGED]: t('ui.category.0'),
      [SEPARATELY]: t('accounts.separately'),
    };
    const statusWords = new Map<string, string>(STATUS_VALUES.map((value) => [value, t(`accounts.status.${value}`)]));
    for (const value of CATEGORY_VALUES) words[value] = `${value} · ${t(`ui.category.${value}`)}`;
    const labelOf: Record<AccountFilterId, (value: string) => string> = {
      kategori: (value) => words[value] ?? value,
      status: (value) => statusWords.get(value) ?? t('accounts.separately'),
      udvalg: (value) => (value === NONE ? t('accounts.none') : value),
      forvaltning: (value) => (value === NONE ? t('accounts.none') : value),
      'afstemmes-af': (value) => (value === NONE ? t('accounts.none') : value),
      tildelt: (value) => (value === NONE ? t('accounts.none') : value),
      funktion: (value) => [value, functionNames.get(value)].filter(Boolean).join(' '),
    };
    return ACCOUNT_FILTERS.map((filter) => {
      const found = new Set(rows.flatMap((row) => filter.values(row)));
      const fixed: Partial<Record<AccountFilterId, string[]>> = {
        kategori: [...CATEGORY_VALUES, NOT_LOGGED, SEPARATELY],
        status: [...STATUS_VALUES, SEPARATELY],
      };
      const values = fixed[filter.id] ?? [...found].sort(compareDanish);
      return {
        ...filter,
        label: t(`accounts.filters.${filter.id}`),
        options: values.map((value) => ({ value, label: labelOf[filter.id](value) })),
      };
    });
  }, [t, rows]);

  return (
    <DataTable
      name="konti"
      label={t('accounts.title')}
      rows={rows}
      rowId={rowId}
      columns={columns}
      filters={filters}
      searchLabel={t('accounts.search')}
      {...(keeper && { keeper, acts: { bar, keys: NO_KEYS } })}
      views={views}
      panel={{
        label: t('account.panel.label'),
        of: ({ number, name }, way) => (
          <AccountPanel
            periodId={periodId}
            account={number}
            name={name}
            page={accountAddress(periodId, number, search)}
            way={way}
          />
        ),
      }}
      empty={null}
    />
  );
}
