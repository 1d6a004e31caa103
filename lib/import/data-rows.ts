import { isAmountInNoForm } from './amount-column.ts';
import type { FoundColumn, Header } from './find-header.ts';
import { makeError } from './issue.ts';
import { type RawTable, toText } from './raw-table.ts';
import type { RawRow } from './scan-csv.ts';
import type { Issue } from './types.ts';

/** A table without headings and blank lines: its rows of data, and the total lines at its end. */
interface DataRows {
  rows: RawRow[];
  totals: RawRow[];
  /** Ragged ones, each an issue. */
  ragged: RawRow[];
}

/** SAP puts stars before it. */
export const TOTAL_LABEL = /^[*\s]*(i\s*alt|total|sum|saldo i alt|subtotal|hovedtotal|samlet|balance i alt)(\b|$)/i;

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

const isNumeric = ({ spec }: FoundColumn): boolean => spec.type === 'amount' || spec.type === 'count';

/**
 * A total line has an amount, and beside it nothing but a label such as `I alt`, or no label at all. What names the
 * thing of the row (an account, a committee) is then missing or is the label.
 */
function isTotal(row: RawRow, header: Header): boolean {
  let label: string | null = null;
  let isFilled = false;
  for (const [index, cell] of row.cells.entries()) {
    if (cell === '') continue;
    const text = toText(cell);
    if (text === '') continue;
    if (header.columns.some((found) => found.index === index && isNumeric(found))) isFilled = true;
    else if (label !== null) return false;
    else label = text;
  }
  return isFilled && (label === null || TOTAL_LABEL.test(label));
}

/**
 * A total line that was written with fewer cells than the header (`I alt;0,00`), its figures put under the columns of
 * amounts and counts in their order; null for any other short row.
 */
function alignTotal({ row, cells }: RawRow, header: Header): RawRow | null {
  const columns = header.columns.filter(isNumeric).sort((left, right) => left.index - right.index);
  const texts = cells.map(toText).filter((text) => text !== '');
  const label = TOTAL_LABEL.test(texts[0] ?? '') ? (texts.shift() ?? '') : '';
  if (texts.length !== columns.length || texts.some(isAmountInNoForm)) return null;
  const aligned = Array<string>(header.width).fill('');
  for (const [at, { index }] of columns.entries()) aligned[index] = texts[at] ?? '';
  const labelAt = aligned.indexOf('');
  if (label !== '' && labelAt !== -1) aligned[labelAt] = label;
  return { row, cells: aligned };
}

/** Total lines stand at the end and are few; more of their form in a row are rows like any other. */
const MOST_TOTALS = 1_000;

/**
 * Takes the rows under the header one by one: blank ones left out, ragged ones turned into issues (cells beyond the
 * header that are blank do no harm), total lines at the end set apart (domain.md, files that users really have).
 */
export class RowSifter {
  readonly ragged: RawRow[] = [];
  readonly #file: string;
  readonly #header: Header;
  readonly #fromExcel: boolean;
  readonly #issues: Issue[];
  readonly #hasFigures: boolean;
  /** Would be total lines, if only total lines follow. `short`: how many cells it was written with, if too few. */
  #held: { row: RawRow; short: number | null }[] = [];

  constructor(file: string, header: Header, fromExcel: boolean, issues: Issue[]) {
    this.#file = file;
    this.#header = header;
    this.#fromExcel = fromExcel;
    this.#issues = issues;
    this.#hasFigures = header.columns.some(isNumeric);
  }

  /** @returns the rows of data that are now known to be such, in their order */
  push(row: RawRow): RawRow[] {
    const { cells } = row;
    const { width } = this.#header;
    if (isBlank(cells)) return [];
    if (cells.length < width && !this.#fromExcel) {
      const aligned = alignTotal(row, this.#header);
      if (aligned !== null && isTotal(aligned, this.#header)) return this.#hold(aligned, cells.length);
      this.#failShort(row, cells.length);
      return this.#release();
    }
    if (cells.length > width) {
      const extra = cells.findIndex((cell, index) => index >= width && cell.trim() !== '');
      if (extra !== -1) {
        const place = { row: row.row, value: toText(cells[extra] ?? '') };
        this.#issues.push(makeError(this.#file, 'row-too-long', place, { cells: cells.length, columns: width }));
        this.ragged.push(row);
        return this.#release();
      }
    }
    if (this.#hasFigures && isTotal(row, this.#header)) return this.#hold(row, null);
    if (this.#held.length === 0) return [row];
    return [...this.#release(), row];
  }

  /** The total lines at the end, once all rows were pushed. */
  finish(): RawRow[] {
    return this.#held.map(({ row }) => row);
  }

  #hold(row: RawRow, short: number | null): RawRow[] {
    this.#held.push({ row, short });
    return this.#held.length > MOST_TOTALS ? this.#release() : [];
  }

  /** What was held is followed by data: rows like any other. */
  #release(): RawRow[] {
    if (this.#held.length === 0) return [];
    const held = this.#held;
    this.#held = [];
    for (const { row, short } of held) if (short !== null) this.#failShort(row, short);
    return held.filter(({ short }) => short === null).map(({ row }) => row);
  }

  #failShort(row: RawRow, cells: number): void {
    const params = { cells, columns: this.#header.width };
    this.#issues.push(makeError(this.#file, 'row-too-short', { row: row.row }, params));
    this.ragged.push(row);
  }
}

/** All rows under the header at once, see RowSifter. */
export function takeDataRows(file: string, table: RawTable, header: Header, issues: Issue[]): DataRows {
  const sifter = new RowSifter(file, header, table.fromExcel, issues);
  const rows: RawRow[] = [];
  for (let at = header.at + 1; at < table.rows.length; at += 1) {
    const row = table.rows[at];
    if (row) for (const one of sifter.push(row)) rows.push(one);
  }
  return { rows, totals: sifter.finish(), ragged: sifter.ragged };
}
