/**
 * Excel runs a CSV cell that begins with one of these as a formula. An export writes an apostrophe before such texts,
 * which Excel shows and does not run, and the reader takes it away again. So that every text comes back exactly, a text
 * that already is of the form apostrophes + such a character gets one more, and the reader takes exactly one away.
 */
const GUARDED = /^'*[=+\-@\t\r\n]/;
const GUARDED_IN_FILE = /^'+[=+\-@\t\r\n]/;

/** A text as an export to CSV writes it. */
export function guardText(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}

/** The text that guardText() was given. */
export function restoreText(cell: string): string {
  return cell.startsWith("'") && GUARDED_IN_FILE.test(cell) ? cell.slice(1) : cell;
}
