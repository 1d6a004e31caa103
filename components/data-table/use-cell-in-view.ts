'use client';

import { type RefObject, useLayoutEffect } from 'react';
import type { Column } from './columns.ts';

/** Width in px of the column of ticks. */
export const CHOICE_WIDTH = 32;

/** Left offsets in px of the frozen columns, null for the others; `start` is what stands before them. */
export function frozenOffsets(columns: readonly Column<never>[], start: number): (number | null)[] {
  let left = start;
  return columns.map((column) => {
    if (!column.frozen) return null;
    const mine = left;
    left += column.width;
    return mine;
  });
}

/** Scrolls the grid sideways until the cell that one has come to stands beside the frozen columns, and not under them. */
export function useCellInView(
  scroller: RefObject<HTMLDivElement | null>,
  cellId: string | undefined,
  columns: readonly Column<never>[],
  offsets: readonly (number | null)[],
  start: number,
): void {
  useLayoutEffect(() => {
    const cell = cellId === undefined ? null : document.getElementById(cellId);
    const box = scroller.current;
    const place = cell?.dataset.column;
    if (!cell || !box || place === undefined || offsets[Number(place)] !== null) return;
    const frozen = columns.reduce((sum, { width }, index) => sum + (offsets[index] === null ? 0 : width), start);
    const most = cell.offsetLeft - frozen;
    const least = cell.offsetLeft + cell.offsetWidth - box.clientWidth;
    if (box.scrollLeft > most) box.scrollLeft = most;
    else if (box.scrollLeft < least) box.scrollLeft = Math.min(least, most);
  }, [scroller, cellId, columns, offsets, start]);
}
