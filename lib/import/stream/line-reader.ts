import type { AmountForm } from '#lib/format/parse-amount.ts';
import type { RawRow } from '../scan-csv.ts';
import type { Issue, Reading } from '../types.ts';
import type { BalanceLine } from './sum-accounts.ts';

/** Reads the rows under the headings one by one, and keeps none of them. */
export interface LineReader {
  /**
   * The lines that are now known to be such; what is wrong with them goes to the issues it was made with. null: the row
   * is passed over.
   */
  read(row: RawRow): BalanceLine[] | null;
  /** To be called after the last row. */
  finish(): void;
  /** How the profile's columns were read, after so many accounts; null: by the file's own headings. */
  reading(accounts: number): Reading | null;
}

/** Where the headings of a file were found, and how to read what stands under them. */
export interface FoundHead {
  /** Place of the header row among the first rows, and the row that the user sees. */
  at: number;
  row: number;
  headings: Record<string, string>;
  /** Places of the columns of amounts, whose cells tell the form in which they are written. */
  amountColumns: readonly number[];
  /** Makes a reader that knows the form; null: it cannot be told, and amounts are not read. */
  open(form: AmountForm | null, issues: Issue[]): LineReader;
  /** Whether lines of an account are added up; null: the file's own headings do not say. */
  sumLines: boolean | null;
}
