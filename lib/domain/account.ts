import type { Category } from './category.ts';
import type { IsoDate } from './date.ts';
import type { Finding } from './finding.ts';
import type { Ore } from './money.ts';
import type { Workflow } from './workflow.ts';

/** A balance account in a period, as the ERP system states it. */
export interface Account {
  number: string;
  name: string;
  /** `9.52.59` */
  imFunction: string;
  /** In øre: assets positive, debt and equity negative. */
  balance: Ore;
}

/** Who reconciles an account, and for whom (*kontoansvar*). */
export interface Responsibility {
  account: string;
  /** An administration's code, or the service centre's. '' where nobody is named. */
  reconciledBy: string;
  committee: string;
  administration: string;
  /** Reconciled separately: no category, no findings (domain.md). */
  separately: boolean;
}

export type Method = 'source' | 'specification';

/** Who is to reconcile an account in a period, and by when. */
export interface Assignment {
  account: string;
  personId: string | null;
  deadline: IsoDate | null;
}

/** What an account's balance is said to be by another source (*dokumentation*), such as a bank or a debtor system. */
export interface Documentation {
  account: string;
  /** In øre, signed as the account's own. */
  balance: Ore;
  /** Where it is from: `Kontoudtog Danske Bank`. */
  source: string;
  /** The day that the source states it for. */
  date: IsoDate;
}

/** The rule that logged a reconciliation by itself, as it was then. */
export interface RuleMark {
  id: number;
  version: number;
  name: string;
}

/** What an account's balance was held against, and the verdict. */
export interface Reconciliation {
  account: string;
  category: Category;
  documentedBalance: Ore | null;
  /** Against source material, or by a specification of the balance (domain.md, law and guidance). */
  method: Method | null;
  reconciledOn: IsoDate | null;
  initials: string;
  /** The balance in øre that the verdict was logged against. */
  balance: Ore;
  /** Who made it as it stands; an import keeps what was changed on screen. */
  origin: 'import' | 'screen' | 'rule';
  /** The rule that made it as it stands; missing where a person or a file did. */
  rule?: RuleMark;
  findings: Finding[];
  workflow: Workflow;
}

/** Accounts of this function are reconciled separately unless their responsibility says otherwise (domain.md). */
export const SEPARATE_FUNCTION = '9.75.99';

export function isSeparate(account: Pick<Account, 'imFunction'>, responsibility: Responsibility | undefined): boolean {
  return responsibility?.separately ?? account.imFunction === SEPARATE_FUNCTION;
}

/** Difference in øre up to which category 1 needs no warning: "a few øre" (domain.md), here under one krone. */
export const SMALL_DIFFERENCE: Ore = 99n;

/**
 * The form of an account number under which files agree on it: without blanks, the prefix `S` and leading zeros
 * (domain.md: account numbers can arrive as numbers, with leading zeros lost, and as `S1234567`).
 */
export function accountKey(number: string): string {
  const compact = number
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/^S(?=\d+$)/, '');
  return /^\d+$/.test(compact) ? compact.replace(/^0+(?=\d)/, '') : compact;
}
