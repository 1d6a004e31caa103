import { listDeadlineMoves } from '#lib/db/deadline-moves.ts';
import { readWarningMonths } from '#lib/db/settings.ts';
import { listSettlements } from '#lib/db/settlements.ts';
import type { DeadlineMove } from '#lib/domain/deadline-move.ts';
import type { Finding, PlanStep } from '#lib/domain/finding.ts';
import type { Period, PeriodStatus } from '#lib/domain/period.ts';
import { may } from '#lib/domain/permissions.ts';
import { type Settlement, standingSettlements } from '#lib/domain/settlement.ts';
import { placeOfAccount, seesFinding } from '#lib/domain/visibility.ts';
import { danishDate } from '#lib/format/date-time.ts';
import type { Context } from './context.ts';
import { findPeriod, readState, readVisibleState } from './read-state.ts';

/** A step with each time that its deadline was moved, oldest first. */
export interface FollowedStep extends PlanStep {
  moves: DeadlineMove[];
}

/** What is done about an account's open items: its findings, the acts on their items, the life of their plans. */
export interface FollowUp {
  period: Period;
  status: PeriodStatus;
  account: string;
  /** Today, as an ISO date. */
  today: string;
  /** Months before a claim is barred at which it is warned of. */
  warningMonths: number;
  findings: (Omit<Finding, 'steps'> & { steps: FollowedStep[] })[];
  /** Of the period, newest first; `standing` until they are taken back. */
  settlements: (Settlement & { standing: boolean })[];
  /** Whether the actor may settle items and follow plans up here and now. */
  mayAct: boolean;
}

/** The follow-up of an account in a period; null where the period has no such account for the actor. */
export async function getFollowUp(context: Context, periodId: string, account: string): Promise<FollowUp | null> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const [whole, visible] = await Promise.all([readState(store, period), readVisibleState(context, period)]);
  if (!visible.accounts.some(({ number }) => number === account)) return null;
  const [moves, settlements, warningMonths] = await Promise.all([
    listDeadlineMoves(store.read, periodId, account),
    listSettlements(store.read, [periodId], account),
    readWarningMonths(store.read),
  ]);
  const movesOf = Map.groupBy(moves, ({ stepKey }) => stepKey);
  const standing = new Set(standingSettlements(settlements).map(({ id }) => id));
  return {
    period,
    status: visible.periodStatus,
    account,
    today: danishDate(new Date()),
    warningMonths,
    findings: (visible.reconciliations.get(account)?.findings ?? []).map((finding) => ({
      ...finding,
      steps: finding.steps.map((step) => ({ ...step, moves: movesOf.get(step.key ?? '') ?? [] })),
    })),
    settlements: settlements
      .filter(({ committee }) => seesFinding(whole, actor, account, committee))
      .map((one) => ({ ...one, standing: standing.has(one.id) }))
      .reverse(),
    mayAct: visible.periodStatus !== 'locked' && may(actor, 'log', placeOfAccount(whole.responsibilities.get(account))),
  };
}
