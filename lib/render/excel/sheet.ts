import type { Alignment, CellValue, Workbook, Worksheet } from 'exceljs';
import { narrowestHead, rowHeight, SHEET_FONT } from './measure-cells.ts';

/** A column of a sheet. `format` is Excel's own; its separators follow the reader's language, so `#,##0` shows `1.234`. */
export interface SheetColumn {
  label: string;
  format: typeof TEXT_FORMAT | typeof WHOLE_FORMAT | typeof DECIMAL_FORMAT | typeof DATE_FORMAT;
  /** In characters; null: as wide as its contents ask, within bounds. */
  width: number | null;
}

export const TEXT_FORMAT = 'General';
export const WHOLE_FORMAT = '#,##0';
export const DECIMAL_FORMAT = '#,##0.00';
export const DATE_FORMAT = 'dd.mm.yyyy';

/** Null prints blank. */
export type SheetValue = string | number | Date | null;

export interface SheetContents {
  /** At most 31 characters, unique in the workbook. */
  name: string;
  title: string;
  /** The line under the title. */
  subtitle: string;
  /** Unique in the workbook; letters, digits and underscores. */
  tableName: string;
  columns: SheetColumn[];
  rows: SheetValue[][];
  total: SheetValue[] | null;
  /** Lines under the table. */
  notes: string[];
  /** What stands under the heads where there are no rows: Excel has no table without rows. */
  emptyText: string;
  pageHeader: string;
  /** The sheet that the workbook begins with, which a line under the notes leads back to; left out for a lone sheet. */
  home?: string;
}

/** The row of the heads, over the first row of the table. */
export const HEAD_ROW = 3;
const NARROWEST = 9;
const WIDEST = 46;
/** Heads take at most so many lines where the widest column has room. */
const HEAD_LINES = 3;
/** What the button of a filter takes of a head, in signs. */
const FILTER_BUTTON = 3;
/** Wider sheets, in characters, are printed across. */
const PORTRAIT_WIDTH = 95;
/** Paper size A4 in Excel's numbering. */
const A4 = 9;
/** Excel takes no longer text in a cell, and offers to repair a file that has one. */
const LONGEST_TEXT = 32_767;
/** Notes and titles have at least this width, in signs, also over a narrow table. */
const LEAST_SHEET = 84;
/** Excel's own width of a column. */
const COLUMN_WIDTH = 9;
/** Sheets wider than this, in signs, keep their first column in sight. */
const WIDE = 120;
export const QUIET = { argb: 'FF50585C' };
const LINK = { argb: 'FF0B4A58' };

/** Text that XML and Excel can hold: no control characters but tab and line feed, no half signs, not too long. */
export function cleanText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u0020-\u{10ffff}]|[\u007f\ufffe\uffff]/gu, '\ufffd');
  return clean.length <= LONGEST_TEXT ? clean : `${clean.slice(0, LONGEST_TEXT - 2).toWellFormed()} …`;
}

/** A text value is stored as a shared string, which Excel never reads as a formula, whatever it begins with. */
function cellValue(value: SheetValue): CellValue {
  return typeof value === 'string' ? cleanText(value) : value;
}

const isText = (column: SheetColumn): boolean => column.format === TEXT_FORMAT;

function shownLength(value: SheetValue): number {
  if (value === null) return 0;
  if (value instanceof Date) return 10;
  if (typeof value === 'number') return Math.abs(value).toFixed(0).length * 1.34 + 3;
  return Math.max(...value.split('\n').map((line) => line.length));
}

function columnWidth(contents: SheetContents, index: number): number {
  const column = contents.columns[index];
  if (!column) return NARROWEST;
  if (column.width !== null) return column.width;
  const values = [...contents.rows, ...(contents.total ? [contents.total] : [])].map((row) => row[index] ?? null);
  const longest = values.reduce<number>((most, value) => Math.max(most, shownLength(value)), 0);
  // The head holds the button of the filter beside its words.
  const head = Math.min(WIDEST, narrowestHead(column.label, HEAD_LINES) + FILTER_BUTTON + 1);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2, head));
}

/** A sheet wider than this, in signs, could not be read where it is printed on one page across. */
const READABLE = 190;
/** What columns of text give way to on a sheet that is too wide. */
const NARROWED = 30;

function fitWidths(contents: SheetContents): number[] {
  const widths = contents.columns.map((_, index) => columnWidth(contents, index));
  if (contents.home === undefined || totalOf(widths) <= READABLE) return widths;
  return widths.map((width, index) => (contents.columns[index]?.width === null ? Math.min(width, NARROWED) : width));
}

/** The names of a table's columns must differ, whatever their case. */
function distinctLabels(columns: SheetColumn[]): string[] {
  const taken = new Set<string>();
  return columns.map((column, index) => {
    const base = cleanText(column.label).replace(/\s+/g, ' ') || `Kolonne ${index + 1}`;
    let label = base;
    for (let number = 2; taken.has(label.toLowerCase()); number += 1) label = `${base} ${number}`;
    taken.add(label.toLowerCase());
    return label;
  });
}

/** Text beside a number keeps its distance from it. */
const indentOf = (columns: readonly SheetColumn[], index: number): { indent?: number } => {
  const [before, column] = [columns[index - 1], columns[index]];
  return before && column && !isText(before) && isText(column) ? { indent: 1 } : {};
};

const alignment = (column: SheetColumn): Partial<Alignment> => ({
  vertical: 'top',
  horizontal: isText(column) ? 'left' : 'right',
  wrapText: isText(column),
});

function styleRow(sheet: Worksheet, row: number, contents: SheetContents, bold: boolean): void {
  contents.columns.forEach((column, index) => {
    const cell = sheet.getCell(row, index + 1);
    cell.numFmt = column.format;
    cell.alignment = { ...alignment(column), ...indentOf(contents.columns, index) };
    if (bold) {
      cell.font = { ...SHEET_FONT, bold: true };
      cell.border = { top: { style: 'thin' }, bottom: { style: 'medium' } };
    }
  });
}

function writeHead(sheet: Worksheet, contents: SheetContents, labels: string[]): void {
  contents.columns.forEach((column, index) => {
    const cell = sheet.getCell(HEAD_ROW, index + 1);
    cell.value = labels[index] ?? '';
    cell.font = { ...SHEET_FONT, bold: true };
    cell.alignment = {
      vertical: 'bottom',
      horizontal: isText(column) ? 'left' : 'right',
      wrapText: true,
      ...indentOf(contents.columns, index),
    };
    cell.border = { top: { style: 'medium' }, bottom: { style: 'thin' } };
  });
}

/** `&` begins a code in Excel's page headers. */
const headerText = (text: string): string => cleanText(text).replaceAll('&', '&&');

/** A4, one page wide, its head on each page, with who it is from and which page it is. */
export function setUpPrint(sheet: Worksheet, pageHeader: string, width: number, titleRows: number): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: A4,
    orientation: width > PORTRAIT_WIDTH ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    ...(titleRows === 0 ? {} : { printTitlesRow: `1:${titleRows}` }),
    margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
  };
  sheet.headerFooter = {
    ...sheet.headerFooter,
    oddHeader: `&L${headerText(pageHeader)}`,
    oddFooter: '&L&A&RSide &P af &N',
  };
}

/**
 * Adds a sheet: title and subtitle, then the heads in row 3, frozen with them, over a table that filters and sorts; the
 * total stands under the table, outside its filter; then the notes.
 */
export function addTableSheet(workbook: Workbook, contents: SheetContents): Worksheet {
  const widths = fitWidths(contents);
  const sheet = workbook.addWorksheet(contents.name, {
    views: [{ state: 'frozen', ySplit: HEAD_ROW, xSplit: totalOf(widths) > WIDE ? 1 : 0 }],
  });
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  sheet.getCell(1, 1).value = cleanText(contents.title);
  sheet.getCell(1, 1).font = { ...SHEET_FONT, bold: true, size: 14 };
  sheet.getCell(2, 1).value = cleanText(contents.subtitle);
  sheet.getCell(2, 1).font = { ...SHEET_FONT, color: QUIET };
  const labels = distinctLabels(contents.columns);
  let next = HEAD_ROW + 1;
  if (contents.rows.length === 0) {
    sheet.getCell(next, 1).value = contents.emptyText;
    next += 1;
  } else {
    sheet.addTable({
      name: contents.tableName,
      ref: `A${HEAD_ROW}`,
      headerRow: true,
      style: { theme: 'TableStyleLight1', showRowStripes: false },
      columns: labels.map((name) => ({ name, filterButton: true })),
      rows: contents.rows.map((row) => contents.columns.map((_, index) => cellValue(row[index] ?? null))),
    });
    contents.rows.forEach((_, index) => {
      styleRow(sheet, next + index, contents, false);
    });
    next += contents.rows.length;
  }
  writeHead(sheet, contents, labels);
  if (contents.total) {
    contents.total.forEach((value, index) => {
      sheet.getCell(next, index + 1).value = cellValue(value);
    });
    styleRow(sheet, next, contents, true);
    next += 1;
  }
  if (contents.home === undefined)
    contents.notes.forEach((note, index) => {
      sheet.getCell(next + 1 + index, 1).value = cleanText(note);
    });
  else dressSheet(sheet, contents, { widths, labels, next, home: contents.home });
  setUpPrint(sheet, contents.pageHeader, totalOf(widths), HEAD_ROW);
  return sheet;
}

const totalOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** What a sheet that is read and printed as part of a workbook has over a list: heights that fit, wrapped notes, a way home. */
function dressSheet(
  sheet: Worksheet,
  contents: SheetContents,
  { widths, labels, next, home }: { widths: number[]; labels: string[]; next: number; home: string },
): void {
  const rows = [...contents.rows, ...(contents.total ? [contents.total] : [])];
  const texts = (row: SheetValue[]): string[] =>
    row.map((value) => (typeof value === 'string' ? cleanText(value) : ''));
  rows.forEach((row, index) => {
    sheet.getRow(HEAD_ROW + 1 + index).height = rowHeight(texts(row), widths);
  });
  // The button of the filter takes its part of the head.
  sheet.getRow(HEAD_ROW).height = rowHeight(
    labels,
    widths.map((width) => width - FILTER_BUTTON),
  );
  sheet.getRow(1).height = 22;
  const columns = countColumns(widths);
  const all = totalOf(widths) + COLUMN_WIDTH * (columns - widths.length);
  let row = next + 1;
  for (const note of contents.notes) {
    const cell = sheet.getCell(row, 1);
    sheet.mergeCells(row, 1, row, columns);
    cell.value = cleanText(note);
    cell.font = { ...SHEET_FONT, size: 10, color: QUIET };
    cell.alignment = { vertical: 'top', wrapText: true };
    sheet.getRow(row).height = rowHeight([cleanText(note)], [all]);
    row += 1;
  }
  linkTo(sheet, row + 1, 1, home, `Til ${home.toLowerCase()}n`);
  sheet.pageSetup.printArea = `A1:${sheet.getColumn(columns).letter}${row + 1}`;
}

/** So many columns as title and notes need: those of the table, or, where it is narrow, some beside it. */
function countColumns(widths: readonly number[]): number {
  const missing = LEAST_SHEET - totalOf(widths);
  return widths.length + Math.max(0, Math.ceil(missing / COLUMN_WIDTH));
}

/** Makes the cell a link to the sheet's first cell. */
export function linkTo(sheet: Worksheet, row: number, column: number, target: string, text: string): void {
  const cell = sheet.getCell(row, column);
  cell.value = { text: cleanText(text), hyperlink: `#'${target.replaceAll("'", "''")}'!A1` };
  cell.font = { ...SHEET_FONT, underline: true, color: LINK };
  cell.alignment = { vertical: 'top' };
}
