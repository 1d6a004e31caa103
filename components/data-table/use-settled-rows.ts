'use client';

import { useMemo, useState } from 'react';

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/**
 * The rows that a list's order, filters and groups are made of. What is typed into a row does not move it or take it
 * away under one's hands: as in Excel, that happens when one next sorts, filters or groups.
 * @param saved rows that were saved since the page was made, by id
 * @param view what the order and filters are, as text
 */
export function useSettledRows<Row>(
  rows: readonly Row[],
  saved: ReadonlyMap<string, Row>,
  rowId: (row: Row) => string,
  view: string,
): readonly Row[] {
  const [settled, setSettled] = useState<{ rows: readonly Row[]; view: string; saved: ReadonlyMap<string, Row> }>({
    rows,
    view,
    saved: NONE,
  });
  if (settled.rows !== rows) setSettled({ rows, view, saved: NONE });
  else if (settled.view !== view) setSettled({ rows, view, saved });
  const taken = settled.rows === rows ? settled.saved : NONE;
  return useMemo(
    () => (taken.size === 0 ? rows : rows.map((row) => taken.get(rowId(row)) ?? row)),
    [rows, taken, rowId],
  );
}
