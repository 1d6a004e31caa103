import type { Account, Documentation, Reconciliation, Responsibility } from '#lib/domain/account.ts';
import type { Category } from '#lib/domain/category.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import type { ImFunction } from '#lib/domain/im-function.ts';
import type { Ore } from '#lib/domain/money.ts';
import type { Administration, Committee } from '#lib/domain/municipality.ts';
import {
  type AccountMovement,
  type ComparisonFigure,
  REGISTERS,
  type Register,
  type RegisterContents,
  type TransferControl,
  type WriteOff,
} from '#lib/domain/register.ts';
import type { AmountForm } from '#lib/format/parse-amount.ts';
import type { MappingContent } from '#lib/schemas/mapping.ts';
import type { IgnoreReason } from './mapping/ignore-reason.ts';
import type { UsedColumn } from './mapping/types.ts';

/** The eleven kinds of file, named as the stems of the reference files, in the order in which they depend on each other. */
export const IMPORT_KINDS = [
  'organisation',
  'im-funktioner',
  'saldobalance',
  'kontoansvar',
  'afstemninger',
  'dokumentation',
  ...REGISTERS,
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** A file as it was handed in. */
export interface InputFile {
  name: string;
  bytes: Uint8Array;
  /** 'auto': recognised by the header. */
  kind: ImportKind | 'auto';
  /** How a person wants its columns read; without one, a profile is recognised by the headings, or the kind is. */
  mapping?: ChosenMapping | undefined;
}

/** A profile that was made for certain headings. */
export interface KnownProfile {
  name: string;
  /** See fingerprintOf(). */
  fingerprint: string;
  content: MappingContent;
}

/** How one file's columns are to be read. */
export interface ChosenMapping {
  /** '' for one that has no name. */
  name: string;
  content: MappingContent;
  /** The header row as the user sees it, from 1; null: to be found by the columns. */
  headerRow: number | null;
  /** '' where it was made for this file alone. */
  fingerprint: string;
}

/** What a file came to whose columns were read by a profile. */
export interface Reading {
  /** The profile's name; '' for columns that were chosen for this file alone. */
  profile: string;
  columns: UsedColumn[];
  /** Lines under the headings, blank ones aside, and those that were taken. */
  lines: number;
  taken: number;
  /** Accounts that the taken lines make. */
  accounts: number;
  ignored: { reason: IgnoreReason; count: number }[];
}

/**
 * Something wrong (or worth a look) in a file. `code` with `params` names the text in messages/*.json under
 * `issues.<code>`; row is the one that the user sees in the file (1-based), null where it concerns the whole file.
 */
export interface Issue {
  severity: 'error' | 'warning';
  file: string;
  row: number | null;
  column: string | null;
  value: string | null;
  code: string;
  params: Record<string, string | number>;
}

/** One thing that an import would change: before null is new, after null is gone. */
export type Change =
  | ChangeOf<'committee', Committee & { position: number }>
  | ChangeOf<'administration', Administration & { position: number }>
  | ChangeOf<'imFunction', ImFunction>
  | ChangeOf<'account', Account>
  | ChangeOf<'responsibility', Responsibility>
  | ChangeOf<'reconciliation', Reconciliation>
  | ChangeOf<'documentation', Documentation>
  | RegisterChange;

interface ChangeOf<S extends string, T> {
  subject: S;
  /** The thing's own id: code, account number. */
  id: string;
  before: T | null;
  after: T | null;
}

/**
 * A change of a register line. `lineId` is null for a new one. `after` is what the line will say, and what `imported`
 * becomes; null: the line goes for good. A `lineId` with `before` null is a line that was removed on screen and comes
 * back (`removed` becomes false).
 */
interface RegisterChange {
  subject: 'registerLine';
  register: Register;
  lineId: number | null;
  id: string;
  before: RegisterContents[Register] | null;
  after: RegisterContents[Register] | null;
}

/** What was changed on screen since the last import and stays as it is, though the file says otherwise. */
export interface Kept {
  subject: 'reconciliation' | 'registerLine';
  id: string;
  /** Such as an account's name, or a line in words. */
  label: string;
}

export interface FilePlan {
  name: string;
  kind: ImportKind;
  sha256: string;
  bytes: number;
  /** Data rows read. */
  rows: number;
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  kept: Kept[];
  /** Accounts that a file of reconciliations does not name and that become category 1 by it. */
  becomeCategory1: number;
  /** How its columns were read, where a profile said it; null: by its own headings. */
  reading: Reading | null;
  /** Its own headings where they are other than ours, by our name of the column. */
  headings: Readonly<Record<string, string>>;
  /** Sum in øre of the file's amounts, and of what stood before; null where the kind has none. */
  sumAfter: Ore | null;
  sumBefore: Ore | null;
  /**
   * What storing the file changes. The counts above are of the file's own kind of thing; what goes with it (the
   * responsibility and the verdict of an account that is gone) is here too, with the file of its kind if there is one.
   */
  changes: Change[];
}

export interface ImportPlan {
  periodId: string;
  /** In order of dependence. */
  files: FilePlan[];
  /** All of them, errors first, then by file and row. Nothing may be stored while one is an error. */
  issues: Issue[];
  /** Columns of amounts that can be read both ways; a person must choose. Each is also an error among the issues. */
  ambiguous: { file: string; column: string; samples: string[] }[];
  /** New count and sum of the balance, where a balance was among the files. */
  control: { count: number; sum: Ore } | null;
}

export interface PlanOptions {
  /** The form of amounts where a column alone does not tell; null: not chosen. */
  amounts: AmountForm | null;
  /** Prefer the file to what was changed on screen. */
  overwrite: boolean;
  /** Why a balance is stored that does not sum to 0 (product.md, rule 2); '': it is not. */
  balanceReason?: string;
  /** Code under which the service centre may stand in *Afstemmes af* beside the administrations, such as `KS`. */
  serviceCentreCode: string;
}

/** A row of *organisation*. The administration is '' where the row names a committee alone. */
export interface OrganisationRow {
  row: number;
  committeeCode: string;
  committeeName: string;
  administrationCode: string;
  administrationName: string;
}

export interface FunctionRow {
  row: number;
  code: string;
  name: string;
}

/** A row of the balance. null: could not be read, and an issue says so. */
export interface BalanceRow {
  row: number;
  account: string;
  /** null where the file has no names: what is known stays. */
  name: string | null;
  /** As `9.52.59`; '' where the file has none; null where it could not be read. */
  imFunction: string | null;
  balance: Ore | null;
}

export interface ResponsibilityRow {
  row: number;
  account: string;
  reconciledBy: string;
  committee: string;
  administration: string;
  /** null where the file does not say. */
  separately: boolean | null;
}

/** A row of *afstemninger*: an item, a step of the plan, both, or a verdict alone. */
export interface ReconciliationRow {
  row: number;
  account: string;
  /** null where it could not be read; 'none' where the row only names the account, which has no verdict yet. */
  category: Category | 'none' | null;
  committee: string;
  responsible: string;
  theme: string;
  problem: string;
  /** null where the row has none; 'faulty' where an issue says so. */
  item: { postingDate: IsoDate; text: string; amount: Ore } | 'faulty' | null;
  step: { activity: string; deadline: IsoDate | null; consequence: string } | 'faulty' | null;
}

/** A row of *dokumentation*. null: could not be read, and an issue says so. */
export interface DocumentationRow {
  row: number;
  account: string;
  balance: Ore | null;
  source: string;
  date: IsoDate | null;
}

/** A row of a register; content null where part of it could not be read. */
export interface RegisterRow<T> {
  row: number;
  content: T | null;
}

/** What each kind's rows are. */
export interface ParsedRows {
  organisation: OrganisationRow;
  'im-funktioner': FunctionRow;
  saldobalance: BalanceRow;
  kontoansvar: ResponsibilityRow;
  afstemninger: ReconciliationRow;
  dokumentation: DocumentationRow;
  sammenligningstal: RegisterRow<ComparisonFigure>;
  systemafstemninger: RegisterRow<TransferControl>;
  afskrivninger: RegisterRow<WriteOff>;
  /** The function is '' where it is to be derived from the account. */
  'periodiserede-poster': RegisterRow<AccountMovement>;
  egenkapital: RegisterRow<AccountMovement>;
}

interface ParsedHead {
  name: string;
  sha256: string;
  /** In bytes. */
  size: number;
  issues: Issue[];
  ambiguous: { column: string; samples: string[] }[];
  /** The words of rows that could not be taken (wrong quoting, ragged): what they would have named is not missing. */
  lost: readonly string[];
  /** Lines that were read, where several can be of one row. */
  lines?: number;
  /** The headings by which the file names what went wrong, by our name of the column. */
  headings: Readonly<Record<string, string>>;
  /** Where its columns were read by a profile. */
  reading?: Reading;
}

/** A file whose columns were found, by kind. */
export type ParsedOf<K extends ImportKind> = ParsedHead & { kind: K; rows: ParsedRows[K][] };

/** A file as it was read: pure data that a plan can be made of again and again. `kind` null: not recognised. */
export type ParsedFile = { [K in ImportKind]: ParsedOf<K> }[ImportKind] | (ParsedHead & { kind: null; rows: [] });
