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
import { divideToFit } from './divide-words.ts';
import { countLines, typeset } from './fonts.ts';
import {
  categoryMark,
  FAINT,
  HAIRLINE,
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

const ROW_PADDING = 0.7;
const THICK_LINE = 0.9;
const THIN_LINE = 0.5;
/** Points under a table and its notes. */
const TABLE_SPACE = 12;

const cellText = (column: Column, cell: Cell): string => {
  const category = columnKind(column) === 'category' ? categoryOf(cell) : null;
  return category === null ? printCell(cell) : categoryWords(category);
};

/** A cell's text with its long words divided where its column, of `width` points, asks for it. */
const dividedText = (column: Column, cell: Cell, width: number): string => {
  const whole = cellText(column, cell);
  return columnKind(column) === 'text' ? divideToFit(whole, width, TABLE.fontSize) : whole;
};

function cellNode(column: Column, cell: Cell, width: number): PdfNode {
  const category = columnKind(column) === 'category' ? categoryOf(cell) : null;
  if (category === null) {
    const content = dividedText(column, cell, width);
    if (!isNumeric(column)) return text(content);
    return text(content, { alignment: 'right', noWrap: true, ...(content === '0' ? { color: FAINT } : {}) });
  }
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
function rowCells(table: Table, row: Cell[], widths: number[]): PdfNode[] {
  const numbers = table.columns.findIndex(isNumeric);
  const naming = Math.min(numbers < 0 ? 1 : numbers, NAMING_COLUMNS);
  return table.columns.map((column, index) => {
    const cell = row[index] ?? '';
    const node = cellNode(column, cell, widths[index] ?? 0);
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
    countLines(dividedText(column, row[index] ?? '', widths[index] ?? 0), widths[index] ?? 0, TABLE.fontSize),
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

/** Height of what stands under the last row: the total, the last line, the notes. */
function footHeight(table: Table, notes: TableNote[], widths: number[], orientation: Orientation): number {
  const total = table.total ? rowHeight(table, table.total, widths) + THIN_LINE : 0;
  const lines = notes.map((note) => countLines(`${note.mark} ${note.text}`, PAGE[orientation].width, NOTE.fontSize));
  return lines.reduce((height, count) => height + count * NOTE_LEADING, total + THICK_LINE + NOTE_SPACE);
}

/** A table of fewer rows is seen at a glance. */
const LEAST_GROUPED = 12;

/** The rows of a long table by function that begin a new group of the chart of accounts (`9.25.…` after `9.22.…`). */
function groupStarts({ columns, rows }: Table): Set<number> {
  if (columns[0]?.id !== 'im-funktion' || rows.length < LEAST_GROUPED) return new Set();
  const groupOf = (row: Cell[] | undefined): string => String(row?.[0] ?? '').replace(/\.[^.]*$/, '');
  return new Set(rows.keys().filter((row) => row > 0 && groupOf(rows[row]) !== groupOf(rows[row - 1])));
}

/** A line of a table: how wide it is in points, and its colour. */
interface GridLine {
  width: number;
  color: string;
}

export const thick: GridLine = { width: THICK_LINE, color: INK };
export const thin: GridLine = { width: THIN_LINE, color: INK };
const faint: GridLine = { width: 0.3, color: HAIRLINE };
export const none: GridLine = { width: 0, color: INK };

/** The lines of a table, by the number of the line from 0, and the room of its cells. */
export const gridLayout = (widths: number[], lineAt: (line: number) => GridLine): TableLayout => ({
  defaultBorder: true,
  hLineWidth: (line) => lineAt(line).width,
  hLineColor: (line) => lineAt(line).color,
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : COLUMN_GAP / 2),
  paddingRight: (column) => (column === widths.length - 1 ? 0 : COLUMN_GAP / 2),
  paddingTop: () => ROW_PADDING,
  paddingBottom: () => ROW_PADDING,
});

/** How a table is kept together over pages. */
interface Hold {
  /** No row is broken; false where one is too tall for that. */
  keepsRows: boolean;
  /** Rows that stay on the page of the head. */
  first: number;
  /** Rows that stay on the page of the foot, drawn with it. */
  last: number;
  /** Points of room under the last row but those, so that the foot fits on its page. */
  reserved: number;
}

/** The head and rows of a table but those that its foot draws. The head repeats on each page. */
function rowsNode(table: Table, notes: TableNote[], widths: number[], hold: Hold, tag: TableTag): PdfNode {
  const rows = table.rows.slice(0, table.rows.length - hold.last).map((row) => rowCells(table, row, widths));
  const room: [number, number, number, number] = [0, 0, 0, hold.reserved];
  rows.push((rows.pop() ?? []).map((cell) => ({ ...cell, margin: room })));
  const body = [headRow(table, notes, widths), ...rows];
  const starts = groupStarts(table);
  return {
    ...TABLE,
    tag,
    table: {
      headerRows: 1,
      keepWithHeaderRows: hold.keepsRows ? hold.first : 0,
      dontBreakRows: hold.keepsRows,
      widths,
      body,
    },
    layout: gridLayout(widths, (line) =>
      line === 0 ? thick : line === 1 ? thin : starts.has(line - 1) ? faint : none,
    ),
  };
}

/** The last rows, the total under its thin line, the last line, and the notes, in the room that was reserved for them. */
function footNode(table: Table, notes: TableNote[], widths: number[], hold: Hold, tag: TableTag): PdfNode {
  const { total } = table;
  const width = widths.reduce((sum, column) => sum + column, COLUMN_GAP * (widths.length - 1));
  const lastRows = table.rows.slice(table.rows.length - hold.last).map((row) => rowCells(table, row, widths));
  const starts = groupStarts(table);
  const isStart = (row: number): boolean => starts.has(table.rows.length - hold.last + row);
  const rows: PdfNode[] =
    lastRows.length === 0
      ? []
      : [
          {
            ...TABLE,
            tag,
            table: { widths, body: lastRows },
            layout: gridLayout(widths, (line) => (line < lastRows.length && isStart(line) ? faint : none)),
          },
        ];
  const lastLine: PdfNode = {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: THICK_LINE, lineColor: INK }],
  };
  const totalRow = total
    ? {
        ...TABLE,
        tag: { ...tag, part: 'TFoot' as const },
        table: { widths, body: [rowCells(table, total, widths).map((cell) => ({ ...cell, bold: true, color: INK }))] },
        layout: gridLayout(widths, (line) => (line === 0 ? thin : thick)),
      }
    : lastLine;
  return {
    margin: [0, -hold.reserved, 0, TABLE_SPACE],
    stack: [...rows, totalRow, { stack: noteNodes(notes), margin: [0, NOTE_SPACE, 0, 0] }],
  };
}

/** What a table becomes: its nodes, and the page it wants. */
export interface LaidTable {
  nodes: PdfNode[];
  orientation: Orientation;
}

/** A table no taller than this part of a page is not broken. */
const UNBROKEN_PART = 0.36;
/** Points that a caption takes with the space around it. */
const CAPTION_HEIGHT = 24;

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
  const head = Math.max(...countHeadLines(table, notes, widths)) * TABLE_LEADING + 2 * ROW_PADDING;
  const foot = footHeight(table, notes, widths, orientation);
  // Title, rows and total are nodes of their own, and one table.
  const tag: TableTag = { type: 'Table', key: {} };
  const caption: PdfNode = { ...captionNode(table, notes), tag: [tag, { type: 'Caption' }] };
  const parts = (hold: Hold): PdfNode[] => [
    rowsNode(table, notes, widths, hold, tag),
    footNode(table, notes, widths, hold, tag),
  ];
  const whole = heights.reduce((sum, height) => sum + height, CAPTION_HEIGHT + head + foot);
  if (whole <= PAGE[orientation].height * UNBROKEN_PART) {
    const stack = [caption, ...parts({ keepsRows: true, first: 0, last: 0, reserved: 0 })];
    return { nodes: [{ unbreakable: true, stack }], orientation };
  }
  const hold = holdRows(heights, foot, TALLEST_ROW[orientation]);
  const [first = 0, second = 0] = heights;
  const room = head + Math.min(first + (hold.first > 1 ? second : TABLE_LEADING), TALLEST_ROW[orientation]);
  return { nodes: keepWithNext(caption, { stack: parts(hold) }, room), orientation };
}

/** Neither the first nor the last row of a table stands alone on a page, where two of them with head or foot fit on one. */
function holdRows(heights: number[], foot: number, tallest: number): Hold {
  if (Math.max(...heights) >= tallest) return { keepsRows: false, first: 0, last: 0, reserved: 0 };
  const [first = 0, second = 0] = heights;
  const end = heights.at(-1) ?? 0;
  const last = heights.length >= 4 && end + (heights.at(-2) ?? 0) + foot < tallest ? 1 : 0;
  const keepsTwo = heights.length >= 4 && first + second < tallest;
  return { keepsRows: true, first: keepsTwo ? 2 : 1, last, reserved: foot + (last === 1 ? end + faint.width : 0) };
}
