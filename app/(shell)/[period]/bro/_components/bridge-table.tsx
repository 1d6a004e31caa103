'use client';

import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Column, SetFilter } from '#components/data-table/columns.ts';
import { DataTable } from '#components/data-table/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { NONE } from '#lib/format/list.ts';
import { compareDanish } from '#lib/format/sort.ts';
import { type BridgeFilter, bridgeColumns, bridgeFilters } from '#lib/services/bridge-list.ts';
import type { NamedBridgeRow } from '#lib/services/get-bridge.ts';
import { accountAddress } from '../../../_components/account-address.ts';
import { useSavedViews } from '../../../_components/use-saved-views.ts';
import { type BridgeView, bridgeAddress } from './addresses.ts';

/** In px, by column. */
const WIDTHS: Record<string, number> = {
  udvalg: 84,
  udvalgsnavn: 240,
  funktion: 200,
  funktionsnavn: 280,
  konto: 92,
  navn: 200,
  tekst: 240,
  posteringsdato: 120,
  poster: 72,
};
const MONEY_WIDTH = 132;

/** What the status bar adds up: the ends. All movements stand in the totals above. */
const SUMMED = new Set(['primo', 'ultimo', 'aeldre-primo', 'aeldre-ultimo']);

/** What a saved view holds of the page beside its list. */
const PAGE_PARAMETERS = ['gruppe', 'struktur'];

const rowId = (row: NamedBridgeRow) => row.key;

/** The bridge in a grid; a row leads to what it gathers. */
export function BridgeTable({ view, rows }: { view: BridgeView; rows: readonly NamedBridgeRow[] }) {
  const t = useTranslations('bridge');
  const views = useSavedViews('bro', PAGE_PARAMETERS);
  const { group } = view;

  const columns = useMemo<Column<NamedBridgeRow>[]>(
    () =>
      bridgeColumns(group).map((column) => {
        const header = t(`columns.${column.id}`);
        if (column.kind === 'link') {
          const width = group === 'funktion' ? 92 : (WIDTHS[column.id] ?? 92);
          const value = (row: NamedBridgeRow) => (column.value(row) === NONE ? t('none') : column.value(row));
          return { ...column, value, header, width, frozen: true, href: (row) => addressOf(view, row) };
        }
        if (column.kind === 'money') return { ...column, header, width: MONEY_WIDTH, sum: SUMMED.has(column.id) };
        return { ...column, header, width: WIDTHS[column.id] ?? 120 };
      }),
    [t, group, view],
  );

  const filters = useMemo<SetFilter<NamedBridgeRow>[]>(() => {
    const names: Record<BridgeFilter, Map<string, string>> = {
      udvalg: new Map(rows.map((row) => [row.committee, row.committeeName])),
      funktion: new Map(rows.map((row) => [row.imFunction, row.functionName])),
    };
    return bridgeFilters(group).map((filter) => ({
      ...filter,
      label: t(`columns.${filter.id}`),
      options: [...new Set(rows.flatMap((row) => filter.values(row)))].sort(compareDanish).map((value) => ({
        value,
        label: value === NONE ? t('none') : [value, names[filter.id].get(value)].filter(Boolean).join(' '),
      })),
    }));
  }, [t, group, rows]);

  return (
    <DataTable
      name={`bro-${group}`}
      label={t('title')}
      rows={rows}
      rowId={rowId}
      columns={columns}
      filters={filters}
      searchLabel={t('search')}
      views={views}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  );
}

/** Committees and functions lead to their accounts, accounts to their items, items to the account's page. */
function addressOf(view: BridgeView, row: NamedBridgeRow): Route {
  switch (view.group) {
    case 'udvalg':
      return bridgeAddress({ ...view, group: 'konto' }, { udvalg: row.committee || NONE });
    case 'funktion':
      return bridgeAddress({ ...view, group: 'konto' }, { funktion: row.imFunction || NONE });
    case 'konto':
      return bridgeAddress({ ...view, group: 'post' }, { q: row.account, udvalg: row.committee || NONE });
    case 'post': {
      // What is no longer there stands with its account in the earlier period.
      const period = row.all.closing === 0n && row.all.opening !== 0n ? view.from : view.periodId;
      return accountAddress(period, row.account);
    }
  }
}
