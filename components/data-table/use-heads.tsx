'use client';

import { type ReactNode, useState } from 'react';
import type { Column, SetFilter, VisibleColumn } from './columns.ts';
import { HeadCell } from './head-cell.tsx';
import { HeadMenu } from './head-menu.tsx';
import type { Layout } from './use-layout.ts';
import type { TableAddress } from './use-table-address.ts';

interface Heads<Row> {
  /** All of the list. */
  rows: readonly Row[];
  /** Those that are shown. */
  shown: readonly Row[];
  columns: readonly Column<Row>[];
  filters: readonly SetFilter<Row>[];
  address: TableAddress;
  layout: Layout<Row>;
}

/** What makes the head of a column: its name, order, menu and edge. */
export function useHeads<Row>({ rows, shown, columns, filters, address, layout }: Heads<Row>) {
  const [reached, setReached] = useState<string | null>(null);
  const { view, setView } = address;
  const ids = layout.visible.map(({ id }) => id);
  const tabStop = reached !== null && ids.includes(reached) ? reached : ids[0];

  function sortBy(id: string, added: boolean) {
    const own = view.sorts.find((sort) => sort.id === id);
    const next = own === undefined ? [{ id, desc: false }] : own.desc ? [] : [{ id, desc: true }];
    if (!added) setView({ sorts: next });
    else if (own === undefined) setView({ sorts: [...view.sorts, ...next] });
    else setView({ sorts: view.sorts.flatMap((sort) => (sort.id === id ? next : [sort])) });
  }

  /** Puts a column where another stands; frozen ones stay first. */
  function moveTo(id: string, place: number) {
    const first = layout.visible.filter(({ frozen }) => frozen).length;
    const others = ids.filter((one) => one !== id);
    const target = Math.max(first, Math.min(others.length, place));
    if (others.length < ids.length) layout.choose(others.toSpliced(target, 0, id));
  }

  return (column: VisibleColumn<Row>, index: number, left: number | null): ReactNode => {
    const filter = filters.find(({ id }) => id === column.id);
    const chosen = filter ? address.chosen(filter.id) : [];
    return (
      <HeadCell
        column={column}
        index={index}
        left={left}
        sorts={view.sorts}
        onSort={(added) => sortBy(column.id, added)}
        isFiltered={chosen.length > 0 || view.conditions.some((condition) => condition.column === column.id)}
        takesTab={column.id === tabStop}
        onFocus={() => setReached(column.id)}
        startResize={(event) => layout.startResize(column.id, event)}
        resizeBy={(pixels) => layout.resizeBy(column.id, pixels)}
        fit={() => layout.fit(column.id, shown)}
        onDropColumn={(dragged) => moveTo(dragged, ids.indexOf(column.id))}
        onMove={(by) => !column.frozen && moveTo(column.id, ids.indexOf(column.id) + by)}
        menu={(close) => (
          <HeadMenu
            column={columns.find(({ id }) => id === column.id) ?? column}
            rows={rows}
            sorts={view.sorts}
            setSorts={(sorts) => setView({ sorts })}
            filter={filter}
            chosen={chosen}
            choose={(values) => filter && address.choose(filter.id, values)}
            conditions={view.conditions}
            setConditions={(conditions) => setView({ conditions })}
            groups={view.groups}
            setGroups={(groups) => setView({ groups })}
            hide={column.frozen ? null : () => layout.choose(ids.filter((id) => id !== column.id))}
            fit={() => layout.fit(column.id, shown)}
            close={close}
          />
        )}
      />
    );
  };
}
