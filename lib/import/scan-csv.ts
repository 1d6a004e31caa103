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

/** Some of a file's text cut into records. */
export interface Scanned {
  rows: RawRow[];
  faults: QuoteFault[];
  /** Where the first record begins that was not cut; the line on which it stands. */
  end: number;
  line: number;
}

/**
 * Splits CSV text into records, strictly: a cell that begins with a quote ends with one, a quote inside is doubled, and
 * no other cell holds one. Blank lines are left out. Rows count physical lines, also those inside quotes.
 */
export function scanCsv(text: string, separator: string): Pick<Scanned, 'rows' | 'faults'> {
  return scanRecords(text, separator, 1, true);
}

/**
 * As scanCsv, for a text that begins with line `firstLine` of its file. Where more is to come (`isLast` false), a record
 * that reaches the text's end is left for the next call, which knows how it goes on.
 */
export function scanRecords(text: string, separator: string, firstLine: number, isLast: boolean): Scanned {
  const rows: RawRow[] = [];
  const faults: QuoteFault[] = [];
  const length = text.length;
  // Nearly all lines have no quote and end with LF: those are cut by the engine's own means.
  const plainEnds = !/\r(?!\n)/.test(text);
  let quoteAt = nextIndex(text, '"', 0);
  let at = 0;
  let line = firstLine;
  while (at < length) {
    if (quoteAt < at) quoteAt = nextIndex(text, '"', at);
    const end = plainEnds ? nextIndex(text, '\n', at) : text.length;
    if (plainEnds && quoteAt > end) {
      if (end === length && !isLast) break;
      const record = text.slice(at, text.charCodeAt(end - 1) === CR ? end - 1 : end);
      if (record !== '') rows.push({ row: line, cells: record.split(separator) });
      at = end + 1;
      line += 1;
    } else {
      const known = faults.length;
      const record = scanRecord(text, at, separator.charCodeAt(0), line, faults);
      // A CR at the very end can be half of a CRLF.
      const isWhole = record.end < length || (record.end === length && text.charCodeAt(length - 1) !== CR);
      if (!isLast && !isWhole) {
        faults.length = known;
        break;
      }
      if (record.cells.length > 1 || record.cells[0] !== '') rows.push({ row: line, cells: record.cells });
      at = record.end;
      line += record.lines;
    }
  }
  return { rows, faults, end: Math.min(at, length), line };
}

function nextIndex(text: string, part: string, from: number): number {
  const index = text.indexOf(part, from);
  return index === -1 ? text.length : index;
}

/** One record, character by character: its cells, how many lines it takes, and where the next one begins. */
function scanRecord(text: string, start: number, split: number, row: number, faults: QuoteFault[]) {
  const cells: string[] = [];
  let at = start;
  let lines = 1;
  for (;;) {
    const from = at;
    if (text.charCodeAt(at) === QUOTE) {
      let end = nextIndex(text, '"', from + 1);
      while (text.charCodeAt(end + 1) === QUOTE) end = nextIndex(text, '"', end + 2);
      const inside = text.slice(from + 1, end);
      const value = inside.replaceAll('""', '"').replace(/\r\n?/g, '\n');
      lines += countLineEnds(inside);
      if (end >= text.length) faults.push({ row, cell: cells.length, value, code: 'quote-not-closed' });
      at = findEnd(text, end + 1, split);
      if (at > end + 1) faults.push({ row, cell: cells.length, value: text.slice(from, at), code: 'text-after-quote' });
      cells.push(value);
    } else {
      at = findEnd(text, at, split);
      const value = text.slice(from, at);
      if (value.includes('"')) faults.push({ row, cell: cells.length, value, code: 'quote-inside' });
      cells.push(value);
    }
    if (text.charCodeAt(at) !== split) break;
    at += 1;
  }
  return { cells, lines, end: at + (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1) };
}

/** Where the cell ends that goes on at `from`: at a separator, a line end or the end of the text. */
function findEnd(text: string, from: number, split: number): number {
  let at = from;
  while (at < text.length && !isEnd(text.charCodeAt(at), split)) at += 1;
  return at;
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
