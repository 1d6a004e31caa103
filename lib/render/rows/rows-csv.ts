import { formatOre } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import type { RowColumn, RowSheet, RowValue } from './types.ts';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front, so that it is shown and not run. CSV has
 * no other way to say that a field is text; the apostrophe is visible to whoever opens the file as plain text.
 */
function neutralise(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

function fieldText(column: RowColumn, value: RowValue): string {
  if (value === null || value === '') return '';
  if (typeof value === 'bigint') return formatOre(value);
  if (typeof value === 'number') return String(value);
  return column.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value) : neutralise(value);
}

const quote = (field: string): string => (/[";\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/**
 * A list as CSV for a Danish Excel and for our own import: UTF-8 with byte order mark, `;`, CRLF, amounts `-1.234,50`,
 * dates `31.12.2023`. It holds the head and the rows; a title or a total would be a row that is no data.
 */
export function renderRowsCsv(sheet: RowSheet): string {
  const head = sheet.columns.map((column) => neutralise(column.label));
  const rows = sheet.rows.map((row) => sheet.columns.map((column, index) => fieldText(column, row[index] ?? null)));
  return BYTE_ORDER_MARK + [head, ...rows].map((fields) => `${fields.map(quote).join(';')}\r\n`).join('');
}
