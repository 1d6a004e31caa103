import { formatOre } from '#lib/format/amount.ts';
import { writeCsv } from '#lib/format/csv.ts';
import { formatDate } from '#lib/format/date.ts';
import { guardText } from '#lib/format/formula-guard.ts';
import type { RowColumn, RowSheet, RowValue } from './types.ts';

function fieldText(column: RowColumn, value: RowValue): string {
  if (value === null || value === '') return '';
  if (typeof value === 'bigint') return formatOre(value);
  if (typeof value === 'number') return String(value);
  return column.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value) : guardText(value);
}

/**
 * A list as CSV: amounts `-1.234,50`, dates `31.12.2023`, texts guarded against being run. It holds the head and the rows; a title or a total would be a row that is no data.
 */
export function renderRowsCsv(sheet: RowSheet): string {
  const head = sheet.columns.map((column) => guardText(column.label));
  const rows = sheet.rows.map((row) => sheet.columns.map((column, index) => fieldText(column, row[index] ?? null)));
  return writeCsv([head, ...rows]);
}
