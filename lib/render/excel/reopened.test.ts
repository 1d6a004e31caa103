import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { hasLibreOffice, readSheetsByLibreOffice } from '#lib/render/testing/libreoffice.ts';
import { buildReport } from '#lib/report/build-report.ts';
import { type Cell, isMoney, type ReportModel } from '#lib/report/model.ts';
import { DEMO_INSTALLATION, loadDemo } from '#lib/report/testing/load-demo.ts';
import { renderExcel, SHEET_NAMES } from './render-excel.ts';

const state = loadDemo();
const reports = ['BIU', 'TMU'].map((code) => buildReport(state, DEMO_INSTALLATION, code));
const books = await Promise.all(reports.map(renderExcel));

/** What a program that opens the workbook must find of a cell: a number, or a text; '' for a blank one. */
function asFound(cell: Cell): string {
  if (!isMoney(cell)) return String(cell);
  return cell.printed.replaceAll('.', '');
}

/** The rows of each table as the workbook is to hold them, by its sheet: head, rows, total. */
function expectedSheets(model: ReportModel): [sheet: string, rows: string[][]][] {
  return model.tables.map(({ id, columns, rows, total }) => [
    SHEET_NAMES[id],
    [
      columns.map(({ label, unit }) => (unit === '' ? label : `${label} (${unit})`)),
      ...[...rows, ...(rows.length > 0 && total ? [total] : [])].map((row) => row.map(asFound)),
    ],
  ]);
}

const isNear = (rows: string[][], sought: string[][]): boolean =>
  rows.some((_, start) =>
    sought.every((row, index) => row.every((text, at) => (rows[start + index]?.[at] ?? '') === text)),
  );

describe.each(reports.map((model, index) => [model.committee.code, model, books[index] ?? new Uint8Array()] as const))(
  'the workbook of %s, opened by programs that others wrote',
  (_, model, bytes) => {
    it('has every cell of every table for hucre', async () => {
      const { sheets } = await readXlsx(bytes);
      for (const [name, sought] of expectedSheets(model)) {
        const rows = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
        const found = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
        expect(isNear(found, sought), name).toBe(true);
      }
    });

    it.skipIf(!hasLibreOffice())('has every cell of every table for LibreOffice', { timeout: 120_000 }, () => {
      const sheets = readSheetsByLibreOffice(bytes);
      for (const [name, sought] of expectedSheets(model)) {
        const csv = sheets.get(name) ?? '';
        const found: string[][] = parse(csv, { delimiter: ';', relax_column_count: true });
        expect(isNear(found, sought), name).toBe(true);
      }
    });
  },
);
