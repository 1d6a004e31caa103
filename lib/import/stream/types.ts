import type { AmountForm } from '#lib/format/parse-amount.ts';
import type { BalanceRow, ChosenMapping, ImportKind, Issue, KnownProfile, Reading } from '../types.ts';

/** A file that is too large for memory, and how it is to be read. Such files are balances. */
export interface LargeRequest {
  /** Where its bytes lie. */
  path: string;
  /** The name under which issues speak of it. */
  name: string;
  kind: ImportKind | 'auto';
  /** `2023-12` */
  periodId: string;
  amounts: AmountForm | null;
  /** Lines of the same account are added up, else a second one is an error. A mapping says so itself. */
  sumLines: boolean;
  /** How its columns are to be read; null: by a profile that its headings are known by, else as the balance's own. */
  mapping: ChosenMapping | null;
  profiles: readonly KnownProfile[];
}

/** What a large file comes to: a row for each account, in the order in which the file first names them. */
export interface LargeReading {
  rows: BalanceRow[];
  /** Lines of data that were read. */
  lines: number;
  issues: Issue[];
  ambiguous: { column: string; samples: string[] }[];
  headings: Record<string, string>;
  /** Where its columns were read by a profile. */
  reading: Reading | null;
}

/** How far the reading has come. `totalBytes` null: not known, as of a workbook, which says nothing of its rows. */
export interface LargeProgress {
  rows: number;
  bytes: number;
  totalBytes: number | null;
}
