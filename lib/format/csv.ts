import { guardText } from './formula-guard.ts';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Cells as they are to stand in a CSV file that Danish Excel opens by double click and our own import reads: UTF-8 with
 * byte order mark, `;`, CRLF, quoted where they must be. Texts that a person wrote go through guardText() before.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map((row) => `${row.map(quote).join(';')}\r\n`).join('')}`;
}

function quote(cell: string): string {
  return /[";\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const PLAIN_NUMBER = /^-?[\d.]+(,\d+)?$/;

/** A cell of which nobody knows whether it is an amount or a text: a negative amount is no formula. */
export function guardUnlessNumber(cell: string): string {
  return PLAIN_NUMBER.test(cell) ? cell : guardText(cell);
}
