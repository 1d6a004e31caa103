import { setImmediate } from 'node:timers/promises';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { addTableSheet, DATE_FORMAT, DECIMAL_FORMAT, type SheetValue, TEXT_FORMAT } from '#lib/render/excel/sheet.ts';
import { createWorkbook, writeWorkbook } from '#lib/render/excel/workbook.ts';
import { appendRows } from './append-rows.ts';
import { renderRowsXlsx } from './rows-xlsx.ts';

const ROWS: SheetValue[][] = [
  ['a', 1.5, new Date(Date.UTC(2023, 11, 31))],
  ['b', -2, null],
  ['=1+1', 900_000_000_000.01, new Date(Date.UTC(2024, 1, 29))],
  ['<&> " \' ]]>', 0, null],
  ['  blanks \n and lines', null, new Date(Date.UTC(1999, 0, 1))],
  ['æøå 😀 \u0007', -0.07, null],
  [null, 12_345_678.9, null],
  ['@x', '1.234,50', null],
];

/** A sheet with the first rows laid out by exceljs, then `appended` of them put under. */
async function write(appended: number): Promise<Uint8Array> {
  const workbook = createWorkbook({ title: 't', author: 'a', date: new Date('2000-01-01T00:00:00Z') });
  const laidOut = ROWS.slice(0, ROWS.length - appended);
  addTableSheet(workbook, {
    name: 'Liste',
    title: 'Titel',
    subtitle: '',
    tableName: 'liste',
    columns: [
      { label: 'Tekst', format: TEXT_FORMAT, width: 20 },
      { label: 'Tal', format: DECIMAL_FORMAT, width: 20 },
      { label: 'Dato', format: DATE_FORMAT, width: 20 },
    ],
    rows: laidOut,
    total: ['I alt', 42, null],
    notes: [],
    emptyText: '',
    pageHeader: '',
  });
  const written = await writeWorkbook(workbook);
  return appended === 0 ? written : appendRows(written, laidOut.length, ROWS.slice(laidOut.length), (row) => row);
}

async function open(bytes: Uint8Array): Promise<exceljs.Worksheet> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('No sheet.');
  return sheet;
}

/** All that a reader sees of the cells, and the table's range. */
async function describeSheet(bytes: Uint8Array) {
  const sheet = await open(bytes);
  const cells: unknown[] = [];
  sheet.eachRow((row) => {
    row.eachCell({ includeEmpty: true }, ({ address, value, type, numFmt, font, border, alignment }) => {
      // exceljs tells a text that is written in its cell from one that is shared; Excel shows the same.
      const text = typeof value === 'object' && value && 'richText' in value ? value.richText : value;
      cells.push({ address, value: text, type, numFmt, font, border, alignment });
    });
  });
  const tables = (sheet.getTables() as unknown as { table: { tableRef: string; autoFilterRef: string } }[]).map(
    ({ table }) => [table.tableRef, table.autoFilterRef],
  );
  return { cells, tables, columns: sheet.columns.map(({ width }) => width), rows: sheet.rowCount };
}

describe('rows put under a table', () => {
  test.each([1, 3, 7])('%i of them read as if all had been laid out', async (appended) => {
    const whole = await describeSheet(await write(0));
    expect(whole.tables).toEqual([['A3:C11', 'A3:C11']]);
    expect(await describeSheet(await write(appended))).toEqual(whole);
  });

  test('refuses a sheet that has not as many rows', async () => {
    await expect(appendRows(await write(0), 100, ROWS, (row) => row)).rejects.toThrow('no row 103');
  });
});

describe('a long list', () => {
  const count = 7_003;
  const list = {
    name: 'Lang',
    title: 'Lang liste',
    columns: [
      { label: 'Konto', kind: 'text' as const },
      { label: 'Saldo', kind: 'ore' as const },
    ],
    rows: Array.from({ length: count }, (_, index) => [`-${index}`, BigInt(index) * 1_000_001n]),
    total: ['I alt', 5n],
  };

  test('has every row once, in order, as text and kroner, then the total', async () => {
    const sheet = await open(await renderRowsXlsx(list));
    expect(sheet.rowCount).toBe(3 + count + 1);
    for (let index = 0; index < count; index += 1) {
      expect(sheet.getCell(4 + index, 1).value).toBe(`-${index}`);
      expect(sheet.getCell(4 + index, 2).value).toBe((index * 1_000_001) / 100);
    }
    expect(sheet.getCell(4 + count, 1).value).toBe('I alt');
    expect(sheet.getCell(4 + count - 1, 2).numFmt).toBe('#,##0.00');
  });

  test('gives the same bytes again, and lets others work while it is written', async () => {
    let turns = 0;
    let done = false;
    const others = (async () => {
      while (!done) {
        await setImmediate();
        turns += 1;
      }
    })();
    const first = await renderRowsXlsx(list);
    done = true;
    await others;
    expect(turns).toBeGreaterThan(2);
    expect(Buffer.compare(first, await renderRowsXlsx(list))).toBe(0);
  });
});
