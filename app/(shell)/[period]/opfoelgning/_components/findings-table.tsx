'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import type { Column, SetFilter } from '#components/data-table/columns.ts';
import { DataTable } from '#components/data-table/data-table.tsx';
import type { TableKeeper } from '#components/data-table/editing.ts';
import { PLAN_STATES } from '#lib/domain/finding.ts';
import { formatDate } from '#lib/format/date.ts';
import { NONE } from '#lib/format/list.ts';
import { compareDanish } from '#lib/format/sort.ts';
import type { FindingRow } from '#lib/services/account-rows.ts';
import { type FindingFilter, findingColumns, findingFilters, LIMITATION_VALUES } from '#lib/services/finding-list.ts';
import type { FindingList } from '#lib/services/list-findings.ts';
import { accountAddress } from '../../../_components/account-address.ts';
import { useSavedViews } from '../../../_components/use-saved-views.ts';
import { AccountPanel } from '../../konti/[account]/_components/account-panel.tsx';
import { findingEditOf, findingRowId } from './finding-edits.ts';

/** In px, by column. */
const WIDTHS: Record<string, number> = {
  konto: 84,
  navn: 150,
  udvalg: 66,
  kategori: 116,
  opfoelgning: 118,
  aeldre: 134,
  deadline: 112,
  forsinket: 116,
  foraeldes: 100,
  flyttet: 84,
  plan: 84,
  udlignet: 150,
  ansvarlig: 90,
  mangler: 100,
  tema: 96,
  funktion: 200,
  poster: 72,
  handleplan: 420,
  problem: 260,
  aktivitet: 260,
};

/** Filters with the same values whatever the rows. */
const FIXED: Partial<Record<FindingFilter, readonly string[]>> = {
  kategori: ['2', '3'],
  aeldre: ['ja', 'nej'],
  deadline: ['overskredet', 'kommende', NONE],
  foraeldelse: Object.values(LIMITATION_VALUES),
  flyttet: ['nej', 'en', 'flere'],
  plan: PLAN_STATES,
  udlignet: ['ja', 'nej'],
  mangler: ['ja', 'nej'],
};

/** What can still be done something about stands out; what is over is struck. */
const LIMITATION_MARKS = { near: 'tagged', passed: 'struck' } as const;

const NO_KEYS = {};

interface FindingsTableProps extends FindingList {
  periodId: string;
  /** null: the reader may change nothing. */
  keeper: TableKeeper<FindingRow> | null;
  /** The acts on many, under the list. */
  bar: (rows: readonly FindingRow[], chosen: number) => ReactNode;
}

/** The findings in a grid; a row leads to its account. */
export function FindingsTable({ periodId, findings, committees, today, keeper, bar }: FindingsTableProps) {
  const t = useTranslations();
  const views = useSavedViews('opfoelgning');

  const isKept = keeper !== null;

  const columns = useMemo<Column<FindingRow>[]>(() => {
    const mark = ({ limitation: { state } }: FindingRow) =>
      state && { shown: LIMITATION_MARKS[state], word: t(`findings.limitations.${LIMITATION_VALUES[state]}`) };
    return findingColumns({
      missing: (part) => t(`findings.missing.${part}`),
      plan: (state) => t(`findings.plans.${state}`),
    }).map((column) => {
      const shown = {
        header: t(`findings.columns.${column.id}`),
        width: WIDTHS[column.id] ?? 120,
        ...findingEditOf(column.id, isKept, t),
      };
      if (column.kind === 'link') {
        const href = (row: FindingRow) => accountAddress(periodId, row.account);
        return { ...column, ...shown, frozen: true, href };
      }
      if (column.id === 'mangler' && column.kind === 'text') return { ...column, ...shown, tone: 'attention' };
      if (column.id === 'foraeldes' && column.kind === 'date') return { ...column, ...shown, mark };
      return { ...column, ...shown };
    });
  }, [t, periodId, isKept]);

  const filters = useMemo<SetFilter<FindingRow>[]>(() => {
    const functionNames = new Map(findings.map((row) => [row.imFunction, row.functionName]));
    const committeeNames = new Map(committees.map(({ code, name }) => [code, name]));
    const named = (value: string, name: string | undefined) => [value, name].filter(Boolean).join(' ');
    const yesOrNo = (value: string) => t(value === 'ja' ? 'common.yes' : 'common.no');
    const orNone = (value: string) => (value === NONE ? t('findings.none') : value);
    const labelOf: Record<FindingFilter, (value: string) => string> = {
      udvalg: (value) => named(value, committeeNames.get(value)),
      kategori: (value) => `${value} · ${t(value === '3' ? 'ui.category.3' : 'ui.category.2')}`,
      aeldre: yesOrNo,
      deadline: (value) => t(`findings.deadlines.${value}`, { today: formatDate(today) }),
      foraeldelse: (value) => t(`findings.limitations.${value}`),
      flyttet: (value) => t(`findings.moves.${value}`),
      plan: (value) => t(`findings.plans.${value}`),
      udlignet: yesOrNo,
      mangler: yesOrNo,
      funktion: (value) => named(value, functionNames.get(value)),
      tema: orNone,
      enhed: orNone,
      ansvarlig: orNone,
    };
    return findingFilters(today).map((filter) => {
      const found = new Set(findings.flatMap((row) => filter.values(row)));
      const values = FIXED[filter.id] ?? [...found].sort(compareDanish);
      return {
        ...filter,
        label: t(`findings.filters.${filter.id}`),
        options: values.map((value) => ({ value, label: labelOf[filter.id](value) })),
      };
    });
  }, [t, findings, committees, today]);

  return (
    <DataTable
      name="opfoelgning"
      label={t('findings.title')}
      rows={findings}
      rowId={findingRowId}
      columns={columns}
      filters={filters}
      searchLabel={t('findings.search')}
      {...(keeper && { keeper, acts: { bar, keys: NO_KEYS } })}
      views={views}
      panel={{
        label: t('account.panel.label'),
        of: ({ account, accountName }, way) => (
          <AccountPanel
            periodId={periodId}
            account={account}
            name={accountName}
            page={accountAddress(periodId, account)}
            way={way}
          />
        ),
      }}
      empty={null}
    />
  );
}
