/** A row of a file as text cells; `row` is the line (or sheet row) at which the user sees it, from 1. */
export interface RawRow {
  row: number;
  cells: string[];
}

/** Wrong quoting in one cell. `cell` counts from 0. */
interface QuoteFault {
  row: number;
  cell: number;
  value: string;
  code: 'quote-inside' | 'quote-not-closed' | 'text-after-quote';
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Splits CSV text into records, strictly: a cell that begins with a quote ends with one, a quote inside is doubled, and
 * no other cell holds one. Blank lines are left out. Rows count physical lines, also those inside quotes.
 */
export function scanCsv(text: string, separator: string): { rows: RawRow[]; faults: QuoteFault[] } {
  const rows: RawRow[] = [];
  const faults: QuoteFault[] = [];
  const split = separator.charCodeAt(0);
  const length = text.length;
  let at = 0;
  let line = 1;
  while (at < length) {
    const row = line;
    const cells: string[] = [];
    for (;;) {
      if (text.charCodeAt(at) === QUOTE) {
        const start = at + 1;
        let doubled = false;
        let end = text.indexOf('"', start);
        while (end !== -1 && text.charCodeAt(end + 1) === QUOTE) {
          doubled = true;
          end = text.indexOf('"', end + 2);
        }
        const closed = end !== -1;
        if (!closed) end = length;
        const inside = text.slice(start, end);
        line += countLineEnds(inside);
        const value = (doubled ? inside.replaceAll('""', '"') : inside).replace(/\r\n?/g, '\n');
        if (!closed) faults.push({ row, cell: cells.length, value, code: 'quote-not-closed' });
        at = Math.min(end + 1, length);
        const rest = at;
        while (at < length && !isEnd(text.charCodeAt(at), split)) at += 1;
        if (at > rest)
          faults.push({ row, cell: cells.length, value: text.slice(start - 1, at), code: 'text-after-quote' });
        cells.push(value);
      } else {
        const start = at;
        let quoted = false;
        for (; at < length; at += 1) {
          const code = text.charCodeAt(at);
          if (isEnd(code, split)) break;
          if (code === QUOTE) quoted = true;
        }
        const value = text.slice(start, at);
        if (quoted) faults.push({ row, cell: cells.length, value, code: 'quote-inside' });
        cells.push(value);
      }
      if (at >= length || text.charCodeAt(at) !== split) break;
      at += 1;
    }
    if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) at += 1;
    at += 1;
    line += 1;
    if (cells.length > 1 || cells[0] !== '') rows.push({ row, cells });
  }
  return { rows, faults };
}

function isEnd(code: number, separator: number): boolean {
  return code === separator || code === LF || code === CR;
}

/** CRLF, LF and CR each end a line. */
function countLineEnds(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count += 1;
  }
  return count;
}
