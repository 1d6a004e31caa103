import type { Ore } from '#lib/domain/money.ts';
import { makeError } from '../issue.ts';
import { keyOf } from '../plan/draft.ts';
import type { BalanceRow } from '../types.ts';
import type { CappedIssues } from './capped-issues.ts';
import { detachText } from './detach-text.ts';

/** More accounts than any municipality has; the rest of the product holds a period's accounts in memory. */
const MOST_ACCOUNTS = 100_000;

/** A line of a large balance. `name` null: the file has no names; `imFunction` '': it states none. */
export interface BalanceLine {
  row: number;
  account: string;
  name: string | null;
  imFunction: string;
  /** In øre. */
  balance: Ore;
}

interface SumOptions {
  file: string;
  sumLines: boolean;
  /** Our columns → the file's headings, for what is wrong between two lines. */
  headings: Readonly<Record<string, string>>;
  issues: CappedIssues;
}

/** The accounts of a balance, summed line by line: what is kept grows with the accounts, not with the lines. */
export class AccountSums {
  readonly #options: SumOptions;
  readonly #accounts = new Map<string, BalanceRow & { balance: Ore; imFunction: string }>();

  constructor(options: SumOptions) {
    this.#options = options;
  }

  /** @returns false where the file has more accounts than can be held: the rest need not be read */
  add(line: BalanceLine): boolean {
    const key = keyOf(line.account);
    const known = this.#accounts.get(key);
    if (known === undefined) return this.#begin(key, line);
    if (!this.#options.sumLines) {
      this.#fail(line, 'duplicate-account', 'account', line.account, { first: known.row });
      return true;
    }
    known.balance += line.balance;
    if (!known.name && line.name) known.name = detachText(line.name);
    if (line.imFunction !== known.imFunction) {
      if (known.imFunction === '') known.imFunction = detachText(line.imFunction);
      else if (line.imFunction !== '')
        this.#fail(line, 'function-differs', 'imFunction', line.imFunction, {
          first: known.row,
          known: known.imFunction,
        });
    }
    return true;
  }

  get size(): number {
    return this.#accounts.size;
  }

  rows(): BalanceRow[] {
    return [...this.#accounts.values()];
  }

  #begin(key: string, { row, account, name, imFunction, balance }: BalanceLine): boolean {
    if (this.#accounts.size >= MOST_ACCOUNTS) {
      const { file, issues, headings } = this.#options;
      const place = { row, column: headings.account ?? 'account', value: account };
      issues.add(makeError(file, 'too-many-accounts', place, { most: MOST_ACCOUNTS }));
      return false;
    }
    const own = { row, account: detachText(account), name: name === null ? null : detachText(name) };
    this.#accounts.set(detachText(key), { ...own, imFunction: detachText(imFunction), balance });
    return true;
  }

  #fail({ row }: BalanceLine, code: string, field: string, value: string, params: Record<string, string | number>) {
    const { file, issues, headings } = this.#options;
    issues.add(makeError(file, code, { row, column: headings[field] ?? field, value }, params));
  }
}
