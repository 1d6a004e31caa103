import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { renderRowsCsv } from './rows-csv.ts';
import { renderRowsXlsx } from './rows-xlsx.ts';
import type { RowSheet } from './types.ts';

const LIST: RowSheet = {
  name: 'Konti [2023-12]',
  title: 'Konti, 2023-12',
  columns: [
    { label: 'Konto', kind: 'text' },
    { label: 'Saldo', kind: 'ore' },
    { label: 'Dato', kind: 'date', width: 14 },
    { label: 'Antal', kind: 'count' },
  ],
  rows: [
    ['95600017', -15_860_712n, '2023-12-31', 3],
    ['=1+1', 5n, '2024-02-29', 0],
    ['Æ; "ø"\nå', 900_000_000_000_000_0n, null, 1_234],
    ['-', 0n, '', null],
  ],
  total: ['I alt', 8_999_999_984_139_293n, null, 1_237],
};

const bytes = await renderRowsXlsx(LIST);
const workbook = new exceljs.Workbook();
await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
const sheet = workbook.getWorksheet('Konti 2023-12');
if (!sheet) throw new Error('No such sheet.');

describe('a list as .xlsx', () => {
  test('has amounts as kroner with two decimals, dates as dates, numbers as numbers', () => {
    expect(sheet.getCell('B4').value).toBe(-158607.12);
    expect(sheet.getCell('B4').numFmt).toBe('#,##0.00');
    expect(sheet.getCell('B5').value).toBe(0.05);
    expect(sheet.getCell('C4').value).toEqual(new Date(Date.UTC(2023, 11, 31)));
    expect(sheet.getCell('C4').numFmt).toBe('dd.mm.yyyy');
    expect(sheet.getCell('D5').value).toBe(0);
    expect(sheet.getCell('D7').value).toBeNull();
    expect(sheet.getCell('A8').value).toBe('I alt');
    expect(sheet.getColumn(3).width).toBe(14);
  });

  test('keeps a formula as text, and an amount beyond a float as exact text', () => {
    expect(sheet.getCell('A5').value).toBe('=1+1');
    expect(sheet.getCell('A5').type).toBe(exceljs.ValueType.String);
    expect(sheet.getCell('B6').value).toBe('90.000.000.000.000,00');
  });

  test('filters the rows and not the total; an empty list has none', async () => {
    const [table] = sheet.getTables() as unknown as { table: { tableRef: string } }[];
    expect(table?.table.tableRef).toBe('A3:D7');
    const empty = new exceljs.Workbook();
    await empty.xlsx.load((await renderRowsXlsx({ ...LIST, rows: [], total: null })).buffer as ArrayBuffer);
    expect(empty.worksheets[0]?.getTables().length).toBe(0);
    expect(empty.worksheets[0]?.getCell('A4').value).toBe('Ingen linjer.');
  });

  test('gives the same bytes again', async () => {
    expect(Buffer.compare(bytes, await renderRowsXlsx(LIST))).toBe(0);
  });
});

describe('a list as CSV', () => {
  const csv = renderRowsCsv(LIST);

  test('begins with the mark, ends each line by CRLF, and reads back', () => {
    expect(csv.startsWith('\ufeffKonto;Saldo;Dato;Antal\r\n')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    const rows: string[][] = parse(csv, { bom: true, delimiter: ';', record_delimiter: '\r\n' });
    expect(rows).toEqual([
      ['Konto', 'Saldo', 'Dato', 'Antal'],
      ['95600017', '-158.607,12', '31.12.2023', '3'],
      ["'=1+1", '0,05', '29.02.2024', '0'],
      ['Æ; "ø"\nå', '90.000.000.000.000,00', '', '1234'],
      ["'-", '0,00', '', ''],
    ]);
  });

  test.each(['=x', '+x', '-x', '@x', '\tx', '\rx', '\nx'])('%j is not left to run', (text) => {
    expect(renderRowsCsv({ ...LIST, rows: [[text, 1n, null, 1]] })).toContain(`'${text}`);
  });
});
