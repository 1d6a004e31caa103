import type { IsoDate } from './date.ts';
import type { Finding } from './finding.ts';
import type { Ore } from './money.ts';

export const SETTLEMENT_KINDS = ['settled', 'written-off'] as const;
export type SettlementKind = (typeof SETTLEMENT_KINDS)[number];

/** What was settled or written off of an item by an act (product.md, rule 6); taken back by one of the opposite amount. */
export interface Settlement {
  id: number;
  periodId: string;
  account: string;
  committee: string;
  itemKey: string;
  /** Of the item as it was. */
  postingDate: IsoDate;
  text: string;
  kind: SettlementKind;
  date: IsoDate;
  /** In øre, with the item's sign. */
  amount: Ore;
  voucher: string;
  reason: string;
  personName: string;
  /** ISO time, UTC */
  at: string;
}

/** Settlements that stand: those that were taken back are left out with the acts that took them back. In their order. */
export function standingSettlements(settlements: readonly Settlement[]): Settlement[] {
  const standing: Settlement[] = [];
  for (const one of settlements.toSorted((left, right) => left.id - right.id)) {
    const place = standing.findIndex((earlier) => isTakenBackBy(earlier, one));
    if (place < 0) standing.push(one);
    else standing.splice(place, 1);
  }
  return standing;
}

function isTakenBackBy(earlier: Settlement, later: Settlement): boolean {
  return (
    earlier.amount === -later.amount &&
    earlier.itemKey === later.itemKey &&
    earlier.periodId === later.periodId &&
    earlier.kind === later.kind &&
    earlier.date === later.date &&
    earlier.voucher === later.voucher
  );
}

/**
 * A verdict logged anew no longer names the items of which nothing remains. `before`: the findings as they stood, by
 * which an item that somebody types as 0 is told from one that was settled.
 */
export function withoutSettled<T extends Pick<Finding, 'items'>>(
  findings: readonly T[],
  before: readonly Finding[],
): T[] {
  const settled = new Set(
    before.flatMap(({ items }) => items.filter(({ amount, key }) => key && amount === 0n).map(({ key }) => key)),
  );
  return findings.map((finding) => ({
    ...finding,
    items: finding.items.filter(({ amount, key }) => amount !== 0n || !settled.has(key)),
  }));
}
