import { dateParts } from '#lib/domain/date.ts';
import { formatOre } from '#lib/format/amount.ts';
import {
  addTableSheet,
  DATE_FORMAT,
  DECIMAL_FORMAT,
  type SheetColumn,
  type SheetValue,
  TEXT_FORMAT,
  WHOLE_FORMAT,
} from '#lib/render/excel/sheet.ts';
import { createWorkbook, writeWorkbook } from '#lib/render/excel/workbook.ts';
import { appendRows } from './append-rows.ts';
import type { RowColumn, RowSheet, RowValue } from './types.ts';

const FORMATS: Record<RowColumn['kind'], SheetColumn['format']> = {
  text: TEXT_FORMAT,
  count: WHOLE_FORMAT,
  ore: DECIMAL_FORMAT,
  date: DATE_FORMAT,
};

/** What the file says of its making: the rows know no time of their own, and the same rows give the same bytes. */
const UNDATED = new Date('2000-01-01T00:00:00Z');

/**
 * Kroner as the number that a cell holds. Excel has only floats, so this is the one place where money becomes one: as
 * the nearest to the exact amount, and only where it leads back to it; an amount so large that it would not stays text.
 */
export function kroner(amount: bigint): number | string {
  const value = Number(amount) / 100;
  return BigInt(Math.round(value * 100)) === amount && Math.abs(value) < 1e13 ? value : formatOre(amount);
}

function sheetValue(column: RowColumn, value: RowValue): SheetValue {
  if (value === null || value === '') return null;
  if (typeof value === 'bigint') return kroner(value);
  if (column.kind !== 'date' || typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return value;
  const { year, month, day } = dateParts(value);
  return new Date(Date.UTC(year, month - 1, day));
}

/** So many rows are laid out by exceljs, which holds each of their cells in memory; those after them are streamed. */
const LAID_OUT = 5_000;

/**
 * A list as .xlsx: one sheet with a table that filters; amounts as kroner with two decimals, dates as dates. Takes some
 * hundred megabytes for hundreds of thousands of rows.
 */
export async function renderRowsXlsx(sheet: RowSheet): Promise<Uint8Array> {
  const workbook = createWorkbook({ title: sheet.title, author: 'Afstemt', date: UNDATED });
  const values = (row: RowValue[]): SheetValue[] =>
    sheet.columns.map((column, index) => sheetValue(column, row[index] ?? null));
  addTableSheet(workbook, {
    name: sheetName(sheet.name),
    title: sheet.title,
    subtitle: '',
    tableName: 'liste',
    columns: sheet.columns.map(({ label, kind, width }) => ({ label, format: FORMATS[kind], width: width ?? null })),
    rows: sheet.rows.slice(0, LAID_OUT).map(values),
    total: sheet.total ? values(sheet.total) : null,
    notes: [],
    emptyText: 'Ingen linjer.',
    pageHeader: sheet.title,
  });
  const written = await writeWorkbook(workbook);
  return sheet.rows.length <= LAID_OUT ? written : appendRows(written, LAID_OUT, sheet.rows.slice(LAID_OUT), values);
}

/** Excel refuses some signs in a sheet's name, and more than 31. */
function sheetName(name: string): string {
  const plain = name.replace(/[\\/?*[\]:'\s]+/g, ' ').trim();
  return plain.slice(0, 31).trim() || 'Liste';
}
