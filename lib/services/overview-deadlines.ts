import { dateParts, daysInMonth, type IsoDate, isoDate } from '#lib/domain/date.ts';
import { type Ore, sum } from '#lib/domain/money.ts';
import { addDays } from '#lib/domain/working-day.ts';
import { type StatusValue, statusValue } from './account-list.ts';
import type { AccountRow, FindingRow } from './account-rows.ts';

const SPAN_IDS = ['late', 'week', 'month', 'later', 'none'] as const;

/** Days from and to, both included; null: without end. Those of `none` have no deadline at all. */
export interface Span {
  id: (typeof SPAN_IDS)[number];
  from: IsoDate | null;
  to: IsoDate | null;
}

/** A number of findings or accounts and their amount in øre. */
export interface Counted {
  count: number;
  amount: Ore;
}

/** What has its deadline in a span: findings by the first deadline of what is still to be done, accounts by the one that they were assigned with. */
export interface DeadlineSpan extends Span {
  /** Of the findings' follow-up. */
  findings: Counted;
  /** Of the accounts' balance. */
  accounts: Counted;
}

/** Accounts that somebody is still to reconcile. */
export const TO_RECONCILE: readonly StatusValue[] = ['ikke-paabegyndt', 'kladde', 'returneret'];

/**
 * Passed; the rest of the week (to Sunday), of the month, and what comes after both. The month is empty where the week
 * reaches its end: its `from` then lies after its `to`.
 */
export function spansFrom(today: IsoDate): Span[] {
  const { year, month } = dateParts(today);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const sunday = addDays(today, (7 - weekday) % 7);
  const last = isoDate(year, month, daysInMonth(year, month)) ?? today;
  return [
    { id: 'late', from: null, to: addDays(today, -1) },
    { id: 'week', from: today, to: sunday },
    { id: 'month', from: addDays(sunday, 1), to: last },
    { id: 'later', from: addDays(laterOf(sunday, last), 1), to: null },
    { id: 'none', from: null, to: null },
  ];
}

function isIn({ id, from, to }: Span, deadline: IsoDate | null): boolean {
  if (deadline === null || id === 'none') return deadline === null && id === 'none';
  return (from === null || deadline >= from) && (to === null || deadline <= to);
}

/** What is to be done by when, seen from `today`. A finding whose plan is done or has no deadline is under `none`. */
export function listDeadlines(
  accounts: readonly AccountRow[],
  findings: readonly FindingRow[],
  today: IsoDate,
): DeadlineSpan[] {
  const open = accounts.filter((row) => {
    const status = statusValue(row);
    return status !== null && TO_RECONCILE.includes(status);
  });
  return spansFrom(today).map((span) => {
    const due = findings.filter(({ deadline }) => isIn(span, deadline));
    const toReconcile = open.filter(({ deadline }) => isIn(span, deadline));
    return {
      ...span,
      findings: { count: due.length, amount: sum(due.map(({ followUp }) => followUp)) },
      accounts: { count: toReconcile.length, amount: sum(toReconcile.map(({ balance }) => balance)) },
    };
  });
}

function laterOf(one: IsoDate, other: IsoDate): IsoDate {
  return [one, other].sort()[1] ?? one;
}
