import type { PdfNode, TableLayout, TextNode } from 'pdfmake';
import { raiseMark } from '#lib/format/raise-mark.ts';
import {
  categoryOf,
  categoryWords,
  columnKind,
  commonUnit,
  EMPTY_TABLE,
  isNumeric,
  noteMarks,
  printCell,
  type TableNote,
} from '#lib/render/blocks.ts';
import type { Cell, Column, Table } from '#lib/report/model.ts';
import { countLines, typeset } from './fonts.ts';
import {
  categoryMark,
  INK,
  keepWithNext,
  NOTE,
  NOTE_LEADING,
  type Orientation,
  PAGE,
  QUIET,
  TABLE,
  TABLE_LEADING,
  text,
} from './style.ts';
import { COLUMN_GAP, fitColumns, headText, MARK_WIDTH } from './table-widths.ts';
import type { Tag } from './tagged/tag.ts';

const ROW_PADDING = 0.9;
export const THICK_LINE = 0.9;
export const THIN_LINE = 0.5;
/** Points under a table and its notes. */
const TABLE_SPACE = 12;

const cellText = (column: Column, cell: Cell): string => {
  const category = columnKind(column) === 'category' ? categoryOf(cell) : null;
  return category === null ? printCell(cell) : categoryWords(category);
};

function cellNode(column: Column, cell: Cell): PdfNode {
  const category = columnKind(column) === 'category' ? categoryOf(cell) : null;
  if (category === null) return text(printCell(cell), isNumeric(column) ? { alignment: 'right', noWrap: true } : {});
  return {
    columns: [
      { canvas: [categoryMark(category, 5.5)], width: MARK_WIDTH, margin: [0, 2.4, 0, 0] },
      text(categoryWords(category), { width: '*' }),
    ],
  };
}

/** The mark of a note, where it is referred to. */
const markNode = (mark: string): TextNode => text(`\u00a0${raiseMark(mark)}`, { tag: { type: 'Reference' } });

type TableTag = Extract<Tag, { type: 'Table' }>;

/** At most this many columns say which row it is. */
const NAMING_COLUMNS = 2;

/** The cells of a row. The columns before the first number, at most two, are heard as the row's heads. */
function rowCells(table: Table, row: Cell[]): PdfNode[] {
  const numbers = table.columns.findIndex(isNumeric);
  const naming = Math.min(numbers < 0 ? 1 : numbers, NAMING_COLUMNS);
  return table.columns.map((column, index) => {
    const cell = row[index] ?? '';
    const node = cellNode(column, cell);
    return index < naming && cell !== '' ? { ...node, tag: { type: 'TH', scope: 'Row' } } : node;
  });
}

function headNode(table: Table, column: Column, notes: TableNote[]): TextNode {
  const label: TextNode[] = [{ text: typeset(headText(table, column)) }];
  for (const mark of noteMarks(notes, column.id)) label.push(markNode(mark));
  return { text: label, bold: true, color: INK, alignment: isNumeric(column) ? 'right' : 'left' };
}

/** How many lines each head takes. */
function countHeadLines(table: Table, notes: TableNote[], widths: number[]): number[] {
  return table.columns.map((column, index) => {
    const label = [headText(table, column), ...noteMarks(notes, column.id).map(raiseMark)].join('\u00a0');
    return countLines(label, widths[index] ?? 0, TABLE.fontSize, true);
  });
}

/** Heads in line with each other at their foot: pdfmake aligns cells at the top, so short heads get space above. */
function headRow(table: Table, notes: TableNote[], widths: number[]): PdfNode[] {
  const lines = countHeadLines(table, notes, widths);
  const most = Math.max(...lines);
  return table.columns.map((column, index) => ({
    ...headNode(table, column, notes),
    margin: [0, (most - (lines[index] ?? most)) * TABLE_LEADING, 0, 0],
  }));
}

/** A row taller than this must be broken, or pdfmake would drop what does not fit on the page. */
const TALLEST_ROW = { portrait: PAGE.portrait.height / 2, landscape: PAGE.landscape.height / 2 };

function rowHeight(table: Table, row: Cell[], widths: number[]): number {
  const lines = table.columns.map((column, index) =>
    countLines(cellText(column, row[index] ?? ''), widths[index] ?? 0, TABLE.fontSize),
  );
  return Math.max(1, ...lines) * TABLE_LEADING + 2 * ROW_PADDING;
}

/** The caption above a table: its title with the marks of its notes, and the unit of its amounts once. */
function captionNode(table: Table, notes: TableNote[]): PdfNode {
  const title: TextNode[] = [{ text: typeset(table.title), bold: true }];
  for (const mark of noteMarks(notes, null)) title.push(markNode(mark));
  const unit = commonUnit(table);
  if (unit !== '') title.push({ text: typeset(`   ${unit}`), fontSize: TABLE.fontSize, color: QUIET });
  return { text: title, fontSize: 9, lineHeight: 1.05, margin: [0, 6, 0, 4] };
}

function noteNodes(notes: TableNote[]): PdfNode[] {
  return notes.map((note) => {
    const mark: TextNode[] = note.mark === '' ? [] : [text(`${raiseMark(note.mark)}\u00a0`, { tag: { type: 'Lbl' } })];
    return { ...NOTE, tag: { type: 'Note' }, text: [...mark, text(note.text)], color: QUIET };
  });
}

/** The space between a table's last line and its notes. */
const NOTE_SPACE = 4;

/** Height of what stands under the last row and on its page: the total, the last line, the notes. */
function footHeight(table: Table, notes: TableNote[], widths: number[], orientation: Orientation): number {
  const total = table.total ? rowHeight(table, table.total, widths) + THIN_LINE : 0;
  const lines = notes.map((note) => countLines(`${note.mark} ${note.text}`, PAGE[orientation].width, NOTE.fontSize));
  return lines.reduce((height, count) => height + count * NOTE_LEADING, total + THICK_LINE + NOTE_SPACE);
}

/** The three lines of a table and the room of its cells. `lineWidth` in points, by the number of the line from 0. */
export const gridLayout = (widths: number[], lineWidth: (line: number) => number): TableLayout => ({
  defaultBorder: true,
  hLineWidth: lineWidth,
  hLineColor: () => INK,
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : COLUMN_GAP / 2),
  paddingRight: (column) => (column === widths.length - 1 ? 0 : COLUMN_GAP / 2),
  paddingTop: () => ROW_PADDING,
  paddingBottom: () => ROW_PADDING,
});

/**
 * The head and rows of a table. The head repeats on each page and no row is broken, unless one is taller than half a
 * page. `reserved` points of room are kept under the last row for the foot, so that a total never stands alone.
 */
function rowsNode(
  table: Table,
  notes: TableNote[],
  widths: number[],
  keepsRows: boolean,
  reserved: number,
  tag: TableTag,
): PdfNode {
  const rows = table.rows.map((row) => rowCells(table, row));
  const room: [number, number, number, number] = [0, 0, 0, reserved];
  rows.push((rows.pop() ?? []).map((cell) => ({ ...cell, margin: room })));
  const body = [headRow(table, notes, widths), ...rows];
  const lineWidth = (line: number): number => (line === 0 ? THICK_LINE : line === 1 ? THIN_LINE : 0);
  return {
    ...TABLE,
    tag,
    table: { headerRows: 1, keepWithHeaderRows: keepsRows ? 1 : 0, dontBreakRows: keepsRows, widths, body },
    layout: gridLayout(widths, lineWidth),
  };
}

/** The total under its thin line, the last line, and the notes, in the room that the last row has reserved. */
function footNode(table: Table, notes: TableNote[], widths: number[], reserved: number, tag: TableTag): PdfNode {
  const { total } = table;
  const width = widths.reduce((sum, column) => sum + column, COLUMN_GAP * (widths.length - 1));
  const lastLine: PdfNode = {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: THICK_LINE, lineColor: INK }],
  };
  const totalRow = total
    ? {
        ...TABLE,
        tag: { ...tag, part: 'TFoot' as const },
        table: { widths, body: [rowCells(table, total).map((cell) => ({ ...cell, bold: true }))] },
        layout: gridLayout(widths, (line) => (line === 0 ? THIN_LINE : THICK_LINE)),
      }
    : lastLine;
  return {
    margin: [0, -reserved, 0, TABLE_SPACE],
    stack: [totalRow, { stack: noteNodes(notes), margin: [0, NOTE_SPACE, 0, 0] }],
  };
}

/** What a table becomes: its nodes, and the page it wants. */
export interface LaidTable {
  nodes: PdfNode[];
  orientation: Orientation;
}

/** Lays out a table of the model with its caption and notes. */
export function layTable(table: Table, notes: TableNote[]): LaidTable {
  if (table.rows.length === 0) {
    const empty = text(EMPTY_TABLE, { ...TABLE, color: QUIET, margin: [0, 0, 0, TABLE_SPACE] });
    const stack = [captionNode(table, notes), empty, ...noteNodes(notes)];
    return { nodes: [{ unbreakable: true, stack }], orientation: 'portrait' };
  }
  const { widths, orientation } = fitColumns(table, notes, (row, column) => {
    const described = table.columns[column];
    return described ? cellText(described, table.rows[row]?.[column] ?? '') : '';
  });
  const heights = table.rows.map((row) => rowHeight(table, row, widths));
  const keepsRows = Math.max(...heights) < TALLEST_ROW[orientation];
  const reserved = keepsRows ? footHeight(table, notes, widths, orientation) : 0;
  const head = Math.max(...countHeadLines(table, notes, widths)) * TABLE_LEADING;
  // Under the caption: the head, the first row, which stays with it, and one more.
  const room = head + Math.min(heights[0] ?? 0, TALLEST_ROW[orientation]) + 4 * ROW_PADDING + 2 * TABLE_LEADING;
  // Title, rows and total are nodes of their own, and one table.
  const tag: TableTag = { type: 'Table', key: {} };
  const caption: PdfNode = { ...captionNode(table, notes), tag: [tag, { type: 'Caption' }] };
  const stack = [
    rowsNode(table, notes, widths, keepsRows, reserved, tag),
    footNode(table, notes, widths, reserved, tag),
  ];
  return { nodes: keepWithNext(caption, { stack }, room), orientation };
}
