/** What Excel would run as a formula when it begins a cell. */
const FORMULA = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^-?[\d.]+(,\d+)?$/;

/**
 * Rows of text as a CSV file that Danish Excel opens by double click: byte order mark, `;`, CRLF. A text that Excel
 * would run as a formula gets an apostrophe before it; a negative amount is none.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(toCell).join(';')}\r\n`).join('')}`;
}

function toCell(text: string): string {
  const harmless = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
