'use client';

import { useMemo, useState } from 'react';
import { type CellPlace, type CellRange, rangeAt } from './cell-range.ts';
import type { GridLine } from './lines.ts';

/** The cell that each list was left at, so that one comes back to it from the row's own page. */
const lastCells = new Map<string, { lineId: string; columnId: string }>();

interface HeldRange {
  range: CellRange;
  /** What stood at the cursor and at the corners when the range was set. */
  lineIds: readonly (string | undefined)[];
  columnIds: readonly (string | undefined)[];
  count: number;
}

/** The selected cells of a grid. */
interface CellRangeState {
  /** null until somebody has come to a cell. */
  range: CellRange | null;
  setRange: (range: CellRange) => void;
  /** Where a cell is now; null where it is not shown. */
  find: (lineId: string, columnId: string) => CellPlace | null;
}

/**
 * Holds the range by what stands in its cells: after another order or filter the cursor is with its row, and the
 * rectangle is that cell alone, since other rows stand in it now.
 * @param place names the list, to come back to
 */
export function useCellRange(
  place: string,
  lines: readonly GridLine<unknown>[],
  columns: readonly { id: string }[],
): CellRangeState {
  const lineIndexes = useMemo(() => new Map(lines.map((line, index) => [line.id, index])), [lines]);
  const columnIndexes = useMemo(() => new Map(columns.map((column, index) => [column.id, index])), [columns]);
  const [held, setHeld] = useState<HeldRange | null>(() => {
    const last = lastCells.get(place);
    const line = last && lines.findIndex(({ id }) => id === last.lineId);
    if (!last || line === undefined || line < 0) return null;
    const column = Math.max(
      0,
      columns.findIndex(({ id }) => id === last.columnId),
    );
    return hold(rangeAt({ line, column }));
  });

  function namesOf({ cursor, anchor, edge }: CellRange) {
    const places = [cursor, anchor, edge];
    return {
      lineIds: places.map(({ line }) => lines[line]?.id),
      columnIds: places.map(({ column }) => columns[column]?.id),
    };
  }

  function hold(range: CellRange): HeldRange {
    return { range, ...namesOf(range), count: lines.length };
  }

  function find(lineId: string, columnId: string): CellPlace | null {
    const line = lineIndexes.get(lineId);
    const column = columnIndexes.get(columnId);
    return line === undefined || column === undefined ? null : { line, column };
  }

  function current(): CellRange | null {
    if (held === null) return null;
    const { lineIds, columnIds } = namesOf(held.range);
    const isSame = (left: readonly (string | undefined)[], right: readonly (string | undefined)[]) =>
      left.every((id, index) => id === right[index]);
    if (held.count === lines.length && isSame(lineIds, held.lineIds) && isSame(columnIds, held.columnIds)) {
      return held.range;
    }
    const line = lineIndexes.get(held.lineIds[0] ?? '');
    if (line === undefined) return null;
    const column = columnIndexes.get(held.columnIds[0] ?? '') ?? Math.min(held.range.cursor.column, columns.length - 1);
    return rangeAt({ line, column: Math.max(0, column) });
  }

  return {
    range: current(),
    setRange: (range) => {
      setHeld(hold(range));
      const lineId = lines[range.cursor.line]?.id;
      const columnId = columns[range.cursor.column]?.id;
      if (lineId !== undefined && columnId !== undefined) lastCells.set(place, { lineId, columnId });
    },
    find,
  };
}
