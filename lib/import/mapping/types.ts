import type { Ore } from '#lib/domain/money.ts';
import type { Period } from '#lib/domain/period.ts';
import type { AmountForm } from '#lib/format/parse-amount.ts';
import type { IgnoreReason } from './ignore-reason.ts';

/** What is wrong with a cell: the code of a text under `issues.<code>`, the file's own heading, the value as written. */
export interface CellFault {
  code: string;
  column: string | null;
  value: string | null;
  params: Record<string, string | number>;
}

/** A line of a balance. `name` null: the file has no names. `imFunction` '': it has none. */
export interface BalanceLine {
  account: string;
  name: string | null;
  imFunction: string;
  /** In øre. */
  balance: Ore;
}

export interface ResponsibilityLine {
  account: string;
  reconciledBy: string;
  committee: string;
  administration: string;
  separately: boolean | null;
}

/** What a line of the file comes to. */
export type MappedLine<T> =
  | { state: 'read'; line: T }
  | { state: 'ignored'; reason: IgnoreReason }
  | { state: 'faulty'; faults: CellFault[] };

/** What the file is beside its headings. */
export interface MappingCircumstances {
  /** Which column of amounts, and which rows, are of the period. */
  period: Period;
  /** How amounts are written where the profile leaves it to the column. */
  form: AmountForm;
  /** From a workbook: cells may hold numbers (NUMBER_MARK), and short rows are no fault. */
  fromExcel: boolean;
}

/** One of our columns, and which of theirs it is read from. */
export interface UsedColumn {
  field: string;
  heading: string;
  /** From 0. */
  index: number;
}

export interface CompiledMapping<T> {
  /** Reads the cells of one row. Keeps nothing of it, so rows can be read one by one, however many there are. */
  read(cells: readonly string[]): MappedLine<T>;
  used: UsedColumn[];
  /** Places of the columns of amounts, which together decide the form in which they are written. */
  amountColumns: number[];
}

/** A profile fitted to the headings of a file; or the columns that the file lacks. */
export type Compilation<T> = { ok: true; mapping: CompiledMapping<T> } | { ok: false; faults: CellFault[] };
