import type { AfterCommit } from './cell-editor.tsx';
import type { CellPlace } from './cell-range.ts';
import type { GridLine } from './lines.ts';

/** The next line that is a row, and not the head of a group; the same where there is none. */
function nextLine(lines: readonly GridLine<unknown>[], line: number, step: 1 | -1): number {
  let next = line + step;
  while (lines[next]?.kind === 'group') next += step;
  return lines[next] === undefined ? line : next;
}

/** The next column that can be typed in; the same where there is none. */
function nextColumn(count: number, column: number, step: 1 | -1, canType: (column: number) => boolean): number {
  for (let next = column + step; next >= 0 && next < count; next += step) if (canType(next)) return next;
  return column;
}

/** What is around a cell that was typed in. */
interface Around {
  lines: readonly GridLine<unknown>[];
  columns: number;
  /** The column that a run of Tabs began in, to which Enter goes back, as in Excel. */
  origin: number | null;
  /** Whether a column of the row can be typed in. */
  canType: (column: number) => boolean;
}

/** Where one is after a text was committed. */
export function placeAfter(place: CellPlace, after: AfterCommit, around: Around): CellPlace {
  const { line, column } = place;
  switch (after) {
    case 'down':
      return { line: nextLine(around.lines, line, 1), column: around.origin ?? column };
    case 'up':
      return { line: nextLine(around.lines, line, -1), column };
    case 'right':
      return { line, column: nextColumn(around.columns, column, 1, around.canType) };
    case 'left':
      return { line, column: nextColumn(around.columns, column, -1, around.canType) };
    default:
      return place;
  }
}
