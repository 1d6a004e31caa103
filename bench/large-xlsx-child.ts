import { readFileSync, writeFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { parsePeriod } from '#lib/domain/period.ts';
import { readFiles } from '#lib/import/read-files.ts';
import { renderRowsXlsx } from '#lib/render/rows/rows-xlsx.ts';
import type { RowColumn, RowValue } from '#lib/render/rows/types.ts';
import { timeOf } from './shared/timing.ts';

/** `large-xlsx-child.ts DEED FILE`: does the deed and prints its time and the most memory that it took, as JSON. */
const ROWS = 200_000;

const COLUMNS: RowColumn[] = [
  { label: 'Konto', kind: 'text' },
  { label: 'Kontonavn', kind: 'text' },
  { label: 'IM-funktion', kind: 'text' },
  { label: 'Saldo', kind: 'ore' },
];

const makeRows = (): RowValue[][] =>
  Array.from({ length: ROWS }, (_, index) => [
    `9${String(index).padStart(7, '0')}`,
    `Mellemregning ${index}`,
    '9.22.01',
    BigInt(index) * 7_919_317n - 500_000_000_000n,
  ]);

function mustBeAll(count: number | undefined): void {
  if (count !== ROWS) throw new Error(`There were ${count} rows.`);
}

async function write(file: string): Promise<void> {
  writeFileSync(file, await renderRowsXlsx({ name: 'Liste', title: 'Liste', columns: COLUMNS, rows: makeRows() }));
}

async function writePeer(file: string): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true });
  const sheet = workbook.addWorksheet('Liste');
  sheet.columns = COLUMNS.map(({ label, kind }) => ({
    header: label,
    style: kind === 'ore' ? { numFmt: '#,##0.00' } : {},
  }));
  for (const row of makeRows()) {
    sheet.addRow(row.map((value) => (typeof value === 'bigint' ? Number(value) / 100 : value))).commit();
  }
  sheet.commit();
  await workbook.commit();
}

async function read(file: string): Promise<void> {
  const period = parsePeriod('2023-12');
  if (!period) throw new Error('2023-12 is a period.');
  const options = { amounts: null, overwrite: false, serviceCentreCode: '' };
  const [parsed] = await readFiles([{ name: file, bytes: readFileSync(file), kind: 'auto' }], options, period);
  mustBeAll(parsed?.rows.length);
}

async function readPeer(file: string): Promise<void> {
  let count = -3; // The title, the line under it, and the heads.
  for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(file, {}))
    for await (const _row of sheet) count += 1;
  mustBeAll(count);
}

const DEEDS: Record<string, (file: string) => Promise<void>> = {
  write,
  'write-peer': writePeer,
  read,
  'read-peer': readPeer,
};
const [deed = '', file = ''] = process.argv.slice(2);
const work = DEEDS[deed];
if (!work) throw new Error(`No such deed: ${deed}`);
const milliseconds = await timeOf(() => work(file));
process.stdout.write(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
