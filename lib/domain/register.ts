import type { Category } from './category.ts';
import type { Ore } from './money.ts';

/**
 * The registers of a fiscal year: what the report tells beside the reconciliations. A register's name is the stem of
 * its file where it has one.
 */
export const REGISTERS = [
  'sammenligningstal',
  'systemafstemninger',
  'afskrivninger',
  'periodiserede-poster',
  'egenkapital',
] as const;
export type Register = (typeof REGISTERS)[number];

/** The registers in which a committee can have nothing, which a person must confirm (domain.md). */
export const CONFIRMABLE_REGISTERS = [
  'systemafstemninger',
  'afskrivninger',
  'periodiserede-poster',
  'egenkapital',
] as const;
export type ConfirmableRegister = (typeof CONFIRMABLE_REGISTERS)[number];

/** A category's number of accounts and net amount the year before, for the whole municipality. */
export interface ComparisonFigure {
  category: Category;
  accounts: number;
  net: Ore;
}

/** The year-end control of one source system's transfers to one receiver. */
export interface TransferControl {
  committee: string;
  sourceSystem: string;
  receiver: string;
  difference: Ore;
  responsible: string;
  activity: string;
  /** An ISO date, or a word such as `Afsluttet`. */
  deadline: string;
  consequence: string;
}

export const WRITE_OFF_KINDS = ['drift', 'balance', 'øvrige'] as const;
export type WriteOffKind = (typeof WRITE_OFF_KINDS)[number];

/** A write-off by counter-entry. */
export interface WriteOff {
  committee: string;
  kind: WriteOffKind;
  writtenOffFunction: string;
  counterFunction: string;
  counterName: string;
  appropriation: string;
  amount: Ore;
}

/** An accrued item, or a movement directly on equity: the same fields in the report. */
export interface AccountMovement {
  committee: string;
  account: string;
  imFunction: string;
  /** The account's. */
  name: string;
  /** What was accrued or moved. */
  text: string;
  amount: Ore;
  /** Why; '' where nobody has said it. */
  explanation: string;
  /** What shows that it is right; '' where nothing does. */
  documentation: string;
}

/** Whether nothing is named that shows a movement to be right. */
export function lacksDocumentation({ documentation }: Pick<AccountMovement, 'documentation'>): boolean {
  return documentation.trim() === '';
}

/** The registers whose lines are movements of accounts. */
export const MOVEMENT_REGISTERS = ['periodiserede-poster', 'egenkapital'] as const;
export type MovementRegister = (typeof MOVEMENT_REGISTERS)[number];

export function isMovementRegister(register: Register): register is MovementRegister {
  return MOVEMENT_REGISTERS.some((known) => known === register);
}

export interface RegisterContents {
  sammenligningstal: ComparisonFigure;
  systemafstemninger: TransferControl;
  afskrivninger: WriteOff;
  'periodiserede-poster': AccountMovement;
  egenkapital: AccountMovement;
}

/** A stored line. `imported` is the content that the last import stated, null for a line made on screen. */
export interface RegisterLine<R extends Register = Register> {
  id: number;
  content: RegisterContents[R];
  imported: RegisterContents[R] | null;
  /** Imported, then removed on screen: kept so that the same file does not bring it back. Not shown, not reported. */
  removed: boolean;
  version: number;
}

export type RegisterLines = { [R in Register]: RegisterLine<R>[] };

/** A person's word that a committee has nothing in a register this year. */
export interface NoneConfirmation {
  register: ConfirmableRegister;
  committee: string;
  confirmedBy: string;
  confirmedAt: string;
}
