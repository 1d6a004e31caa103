import { hasUnreadable } from '../decode-text.ts';
import type { RawFault } from '../raw-table.ts';
import { type RawRow, scanRecords } from '../scan-csv.ts';

/** A record so long is none: somewhere a quote was left open. In characters. */
const LONGEST_RECORD = 4 * 1024 * 1024;

/** What a piece of text gave. */
export interface CutRows {
  rows: RawRow[];
  faults: RawFault[];
}

/** Cuts a text that comes in pieces into rows: scanCsv() for what need not be in memory as a whole. */
export class CsvCutter {
  readonly #separator: string;
  #rest = '';
  #line = 1;

  constructor(separator: string) {
    this.#separator = separator;
  }

  /** The rows that are now known to be whole; with `isLast`, all of them. */
  push(piece: string, isLast: boolean): CutRows {
    // Composed like decodeText() does it; a letter whose accent comes with the next piece is in the rest, and composed then.
    const text = (this.#rest + piece).normalize('NFC');
    const ends = isLast || text.length > LONGEST_RECORD + piece.length;
    const { rows, faults: quoting, end, line } = scanRecords(text, this.#separator, this.#line, ends);
    this.#rest = text.slice(end);
    this.#line = line;
    const faults: RawFault[] = quoting.map(({ code, ...place }) => ({ code, place }));
    if (hasUnreadable(text)) {
      for (const { row, cells } of rows) {
        for (const [cell, value] of cells.entries()) {
          if (hasUnreadable(value)) faults.push({ code: 'unreadable-bytes', place: { row, cell, value } });
        }
      }
    }
    if (quoting.length === 0) return { rows, faults };
    const wrong = new Set(quoting.map(({ row }) => row));
    return { rows: rows.filter(({ row }) => !wrong.has(row)), faults };
  }
}
