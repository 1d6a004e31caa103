'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { CellSummary } from './cell-summary.tsx';
import type { Column, SetFilter } from './columns.ts';
import styles from './data-table.module.css';
import type { TableKeeper } from './editing.ts';
import { FilterBar } from './filter-bar.tsx';
import { Grid } from './grid.tsx';
import { ROW_HEIGHTS, readDensity } from './kept-layout.ts';
import { PanelDesk, type RowWay } from './panel-desk.tsx';
import { RangeSignal } from './range-signal.ts';
import { StatusBar } from './status-bar.tsx';
import { TableTools } from './table-tools.tsx';
import { useHeads } from './use-heads.tsx';
import { useLayout } from './use-layout.ts';
import { useOpenRow } from './use-open-row.ts';
import { useOvertaken } from './use-overtaken.ts';
import { useRows } from './use-rows.ts';
import { useSettledRows } from './use-settled-rows.ts';
import { useTableAddress } from './use-table-address.ts';
import { useTableEdits } from './use-table-edits.ts';
import type { ViewKeeper } from './views.ts';

const NO_FILTERS: readonly never[] = [];
const NONE_CHOSEN: ReadonlySet<string> = new Set();
const NONE_SAVED: ReadonlyMap<string, never> = new Map<string, never>();

interface DataTableProps<Row> {
  /** Which list it is: what its layout is kept by in this browser. */
  name: string;
  /** Names the table to those who hear it. */
  label: string;
  /** Rows, columns, filters and rowId are held stable between renders (module scope or useMemo). */
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly Column<Row>[];
  filters?: readonly SetFilter<Row>[];
  searchLabel: string;
  /** What it shows is nowhere to come back to: search, filters, order and columns stay out of the address. */
  isPassing?: boolean;
  /** Where views of the list can be saved by name. */
  views?: ViewKeeper;
  /** Keeps what is typed into the cells, where columns can be edited. */
  keeper?: TableKeeper<Row>;
  /** What can be done with rows, where they can be ticked. */
  acts?: RowActs<Row>;
  /** The row that one has come to, for a panel beside the table. Held stable between renders. */
  onActive?: (row: Row) => void;
  /** What is shown of a row beside the table, on Enter or a click on its link. */
  panel?: { label: string; of: (row: Row, way: RowWay) => ReactNode };
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
 * A list of up to some tens of thousands of rows: search, filters, order, groups and columns in the address, the rows
 * in view, the sums of what is shown. As a direct child of the page's content it fills the height that is left.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const t = useTranslations('common');
  const isInBrowser = useIsInBrowser();
  if (props.rows.length === 0) return props.empty;
  // What a browser keeps of the list decides how it looks: it is made where that is known.
  return isInBrowser ? <Table {...props} /> : <Skeleton lines={12} label={t('loading')} />;
}

function Table<Row extends object>({
  name,
  label,
  rows,
  rowId,
  columns,
  filters = NO_FILTERS,
  searchLabel,
  isPassing = false,
  views,
  keeper,
  acts,
  onActive,
  panel,
}: DataTableProps<Row>) {
  const t = useTranslations();
  const address = useTableAddress(columns, !isPassing);
  const [density, setDensity] = useState(readDensity);
  const layout = useLayout(name, columns, address.view.columns, (ids) => address.setView({ columns: ids }));
  const edits = useTableEdits(keeper ?? null, rows, rowId, useOvertaken(rows, columns, rowId));
  const [signal] = useState(() => new RangeSignal());
  const { sorts, groups, conditions } = address.view;
  const order = JSON.stringify([sorts, groups, conditions, filters.map(({ id }) => address.chosen(id)), address.query]);
  const savedRows = edits?.savedRows ?? NONE_SAVED;
  const settled = useSettledRows(rows, savedRows, rowId, order);
  const { shown, lines, toggle, foldAll } = useRows(settled, columns, filters, rowId, address);
  const opened = useOpenRow(address, rows, lines, rowId);
  const head = useHeads({ rows, shown, columns, filters, address, layout });

  const root = useRef<HTMLDivElement>(null);
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
    // Whoever walks the grid with the panel open takes it along.
    const isInGrid = document.activeElement?.getAttribute('role') === 'grid';
    if (opened.id !== null && isInGrid) opened.open(rowId(row));
    onActive?.(row);
  }

  /** Rows as they were last saved. */
  function saved(those: readonly Row[]): readonly Row[] {
    return savedRows.size === 0 ? those : those.map((row) => savedRows.get(rowId(row)) ?? row);
  }

  const atHand = ticked.length > 0 ? ticked : active !== null && shown.includes(active) ? [active] : [];
  const reset = () => address.clear(filters.map(({ id }) => id));
  const visibleIds = layout.visible.map(({ id }) => id);
  const table = (
    <div ref={root} className={styles.root}>
      <FilterBar
        address={address}
        columns={columns}
        filters={filters}
        searchLabel={searchLabel}
        toGrid={() => root.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()}
        tools={
          <TableTools
            columns={columns}
            filters={filters}
            address={address}
            layout={layout}
            foldAll={foldAll}
            density={density}
            setDensity={setDensity}
            views={views}
          />
        }
      />
      {shown.length === 0 ? (
        <EmptyState title={t('ui.table.noHitsTitle')} action={<Button onClick={reset}>{t('ui.clearFilters')}</Button>}>
          {t('ui.table.noHitsText', { total: formatCount(rows.length) })}
        </EmptyState>
      ) : (
        <Grid
          label={label}
          columns={layout.visible}
          unshown={{
            columns: columns.filter(({ id }) => !visibleIds.includes(id)),
            show: (ids) => layout.choose([...visibleIds, ...ids]),
          }}
          lines={lines}
          rowHeight={ROW_HEIGHTS[density]}
          head={head}
          onToggle={toggle}
          edits={edits}
          signal={signal}
          choice={acts && { chosen, choose }}
          onKey={acts && takeKey}
          onActive={acts || onActive || panel ? follow : undefined}
          onOpen={panel && ((row: Row) => opened.open(rowId(row)))}
          openId={opened.id}
        />
      )}
      <StatusBar
        columns={layout.visible}
        rows={ticked.length > 0 ? saved(ticked) : saved(shown)}
        total={rows.length}
        ticked={ticked.length > 0}
        selection={<CellSummary signal={signal} lines={lines} columns={layout.visible} savedRows={savedRows} />}
      />
      {acts?.bar(atHand, ticked.length)}
    </div>
  );
  if (!panel) return table;
  const rowIdAt = (index: number) => {
    const line = lines[index];
    return line?.kind === 'row' ? line.id : null;
  };
  return (
    <PanelDesk label={panel.label} opened={opened} rowIdAt={rowIdAt} panel={panel.of}>
      {table}
    </PanelDesk>
  );
}
