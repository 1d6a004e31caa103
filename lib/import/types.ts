import type { Account, Reconciliation, Responsibility } from '#lib/domain/account.ts';
import type { ImFunction } from '#lib/domain/im-function.ts';
import type { Ore } from '#lib/domain/money.ts';
import type { Administration, Committee } from '#lib/domain/municipality.ts';
import type { Register, RegisterContents } from '#lib/domain/register.ts';

/** The eight kinds of file, named as the stems of the reference files, in the order in which they depend on each other. */
export const IMPORT_KINDS = [
  'organisation',
  'im-funktioner',
  'saldobalance',
  'kontoansvar',
  'afstemninger',
  'sammenligningstal',
  'systemafstemninger',
  'afskrivninger',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** How amounts are written: `1.234,50` or `1,234.50`. */
export type AmountForm = 'da' | 'en';

/** A file as it was handed in. */
export interface InputFile {
  name: string;
  bytes: Uint8Array;
  /** 'auto': recognised by the header. */
  kind: ImportKind | 'auto';
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
  | RegisterChange;

export interface ChangeOf<S extends string, T> {
  subject: S;
  /** The thing's own id: code, account number. */
  id: string;
  before: T | null;
  after: T | null;
}

/**
 * A change of a register line. `lineId` is null for a new one. `after.content` is what the line will say; the import's
 * word is kept beside it in `imported`. `after` null: the line goes for good.
 */
export interface RegisterChange {
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
  /** Sum in øre of the file's amounts, and of what stood before; null where the kind has none. */
  sumAfter: Ore | null;
  sumBefore: Ore | null;
  /** Indices into `changes` of the plan. */
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
}
