import { findAmountEvidence } from '#lib/format/parse-amount.ts';
import type { MappedColumn } from '#lib/schemas/mapping.ts';
import { NUMBER_MARK, toText } from '../raw-table.ts';
import type { RawRow } from '../scan-csv.ts';

/** From this share of cells on they, or their column, are taken to be what they look like. */
export const MOST = 0.8;

/** The share of them that fits, 0–1; 0 of none. */
export function shareOf<T>(all: readonly T[], fits: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(fits).length / all.length;
}

export function isAmount(cell: string): boolean {
  return cell.startsWith(NUMBER_MARK) || findAmountEvidence(cell) !== 'none';
}

/** The sample's cells of each column, with what can be asked of them. */
export class Sample {
  readonly headings: readonly string[];
  readonly rows: readonly RawRow[];

  constructor(headings: readonly string[], rows: readonly RawRow[]) {
    this.headings = headings;
    this.rows = rows;
  }

  column(at: number): MappedColumn {
    return { heading: (this.headings[at] ?? '').trim(), at };
  }

  /** The cells of a column that are not blank, as a person sees them. */
  texts(at: number): string[] {
    return this.rows.map(({ cells }) => toText(cells[at] ?? '')).filter((text) => text !== '');
  }

  /** Share of a column's cells, blank ones aside, that are amounts. */
  amountShare(at: number): number {
    const cells = this.rows.map(({ cells: own }) => own[at] ?? '').filter((cell) => cell.trim() !== '');
    return shareOf(cells, isAmount);
  }
}
