'use client';

import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useTranslations } from 'next-intl';
import { type ReactNode, useDeferredValue, useMemo, useState, useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { compareValues, filterRows, indexRows, type Sort } from '#lib/format/list.ts';
import type { Column, SetFilter } from './columns.ts';
import styles from './data-table.module.css';
import { FilterBar } from './filter-bar.tsx';
import { Grid } from './grid.tsx';
import { HeadCell } from './head-cell.tsx';
import type { GridLine } from './lines.ts';
import { StatusBar } from './status-bar.tsx';
import { useTableAddress } from './use-table-address.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

const NO_FILTERS: readonly never[] = [];
const NONE_CHOSEN: ReadonlySet<string> = new Set();

interface DataTableProps<Row> {
  /** Names the table to those who hear it. */
  label: string;
  /** Rows, columns and filters are held stable between renders (module scope or useMemo). */
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly Column<Row>[];
  filters?: readonly SetFilter<Row>[];
  searchLabel: string;
  /** Where the address names no order; otherwise the rows stand as they come. */
  defaultSort?: Sort;
  /** What can be done with rows, where they can be ticked. */
  acts?: RowActs<Row>;
  /** The row that one has come to, for a panel beside the table. Held stable between renders. */
  onActive?: (row: Row) => void;
  /** Shown where there is no row at all: why, and the next step. */
  empty: ReactNode;
}

/** Acts on the ticked rows that are shown or, where none is ticked, on the row that one has come to. */
interface RowActs<Row> {
  /** What stands under the table: the acts, as buttons. `chosen`: how many are ticked and shown. */
  bar: (rows: readonly Row[], chosen: number) => ReactNode;
  /** By the key that does it. */
  keys: Readonly<Record<string, (rows: readonly Row[]) => void>>;
}

const subscribeToNothing = () => () => undefined;

/** False in the page as the server sends it, true as soon as the browser has taken over. */
function useIsInBrowser(): boolean {
  return useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
}

/**
 * A list of up to some tens of thousands of rows: search, filters and order in the address, the rows in view, the sums
 * of what is shown. As a direct child of the page's content it fills the height that is left.
 */
export function DataTable<Row extends object>({
  label,
  rows,
  rowId,
  columns,
  filters = NO_FILTERS,
  searchLabel,
  defaultSort,
  acts,
  onActive,
  empty,
}: DataTableProps<Row>) {
  const t = useTranslations();
  const address = useTableAddress();
  const isInBrowser = useIsInBrowser();
  const query = useDeferredValue(address.query);
  const filtered = JSON.stringify(filters.map((filter) => [filter.id, address.chosen(filter.id)]));

  const indexed = useMemo(() => indexRows(rows, columns), [rows, columns]);
  const shown = useMemo(() => {
    const values = new Map<string, string[]>(JSON.parse(filtered));
    return filterRows(indexed, query, filters, (id) => values.get(id) ?? []);
  }, [indexed, query, filters, filtered]);

  const tableColumns = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map((column) =>
      helper.accessor((row): unknown => column.value(row) ?? undefined, {
        id: column.id,
        sortUndefined: 'last',
        sortFn: (left, right, id) => compareValues(left.getValue(id), right.getValue(id)),
      }),
    );
  }, [columns]);
  const known = columns.some((column) => column.id === address.sort?.id) ? address.sort : null;
  const sort = known ?? defaultSort ?? null;
  const sortId = sort?.id;
  const desc = sort?.desc ?? false;
  const sorting = useMemo(() => (sortId === undefined ? [] : [{ id: sortId, desc }]), [sortId, desc]);
  const table = useTable({ features, data: shown, columns: tableColumns, state: { sorting }, getRowId: rowId });

  const visible = useMemo(() => columns.map((column) => ({ ...column, resized: false })), [columns]);
  const sorted = table.getRowModel().rows;
  const lines = useMemo(
    () => sorted.map((row): GridLine<Row> => ({ kind: 'row', id: row.id, row: row.original })),
    [sorted],
  );

  const [chosen, setChosen] = useState<ReadonlySet<string>>(NONE_CHOSEN);
  const [active, setActive] = useState<Row | null>(null);
  const ticked = useMemo(() => shown.filter((row) => chosen.has(rowId(row))), [shown, chosen, rowId]);

  function choose(ids: readonly string[], isChosen: boolean) {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  }

  function takeKey(key: string, row: Row): boolean {
    const act = acts?.keys[key.toLowerCase()];
    act?.(ticked.length > 0 ? ticked : [row]);
    return act !== undefined;
  }

  function follow(row: Row) {
    setActive(row);
    onActive?.(row);
  }

  if (rows.length === 0) return empty;
  if (!isInBrowser) return <Skeleton lines={12} label={t('common.loading')} />;
  const atHand = ticked.length > 0 ? ticked : active !== null && shown.includes(active) ? [active] : [];
  const reset = () => address.clear(filters.map(({ id }) => id));
  return (
    <div className={styles.root}>
      <FilterBar address={address} filters={filters} searchLabel={searchLabel} />
      {shown.length === 0 ? (
        <EmptyState title={t('ui.table.noHitsTitle')} action={<Button onClick={reset}>{t('ui.clearFilters')}</Button>}>
          {t('ui.table.noHitsText', { total: formatCount(rows.length) })}
        </EmptyState>
      ) : (
        <Grid
          label={label}
          columns={visible}
          lines={lines}
          rowHeight={28}
          head={(column, index, left) => (
            <HeadCell column={column} index={index} left={left} sort={sort} onSort={address.setSort} />
          )}
          onToggle={() => undefined}
          choice={acts && { chosen, choose }}
          onKey={acts && takeKey}
          onActive={acts || onActive ? follow : undefined}
        />
      )}
      <StatusBar
        columns={columns}
        rows={ticked.length > 0 ? ticked : shown}
        total={rows.length}
        ticked={ticked.length > 0}
      />
      {acts?.bar(atHand, ticked.length)}
    </div>
  );
}
