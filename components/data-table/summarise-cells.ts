import type { Ore } from '#lib/domain/money.ts';
import type { CellRect } from './cell-range.ts';
import { cellText } from './cell-text.ts';
import type { Column } from './columns.ts';
import type { GridLine } from './lines.ts';

/** What selected cells come to. Amounts where there are some, otherwise counts. */
interface CellFigures {
  /** Cells that hold something. */
  filled: number;
  /** Of those, how many are added up; 0: none is a number. */
  numbers: number;
  /** `money`: in øre, exact. */
  unit: 'money' | 'count';
  sum: bigint;
  /** In hundredths of the unit (øre for money), rounded half away from zero. */
  average: bigint;
  /** Whether the average was rounded. */
  isRounded: boolean;
}

function divideRounded(value: bigint, by: bigint): bigint {
  const magnitude = value < 0n ? -value : value;
  const rounded = (2n * magnitude + by) / (2n * by);
  return value < 0n ? -rounded : rounded;
}

/** Adds up the selected cells of rows. Amounts and counts are never added to each other. */
export function summariseCells<Row>(
  rect: CellRect,
  lines: readonly GridLine<Row>[],
  columns: readonly Column<Row>[],
  rowOf: (rowId: string, row: Row) => Row,
): CellFigures {
  const selected = columns.slice(rect.left, rect.right + 1);
  const unit = selected.some(({ kind }) => kind === 'money') ? 'money' : 'count';
  let filled = 0;
  let numbers = 0;
  let sum: Ore = 0n;
  for (let index = rect.top; index <= rect.bottom; index += 1) {
    const line = lines[index];
    if (line?.kind !== 'row') continue;
    const row = rowOf(line.id, line.row);
    for (const column of selected) {
      if (column.kind === 'money' || column.kind === 'count') {
        const value = column.value(row);
        if (value === null) continue;
        filled += 1;
        if (column.kind !== unit) continue;
        numbers += 1;
        sum += BigInt(value);
      } else if (cellText(column, row) !== '') filled += 1;
    }
  }
  const hundredths = unit === 'money' ? sum : sum * 100n;
  const by = BigInt(Math.max(1, numbers));
  return { filled, numbers, unit, sum, average: divideRounded(hundredths, by), isRounded: hundredths % by !== 0n };
}
