import { columnHead, columnKind, isNumeric, noteMarks, printCell, type TableNote } from '#lib/render/blocks.ts';
import type { Table } from '#lib/report/model.ts';
import { measureText } from './fonts.ts';
import { type Orientation, PAGE, TABLE } from './style.ts';

/** Points between two columns. */
export const COLUMN_GAP = 9;

/** A column of text is no wider than this where its texts are long; they wrap. */
const WIDEST_TEXT = 190;
/** A head of numbers wraps rather than making its column wider than this. */
const WIDEST_HEAD = 64;
/** Long words are broken rather than making a column of text wider than this. */
const LONGEST_WORD = 110;
/** Room for a category's mark before its words. */
export const MARK_WIDTH = 11;

interface ColumnNeed {
  least: number;
  best: number;
}

const widest = (texts: string[], bold: boolean): number =>
  texts.reduce((width, text) => Math.max(width, measureText(text, TABLE.fontSize, bold)), 0);

const words = (text: string): string[] => text.split(/\s+|(?<=-)/);

/** A hair more than measured: kerning can widen a line by a fraction of a point, and a number must not wrap. */
const SLACK = 1;

/** What each column needs at least, and at best, in points. */
function measureColumns(
  table: Table,
  notes: TableNote[],
  cellText: (row: number, column: number) => string,
): ColumnNeed[] {
  return table.columns.map((column, index) => {
    const head = [columnHead(table, column), ...noteMarks(notes, column.id)].join(' ');
    const headWord = widest(words(head), true);
    const cells = table.rows.map((_, row) => cellText(row, index));
    const totals = table.total ? [printCell(table.total[index] ?? '')] : [];
    if (isNumeric(column)) {
      const width = Math.max(headWord, widest(cells, false), widest(totals, true)) + SLACK;
      return { least: width, best: Math.max(width, Math.min(widest([head], true) + SLACK, WIDEST_HEAD)) };
    }
    const mark = columnKind(column) === 'category' ? MARK_WIDTH : 0;
    const longest = Math.max(headWord, widest(cells.flatMap(words), false), widest(totals.flatMap(words), true));
    const whole = Math.max(
      widest(
        cells.flatMap((cell) => cell.split('\n')),
        false,
      ),
      widest([head, ...totals], true),
    );
    const least = Math.min(longest, LONGEST_WORD) + mark + SLACK;
    return { least, best: Math.max(least, Math.min(whole + mark + SLACK, WIDEST_TEXT)) };
  });
}

const total = (needs: ColumnNeed[], key: keyof ColumnNeed): number => needs.reduce((sum, need) => sum + need[key], 0);

/** Widths of the columns in points, and the page they fit: upright where texts keep a readable width. */
export function fitColumns(
  table: Table,
  notes: TableNote[],
  cellText: (row: number, column: number) => string,
): { widths: number[]; orientation: Orientation } {
  const needs = measureColumns(table, notes, cellText);
  const gaps = COLUMN_GAP * Math.max(0, needs.length - 1);
  const comfortable = needs.reduce((sum, need) => sum + Math.max(need.least, need.best * 0.6), gaps);
  const orientation: Orientation = comfortable <= PAGE.portrait.width ? 'portrait' : 'landscape';
  return { widths: shareWidth(needs, PAGE[orientation].width - gaps), orientation };
}

/**
 * Shares `available` points: each column its best where there is room, else the texts give way in proportion to what
 * they can spare; and where even the least does not fit, all shrink alike.
 */
function shareWidth(needs: ColumnNeed[], available: number): number[] {
  const least = total(needs, 'least');
  const best = total(needs, 'best');
  if (least > available) return needs.map((need) => (need.least * available) / least);
  if (best > available) {
    const part = (available - least) / (best - least);
    return needs.map((need) => need.least + (need.best - need.least) * part);
  }
  // A table that almost fills the page fills it, so that the right edges stand under each other.
  const spare = best > available * 0.7 ? available - best : 0;
  return needs.map((need) => need.best + (spare * need.best) / best);
}
