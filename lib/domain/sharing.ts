import type { Finding, Item } from './finding.ts';
import { absolute, type Ore, sum } from './money.ts';

/** How accounts are shared between committees: by percent, or in the proportion of amounts. */
export const SHARING_KINDS = ['percent', 'amounts'] as const;
export type SharingKind = (typeof SHARING_KINDS)[number];

/** The whole of a key by percent: weights are millionths, so that 33,3333 % is exact. */
export const WHOLE = 1_000_000n;

export interface SharingPart {
  committee: string;
  /** Never negative: millionths of the whole (percent) or øre (amounts). */
  weight: bigint;
}

/** A named key (*fordelingsnøgle*) of a fiscal year. */
export interface SharingKey {
  id: number;
  name: string;
  kind: SharingKind;
  parts: readonly SharingPart[];
}

/**
 * Divides an amount in øre by the parts' weights: each gets the whole øre of its share, and what is left goes one øre
 * each to the largest remainders, ties by committee code. The parts add up to the amount; a negative amount divides as
 * its mirror. Parts without weight get 0.
 * @throws RangeError where no part has weight
 */
export function divideAmount(amount: Ore, parts: readonly SharingPart[]): Map<string, Ore> {
  const total = sum(parts.map(({ weight }) => weight));
  if (total <= 0n || parts.some(({ weight }) => weight < 0n)) throw new RangeError('A key needs weights above 0.');
  const size = absolute(amount);
  const shares = parts.map(({ committee, weight }) => ({
    committee,
    share: (size * weight) / total,
    remainder: (size * weight) % total,
  }));
  let left = size - sum(shares.map(({ share }) => share));
  const order = shares.toSorted(
    (one, other) =>
      (one.remainder > other.remainder ? -1 : one.remainder < other.remainder ? 1 : 0) ||
      (one.committee < other.committee ? -1 : 1),
  );
  const result = new Map<string, Ore>();
  for (const { committee, share } of order) {
    const mine = left > 0n ? share + 1n : share;
    if (left > 0n) left -= 1n;
    result.set(committee, amount < 0n ? -mine : mine);
  }
  return result;
}

/**
 * One finding a committee out of one, each item divided by the key, so that an item's parts add up to it. Items of
 * which a committee gets nothing, and committees that get no item, are left out; an item's key goes with the largest part.
 */
export function divideFinding(finding: Finding, key: Pick<SharingKey, 'parts'>): Finding[] {
  const divided = finding.items.map((item) => ({ item, shares: divideAmount(item.amount, key.parts) }));
  const committees = key.parts.map(({ committee }) => committee).sort();
  return committees.flatMap((committee): Finding[] => {
    const items = divided.flatMap(({ item, shares }): Item[] => {
      const amount = shares.get(committee) ?? 0n;
      if (amount === 0n) return [];
      const { key: own, ...rest } = item;
      return [{ ...rest, amount, ...(own !== undefined && committee === largestOf(shares) && { key: own }) }];
    });
    if (items.length === 0) return [];
    const isOwn = committee === finding.committee;
    // A step's key stays with the committee that had it: two findings never claim the same step.
    const steps = isOwn
      ? finding.steps
      : finding.steps.map(({ activity, deadline, consequence }) => ({ activity, deadline, consequence }));
    return [{ ...finding, committee, items, steps }];
  });
}

function largestOf(shares: ReadonlyMap<string, Ore>): string | undefined {
  return [...shares].sort(
    ([one, mine], [other, theirs]) =>
      (absolute(mine) > absolute(theirs) ? -1 : absolute(mine) < absolute(theirs) ? 1 : 0) || (one < other ? -1 : 1),
  )[0]?.[0];
}

interface Shared {
  accounts: readonly { number: string; balance: Ore }[];
  responsibilities: ReadonlyMap<string, { committee: string }>;
  sharing: ReadonlyMap<string, SharingKey>;
}

/** What of an account's balance is each committee's, in øre: by its key, or all of it its own committee's ('' for none). */
function sharesOf(
  { responsibilities, sharing }: Omit<Shared, 'accounts'>,
  account: { number: string; balance: Ore },
): Map<string, Ore> {
  const key = sharing.get(account.number);
  if (key) return divideAmount(account.balance, key.parts);
  return new Map([[responsibilities.get(account.number)?.committee ?? '', account.balance]]);
}

/** The balance of each committee in øre, with its parts of the accounts that are shared; '' for what is nobody's. */
export function balancesByCommittee(shared: Shared): Map<string, Ore> {
  const balances = new Map<string, Ore>();
  for (const account of shared.accounts) {
    for (const [committee, share] of sharesOf(shared, account)) {
      balances.set(committee, (balances.get(committee) ?? 0n) + share);
    }
  }
  return balances;
}
