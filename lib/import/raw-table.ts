import type { RawRow } from './scan-csv.ts';

/** Something wrong with a file or a cell of it, before anybody knows what the columns are. `cell` counts from 0. */
export interface RawFault {
  code: string;
  place: { row: number; cell: number; value: string } | null;
}

/** A file as rows of text cells, before anybody knows what the columns are. */
export interface RawTable {
  rows: RawRow[];
  faults: RawFault[];
  /** Rows that could not be cut into cells. */
  dubious: RawRow[];
  /** Cells that Excel holds as numbers begin with NUMBER_MARK. */
  fromExcel: boolean;
}

/** Stands before the plain notation of a number in a cell from Excel; XML cannot hold it, so no text begins with it. */
export const NUMBER_MARK = '\u0001';

/** The cell as text, as a person sees it. */
export function toText(cell: string): string {
  return cell.startsWith(NUMBER_MARK) ? cell.slice(1) : cell.trim();
}
