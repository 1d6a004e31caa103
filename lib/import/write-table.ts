import ExcelJS from 'exceljs';
import { dateParts, type IsoDate } from '#lib/domain/date.ts';
import { absolute, type Ore } from '#lib/domain/money.ts';
import { formatOre } from '#lib/format/amount.ts';
import { writeCsv } from '#lib/format/csv.ts';
import { formatDate } from '#lib/format/date.ts';
import { guardText } from '#lib/format/formula-guard.ts';
import { COLUMNS } from './columns.ts';
import type { ImportKind } from './types.ts';

/** The forms in which we hand out tables that can be imported again. */
export type TableFormat = 'csv' | 'xlsx';

/** What stands in a cell. A text that begins like a formula stays text in both forms. */
export type ExportCell =
  | { type: 'text'; value: string }
  | { type: 'amount'; value: Ore }
  | { type: 'date'; value: IsoDate }
  | { type: 'count'; value: number }
  | null;

/** Excel holds 15 significant digits; a larger amount in øre is written as text instead. */
const EXACT_IN_EXCEL: Ore = 1_000_000_000_000_000n;
const FORMATS = { amount: '#,##0.00', date: 'dd.mm.yyyy', count: '#,##0', text: '@' };

/** The kind's table with these rows, in the form that the import reads (UTF-8 with byte order mark, `;`, CRLF; or .xlsx). */
export async function writeTable(kind: ImportKind, format: TableFormat, rows: ExportCell[][]): Promise<Uint8Array> {
  return format === 'csv' ? writeCsvTable(kind, rows) : await writeXlsx(kind, rows);
}

function writeCsvTable(kind: ImportKind, rows: ExportCell[][]): Uint8Array {
  const header = COLUMNS[kind].map(({ heading }) => heading);
  return new TextEncoder().encode(writeCsv([header, ...rows.map((row) => row.map(toCsvText))]));
}

function toCsvText(cell: ExportCell): string {
  if (cell === null) return '';
  if (cell.type === 'amount') return formatOre(cell.value);
  if (cell.type === 'date') return formatDate(cell.value);
  return cell.type === 'count' ? String(cell.value) : guardText(cell.value);
}

async function writeXlsx(kind: ImportKind, rows: ExportCell[][]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(kind, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = COLUMNS[kind].map(({ heading, type }) => ({
    header: heading,
    width: Math.max(14, heading.length + 2),
    style: { numFmt: FORMATS[type === 'amount' || type === 'date' || type === 'count' ? type : 'text'] },
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) {
    const added = sheet.addRow(row.map(toExcelValue));
    row.forEach((cell, index) => {
      if (cell) added.getCell(index + 1).numFmt = FORMATS[typeof toExcelValue(cell) === 'string' ? 'text' : cell.type];
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function toExcelValue(cell: ExportCell): string | number | Date | null {
  if (cell === null || cell.value === '') return null;
  if (cell.type === 'amount') {
    // A double at the border to Excel alone: below the limit it names exactly one amount.
    const isExact = absolute(cell.value) < EXACT_IN_EXCEL;
    return isExact ? Number(cell.value) / 100 : formatOre(cell.value);
  }
  if (cell.type === 'date') {
    const { year, month, day } = dateParts(cell.value);
    return new Date(Date.UTC(year, month - 1, day));
  }
  return cell.value;
}
