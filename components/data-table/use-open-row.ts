'use client';

import { useMemo } from 'react';
import type { GridLine } from './lines.ts';
import type { TableAddress } from './use-table-address.ts';

/** The row that is open beside the table, and the rows beside it in the list as it is shown. */
export interface OpenRow<Row> {
  /** null: none, or one that the list does not have. */
  row: Row | null;
  id: string | null;
  /** From 1; null where the filters leave the row out. */
  position: number | null;
  /** How many rows are shown. */
  total: number;
  previous: string | null;
  next: string | null;
  open: (id: string | null) => void;
}

/** Which row the address opens: `?vis=91500001`. Where the filters leave it out, *next* is the first that they show. */
export function useOpenRow<Row>(
  address: TableAddress,
  rows: readonly Row[],
  lines: readonly GridLine<Row>[],
  rowId: (row: Row) => string,
): OpenRow<Row> {
  const { opened, setOpened } = address;
  const shown = useMemo(() => lines.flatMap((line) => (line.kind === 'row' ? [line.id] : [])), [lines]);
  const row = useMemo(
    () => (opened === null ? null : (rows.find((one) => rowId(one) === opened) ?? null)),
    [rows, rowId, opened],
  );
  const index = opened === null ? -1 : shown.indexOf(opened);
  return {
    row,
    id: row === null ? null : opened,
    position: index < 0 ? null : index + 1,
    total: shown.length,
    previous: index < 0 ? null : (shown[index - 1] ?? null),
    next: shown[index + 1] ?? null,
    open: setOpened,
  };
}
