'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { readDate, readMoney } from '#components/ui/formatted-field.tsx';
import type { Column } from './columns.ts';
import type { Overtaken } from './kept-desk.ts';

/** Whether two texts of a cell say the same: as they stand, as dates, or as amounts. */
function saysTheSame(one: string, other: string): boolean {
  if (one.trim() === other.trim()) return true;
  const [date, amount] = [readDate(one), readMoney(one)];
  return (date != null && date === readDate(other)) || (amount != null && amount === readMoney(other));
}

/** Holds what was typed on an earlier page against what the rows hold now. */
export function useOvertaken<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  rowId: (row: Row) => string,
): Overtaken {
  const t = useTranslations('ui.grid');
  return useCallback(
    (cell) => {
      // Asked once, of the few cells that a page left: no index is worth its while.
      const row = rows.find((one) => rowId(one) === cell.rowId);
      const now = row && columns.find(({ id }) => id === cell.columnId)?.edit?.text(row);
      if (now === undefined || saysTheSame(now, cell.beforeText) || saysTheSame(now, cell.text)) return null;
      return t('overtaken', { now });
    },
    [rows, columns, rowId, t],
  );
}
