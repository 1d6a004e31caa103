import type { PdfNode, TextNode } from 'pdfmake';
import {
  categoryOf,
  categoryWords,
  columnHead,
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
  type Orientation,
  PAGE,
  QUIET,
  TABLE,
  TABLE_LEADING,
  text,
} from './style.ts';
import { COLUMN_GAP, fitColumns, MARK_WIDTH } from './table-widths.ts';

const ROW_PADDING = 1.75;
/** A note's mark is raised, and pdfmake sets what is raised at 0.58 of its size. */
const NOTE_MARK = 11;
/** Extra space above a row that opens a new group of functions. */
const GROUP_SPACE = 4;

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

function headNode(table: Table, column: Column, notes: TableNote[]): TextNode {
  const label: TextNode[] = [{ text: typeset(columnHead(table, column)) }];
  for (const mark of noteMarks(notes, column.id))
    label.push({ text: typeset(`\u00a0${mark}`), fontSize: NOTE_MARK, sup: true });
  return { text: label, bold: true, color: INK, alignment: isNumeric(column) ? 'right' : 'left' };
}

/** The main function (`9.28`) that a row belongs to, '' where rows are not by function. */
function groupOf(table: Table, row: number): string {
  const cell = table.columns[0]?.id === 'im-funktion' ? table.rows[row]?.[0] : undefined;
  return typeof cell === 'string' ? (/^\d\.\d\d/.exec(cell)?.[0] ?? '') : '';
}

/** How many lines each head takes. */
function countHeadLines(table: Table, notes: TableNote[], widths: number[]): number[] {
  return table.columns.map((column, index) => {
    const label = [columnHead(table, column), ...noteMarks(notes, column.id)].join('\u00a0');
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
  for (const mark of noteMarks(notes, null))
    title.push({ text: typeset(`\u00a0${mark}`), fontSize: NOTE_MARK, sup: true });
  const unit = commonUnit(table);
  if (unit !== '') title.push({ text: typeset(`   ${unit}`), fontSize: TABLE.fontSize, color: QUIET });
  return { text: title, fontSize: 9, lineHeight: 1.05, margin: [0, 6, 0, 4] };
}

function noteNodes(notes: TableNote[]): PdfNode[] {
  return notes.map((note) =>
    text(note.mark === '' ? note.text : `${note.mark}\u00a0${note.text}`, { ...NOTE, color: QUIET }),
  );
}

/**
 * A table with three lines. Its head repeats on each page and no row is broken, unless one is taller than half a page.
 */
function tableNode(table: Table, notes: TableNote[], widths: number[], orientation: Orientation): PdfNode {
  const rows = table.rows.map((row) => table.columns.map((column, index) => cellNode(column, row[index] ?? '')));
  const last = table.rows.length + 1;
  const body = [headRow(table, notes, widths), ...rows];
  if (table.total) {
    const total = table.total;
    body.push(table.columns.map((column, index) => ({ ...cellNode(column, total[index] ?? ''), bold: true })));
  }
  const tallest = Math.max(...table.rows.map((row) => rowHeight(table, row, widths)));
  const keepsRows = tallest < TALLEST_ROW[orientation];
  const opensGroup = (row: number): boolean =>
    row > 1 && row < last && groupOf(table, row - 1) !== groupOf(table, row - 2);
  const lineWidth = (line: number): number => {
    if (line === 0 || line === body.length) return 0.9;
    if (line === 1) return 0.5;
    return table.total && line === last ? 0.5 : 0;
  };
  return {
    ...TABLE,
    table: {
      headerRows: 1,
      keepWithHeaderRows: keepsRows ? 1 : 0,
      dontBreakRows: keepsRows,
      widths,
      body,
    },
    layout: {
      defaultBorder: true,
      hLineWidth: lineWidth,
      hLineColor: () => INK,
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 0 ? 0 : COLUMN_GAP / 2),
      paddingRight: (column) => (column === widths.length - 1 ? 0 : COLUMN_GAP / 2),
      paddingTop: (row) => (opensGroup(row) ? ROW_PADDING + GROUP_SPACE : ROW_PADDING),
      paddingBottom: () => ROW_PADDING,
    },
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
    const caption = captionNode(table, notes);
    const empty = text(EMPTY_TABLE, { ...TABLE, color: QUIET, margin: [0, 0, 0, 10] });
    return { nodes: [{ unbreakable: true, stack: [caption, empty, ...noteNodes(notes)] }], orientation: 'portrait' };
  }
  const { widths, orientation } = fitColumns(table, notes, (row, column) => {
    const described = table.columns[column];
    return described ? cellText(described, table.rows[row]?.[column] ?? '') : '';
  });
  const stack = [tableNode(table, notes, widths, orientation)];
  const beneath = noteNodes(notes);
  stack.push({ stack: beneath, unbreakable: true, margin: [0, beneath.length > 0 ? 4 : 0, 0, 14] });
  const [firstRow = []] = table.rows;
  const firstHeight = Math.min(rowHeight(table, firstRow, widths), TALLEST_ROW[orientation]);
  // Under the caption: the head, the first row, which stays with it, and one more.
  const room =
    Math.max(...countHeadLines(table, notes, widths)) * TABLE_LEADING +
    firstHeight +
    4 * ROW_PADDING +
    2 * TABLE_LEADING;
  return { nodes: keepWithNext(captionNode(table, notes), { stack }, room), orientation };
}
