import { columnHead, columnKind, isNumeric, noteMarks, printCell, type TableNote } from '#lib/render/blocks.ts';
import type { Column, Table } from '#lib/report/model.ts';
import { countLines, measureText, NO_BREAK_HYPHEN } from './fonts.ts';
import { type Orientation, PAGE, span, TABLE } from './style.ts';

/** Points between two columns. */
export const COLUMN_GAP = 9;

/** A column of text is no wider than this where its texts are long; they wrap. */
const WIDEST_TEXT = { portrait: 190, landscape: 265 };
/** A column of text that wraps needs this much to be read with ease. */
const EASY_TEXT = 90;
/** A head of numbers wraps rather than making its column wider than this. */
const WIDEST_HEAD = 64;
/** Heads take at most this many lines. */
const HEAD_LINES = 4;
/** A column of text as short as this does not wrap. */
const SHORT_TEXT = 56;
/** Longer words are divided rather than making a column of text wider than this. */
const LONGEST_WORD = 84;
/** Room for a category's mark before its words. */
export const MARK_WIDTH = 11;

interface ColumnNeed {
  isNumeric: boolean;
  least: number;
  best: number;
}

const widest = (texts: string[], bold: boolean): number =>
  texts.reduce((width, text) => Math.max(width, measureText(text, TABLE.fontSize, bold)), 0);

/**
 * A head whose numbers stay with the word before them (`kategori 3`, `end 1 år`), and few letters with what they are
 * hyphened to (`IM-funktion`). A year may stand on a line of its own.
 */
export const headText = (table: Table, column: Column): string =>
  columnHead(table, column)
    .replace(/ (?=\d{1,3}(?!\d))/g, '\u00a0')
    .replace(/(?<=(?<!\p{L})\p{L}{1,3})-(?=\p{L})/gu, NO_BREAK_HYPHEN);

const words = (text: string): string[] => text.split(/[ \n]+|(?<=-)/);

/** A hair more than measured: kerning can widen a line by a fraction of a point, and a number must not wrap. */
const SLACK = 1;

/** The least width at which a head takes no more than HEAD_LINES. */
function narrowestHead(head: string): number {
  let width = widest(words(head), true);
  while (countLines(head, width, TABLE.fontSize, true) > HEAD_LINES) width += 2;
  return width;
}

/** What each column needs at least, and at best, in points. */
function measureColumns(
  table: Table,
  notes: TableNote[],
  cellText: (row: number, column: number) => string,
): ColumnNeed[] {
  return table.columns.map((column, index) => {
    const head = [headText(table, column), ...noteMarks(notes, column.id)].join(' ');
    const headWord = narrowestHead(head);
    const cells = table.rows.map((_, row) => cellText(row, index));
    const totals = table.total ? [printCell(table.total[index] ?? '')] : [];
    if (isNumeric(column)) {
      const width = Math.max(headWord, widest(cells, false), widest(totals, true)) + SLACK;
      return {
        isNumeric: true,
        least: width,
        best: Math.max(width, Math.min(widest([head], true) + SLACK, WIDEST_HEAD)),
      };
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
    const least = Math.min(Math.max(longest, Math.min(whole, SHORT_TEXT)), LONGEST_WORD) + mark + SLACK;
    return { isNumeric: false, least, best: Math.max(least, whole + mark + SLACK) };
  });
}

const total = (needs: ColumnNeed[], key: 'least' | 'best'): number => needs.reduce((sum, need) => sum + need[key], 0);

const easyWidth = (need: ColumnNeed): number =>
  need.isNumeric ? need.least : Math.max(need.least, Math.min(need.best, EASY_TEXT));

/** Widths of the columns in points, and the page they fit: upright where texts keep a readable width. */
export function fitColumns(
  table: Table,
  notes: TableNote[],
  cellText: (row: number, column: number) => string,
): { widths: number[]; orientation: Orientation } {
  const needs = measureColumns(table, notes, cellText);
  const gaps = COLUMN_GAP * Math.max(0, needs.length - 1);
  const easy = needs.reduce((sum, need) => sum + easyWidth(need), 0);
  const orientation: Orientation = easy + gaps <= PAGE.portrait.width ? 'portrait' : 'landscape';
  const capped = needs.map((need) => ({
    ...need,
    best: Math.max(need.least, Math.min(need.best, WIDEST_TEXT[orientation])),
  }));
  return { widths: shareWidth(capped, PAGE[orientation].width - gaps), orientation };
}

/** Each need at its least, and of what is left of `available` the part of its wish that all can have. */
function grow(needs: ColumnNeed[], available: number): number[] {
  const least = total(needs, 'least');
  const wish = total(needs, 'best') - least;
  const part = wish === 0 ? 0 : Math.min(1, Math.max(0, available - least) / wish);
  return needs.map((need) => need.least + (need.best - need.least) * part);
}

/**
 * Shares `available` points: each column its best where there is room; else the heads of numbers wrap first, then the
 * texts; and where even the least does not fit, all shrink alike.
 */
function shareWidth(needs: ColumnNeed[], available: number): number[] {
  const least = total(needs, 'least');
  if (least > available) return needs.map((need) => (need.least * available) / least);
  const wrappedHeads = needs.map((need) => (need.isNumeric ? { ...need, best: need.least } : need));
  if (total(wrappedHeads, 'best') > available) return grow(wrappedHeads, available);
  const fullTexts = needs.map((need) => (need.isNumeric ? need : { ...need, least: need.best }));
  const widths = grow(fullTexts, available);
  return snapToGrid(needs, widths, available);
}

/**
 * The widths, so that the table ends where a column of the grid does: one that almost fills the page fills it, and right
 * edges stand under each other. A narrow table's first column of text takes what is added.
 */
function snapToGrid(needs: ColumnNeed[], widths: number[], available: number): number[] {
  const used = widths.reduce((sum, width) => sum + width, 0);
  if (used > available * 0.7) return widths.map((width) => (width * available) / used);
  const gaps = COLUMN_GAP * (widths.length - 1);
  const columns = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].find((count) => span(count) >= used + gaps);
  const added = columns === undefined ? 0 : span(columns) - used - gaps;
  const taker = Math.max(
    0,
    needs.findLastIndex((need, index) => !need.isNumeric && index < 2),
  );
  return widths.map((width, index) => (index === taker ? width + added : width));
}
