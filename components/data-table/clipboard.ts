/** A cell as it is copied. */
export interface CopiedCell {
  /** As Danish people read and type it. */
  text: string;
  /** For programs that count on: `-1234.5`; null where the cell is no number. */
  number: string | null;
}

const NEEDS_QUOTES = /[\t\r\n]|^"/;

/**
 * Rows of texts as spreadsheets put them on the clipboard: tabs between cells, CRLF between rows, in quotes what holds
 * such a character itself or begins with a quote. One cell stands without a line end, so that it fits a text field.
 */
export function writeTabbed(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) =>
    row.map((text) => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'),
  );
  const isOneCell = rows.length === 1 && rows[0]?.length === 1;
  return isOneCell ? (lines[0] ?? '') : lines.map((line) => `${line}\r\n`).join('');
}

/** The end of the quoted cell that begins at `start`, behind its closing quote; -1 where it is no quoted cell. */
function endOfQuoted(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return -1;
    if (text[quote + 1] !== '"') {
      const after = text[quote + 1];
      return after === undefined || after === '\t' || after === '\r' || after === '\n' ? quote + 1 : -1;
    }
    at = quote + 2;
  }
}

/**
 * The cells of a text as Excel and LibreOffice put it on the clipboard. A quote that does not enclose a whole cell is
 * taken as typed (`5" rør`), since Excel writes it so; line ends within a cell become `\n`; a last line end ends the
 * last row. Rows can be of different lengths.
 */
export function readTabbed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    let end = text[at] === '"' ? endOfQuoted(text, at) : -1;
    if (end >= 0) {
      row.push(
        text
          .slice(at + 1, end - 1)
          .replaceAll('""', '"')
          .replace(/\r\n?/g, '\n'),
      );
    } else {
      end = at;
      while (end < text.length && text[end] !== '\t' && text[end] !== '\r' && text[end] !== '\n') end += 1;
      row.push(text.slice(at, end));
    }
    if (text[end] === '\t') {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    if (at >= text.length) return rows;
  }
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * The same as a table, which spreadsheets prefer: numbers arrive as numbers whatever the program's language, and texts
 * as texts (account numbers keep their zeros, nothing that begins with `=` is run). Excel reads `x:num` and
 * `mso-number-format`, LibreOffice `sdval` and `sdnum` (1030 is Danish).
 */
export function writeMarkup(rows: readonly (readonly CopiedCell[])[]): string {
  const cell = ({ text, number }: CopiedCell) => {
    if (number === null) {
      const lines = text.split(/\r\n?|\n/).map(escapeMarkup);
      return `<td style="mso-number-format:'\\@'" sdnum="1030;1030;@">${lines.join('<br style="mso-data-placement:same-cell">')}</td>`;
    }
    const format = number.includes('.') ? '#,##0.00' : '#,##0';
    const excel = format.replace(/[#,.]/g, '\\$&');
    return `<td style="mso-number-format:'${excel}'" x:num="${number}" sdval="${number}" sdnum="1030;1033;${format}">${escapeMarkup(text)}</td>`;
  };
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table>${body}</table></body></html>`;
}
