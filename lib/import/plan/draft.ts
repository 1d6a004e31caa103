import {
  type Account,
  accountKey,
  type Documentation,
  type Reconciliation,
  type Responsibility,
} from '#lib/domain/account.ts';
import { parseImFunction } from '#lib/domain/im-function.ts';
import type { Administration, Committee, MunicipalityState } from '#lib/domain/municipality.ts';
import type { Change, FilePlan, ImportKind, Issue, ParsedFile } from '../types.ts';

/** A thing of the organisation with its place in the municipality's own order. */
export type Placed<T> = T & { position: number };

/** The state as it would be after the files planned so far: what the next file is held against. */
export interface Draft {
  before: MunicipalityState;
  committees: Map<string, Placed<Committee>>;
  administrations: Map<string, Placed<Administration>>;
  /** Names by code. */
  functions: Map<string, string>;
  accounts: Map<string, Account>;
  /** Stored account numbers by accountKey(), see keyOf(). */
  numbers: Map<string, string>;
  responsibilities: Map<string, Responsibility>;
  reconciliations: Map<string, Reconciliation>;
  documentation: Map<string, Documentation>;
  serviceCentreCode: string;
  overwrite: boolean;
  /** Why a balance may be stored that does not sum to 0; '': it may not. */
  balanceReason: string;
  /** Kinds of this call whose file could not be read: nothing can be held against them, so nothing is. */
  unread: ReadonlySet<ImportKind>;
  /** What rows that could not be taken name, by kind: see isLost(). */
  lost: ReadonlyMap<ImportKind, ReadonlySet<string>>;
  issues: Issue[];
}

/** What planning one file finds out beside the issues. */
export type KindPlan = Pick<FilePlan, 'added' | 'changed' | 'removed' | 'unchanged' | 'changes'> &
  Partial<Pick<FilePlan, 'kept' | 'becomeCategory1' | 'sumAfter' | 'sumBefore'>>;

/** The file's own heading of one of our columns, by which its user finds it. */
export function headingOf(file: ParsedFile, field: string): string {
  // Where debet and kredit stand for the amount, the first of them.
  return file.headings[field] ?? (field === 'amount' ? file.headings.debit : undefined) ?? field;
}

/** accountKey(), quick for the numbers that already have that form: nearly all. */
export function keyOf(number: string): string {
  for (let at = 0; at < number.length; at += 1) {
    const code = number.charCodeAt(at);
    if (code < 48 || code > 57 || (at === 0 && code === 48)) return accountKey(number);
  }
  return number;
}

/** The names by which lost words can be asked for: as they are, as account numbers and as functions. */
export function toLostNames(words: readonly string[]): Set<string> {
  return new Set(words.flatMap((word) => [word, keyOf(word), parseImFunction(word) ?? word]));
}

/**
 * Whether something that a file of the kind seems not to name (a code, a key of an account) stands in one of its rows
 * that could not be taken. That row has its own issue; what follows from it is none.
 */
export function isLost(draft: Draft, kind: ImportKind, name: string): boolean {
  return draft.lost.get(kind)?.has(name) === true;
}

/** Counts and changes between two states of one kind of thing. A change's id is the key. */
export function compareMaps<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  isSame: (before: T, after: T) => boolean,
  toChange: (id: string, before: T | null, after: T | null) => Change,
): KindPlan {
  const plan: KindPlan = { added: 0, changed: 0, removed: 0, unchanged: 0, changes: [] };
  for (const [id, next] of after) {
    const previous = before.get(id);
    if (previous === undefined) {
      plan.added += 1;
      plan.changes.push(toChange(id, null, next));
    } else if (previous === next || isSame(previous, next)) plan.unchanged += 1;
    else {
      plan.changed += 1;
      plan.changes.push(toChange(id, previous, next));
    }
  }
  for (const [id, previous] of before) {
    if (after.has(id)) continue;
    plan.removed += 1;
    plan.changes.push(toChange(id, previous, null));
  }
  return plan;
}

/** Things in the municipality's own order → by code, with their place. */
export function placeByCode<T extends { code: string }>(things: readonly T[]): Map<string, Placed<T>> {
  return new Map(things.map((thing, position) => [thing.code, { ...thing, position }]));
}

/** Whether two flat things hold the same values. */
export function isSameRecord<T extends object>(before: T, after: T): boolean {
  const keys = Object.keys(after) as (keyof T)[];
  return keys.every((key) => before[key] === after[key]);
}
