import type { IsoDate } from './date.ts';
import type { Finding } from './finding.ts';
import type { Ore } from './money.ts';
import { addMonths } from './working-day.ts';

/** Claims are barred after three years (*forældelse*; domain.md, law and guidance). */
const LIMITATION_MONTHS = 36;

/** Months before it at which an item is near its limitation, unless a setting says otherwise. */
export const USUAL_WARNING_MONTHS = 6;

/** The longest warning: from the day of posting. */
export const MOST_WARNING_MONTHS = LIMITATION_MONTHS;

/** From which day one looks, and how many months before it limitation is warned of. */
export interface LimitationWarning {
  today: IsoDate;
  warningMonths: number;
}

/** Where an item stands: `passed` since its third year, `near` it, or neither. */
export type LimitationState = 'passed' | 'near' | null;

/** The last day on which a claim posted on `postingDate` can be raised: three years later, the day clipped to its month. */
export function limitationDate(postingDate: IsoDate): IsoDate {
  return addMonths(postingDate, LIMITATION_MONTHS);
}

/** Where an item posted on `postingDate` stands on `today`, warned of `warningMonths` before. */
export function limitationState(
  postingDate: IsoDate,
  today: IsoDate,
  warningMonths: number = USUAL_WARNING_MONTHS,
): LimitationState {
  const limit = limitationDate(postingDate);
  if (today > limit) return 'passed';
  return today >= addMonths(limit, -warningMonths) ? 'near' : null;
}

/** What of a finding nears or has passed its limitation. */
export interface FindingLimitation {
  /** The worst of its items. */
  state: LimitationState;
  /** The first limitation date of any item that is not settled; null: nothing is open. */
  first: IsoDate | null;
  /** The first limitation date that has not passed; null: none is near. */
  next: IsoDate | null;
  near: number;
  passed: number;
  /** Absolute amounts in øre of the items near and passed. */
  amount: Ore;
}

/** Counts the items of a finding that are near their limitation on `today`, or past it. What is wholly settled is claimed no more. */
export function findingLimitation(
  { items }: Pick<Finding, 'items'>,
  today: IsoDate,
  warningMonths: number = USUAL_WARNING_MONTHS,
): FindingLimitation {
  const result: FindingLimitation = { state: null, first: null, next: null, near: 0, passed: 0, amount: 0n };
  for (const { postingDate, amount } of items) {
    if (amount === 0n) continue;
    const limit = limitationDate(postingDate);
    if (result.first === null || limit < result.first) result.first = limit;
    const state = limitationState(postingDate, today, warningMonths);
    if (state === null) continue;
    result[state] += 1;
    result.amount += amount < 0n ? -amount : amount;
    if (state === 'near' && (result.next === null || limit < result.next)) result.next = limit;
  }
  result.state = result.passed > 0 ? 'passed' : result.near > 0 ? 'near' : null;
  return result;
}
