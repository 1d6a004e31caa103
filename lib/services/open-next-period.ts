import { ensureOrganisation } from '#lib/db/apply-changes.ts';
import { recordEvents } from '#lib/db/audit.ts';
import { insertChart } from '#lib/db/chart.ts';
import { ensureFunctions } from '#lib/db/organisation.ts';
import { findStoredPeriod, findYearStatus, noteOpenedFrom, savePeriod } from '#lib/db/periods.ts';
import { replaceReconciliations } from '#lib/db/reconciliations.ts';
import { loadState } from '#lib/db/state.ts';
import { listSuccessions } from '#lib/db/successions.ts';
import type { AuditEntry } from '#lib/domain/audit.ts';
import { type Carried, carryOver, type LeftBehind } from '#lib/domain/carry.ts';
import { nextPeriods, type Period, parsePeriod, refusalOf } from '#lib/domain/period.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { openNextPeriodInput } from '#lib/schemas/periods.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';

/** What opening a period brought into it. */
export interface OpenedPeriod {
  periodId: string;
  /** Accounts that it got as a start, with last balances. */
  accounts: number;
  /** Accounts whose open items and plans were carried. */
  carried: number;
  leftBehind: LeftBehind[];
}

/**
 * Opens the period after another: makes it where it is not there and carries over open items with their original dates
 * and plans, and chart, responsibilities, organisation and functions where it has none (product.md, rules 6 and 7). Can
 * be done again: it brings what is missing, and doubles nothing.
 */
export async function openNextPeriod(context: Context, input: unknown): Promise<Result<OpenedPeriod>> {
  const { store } = context;
  const parsed = parseInput(openNextPeriodInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'managePeriods', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const from = await findPeriod(store, parsed.value.from);
  if (!from) return refused([problem('unknown-period', 'from')]);
  const to = parsePeriod(parsed.value.to);
  if (!to) return refused([problem('bad-period', 'to', { value: parsed.value.to })]);
  if (!nextPeriods(from).some(({ id }) => id === to.id))
    return refused([problem('period-not-after', 'to', { from: from.id })]);

  return store.writeTx(async (tx) => {
    const stored = await findStoredPeriod(tx, to.id);
    const closed = refusalOf(stored?.status ?? 'open', true);
    if (closed) return refused([problem(closed, 'to')]);
    const earlier = await readStateForWrite(store, tx, from);
    await savePeriod(tx, to, null);
    if (!(await noteOpenedFrom(tx, to.id, from.id))) return refused([problem('period-opened-from-another', 'from')]);
    if ((await findYearStatus(tx, to.fiscalYear)) !== 'locked') {
      await ensureOrganisation(tx, to.fiscalYear);
      await ensureFunctions(tx, to.fiscalYear, from.fiscalYear);
    }
    const later = await loadState(tx, to);
    const carried = carryOver(earlier, later, await listSuccessions(tx));
    const at = new Date().toISOString();
    await insertChart(tx, to.id, carried.accounts, carried.responsibilities);
    const outcomes = carried.reconciliations.map((after) => ({ id: after.account, after }));
    await replaceReconciliations(tx, to.id, outcomes, acting.actor, at);
    const answer = {
      periodId: to.id,
      accounts: carried.accounts.length,
      carried: carried.reconciliations.length,
      leftBehind: carried.leftBehind,
    };
    const { periodId: _, ...told } = answer;
    await recordEvents(tx, acting, at, [
      {
        ...entryOf(to, 'period', to.id),
        action: stored === null ? 'open' : 'carry',
        before: stored && { status: stored.status },
        after: { status: later.periodStatus, from: from.id, ...told },
      },
      ...toEntries(to, carried),
    ]);
    return done(answer);
  }, isDone);
}

function entryOf(to: Period, subject: AuditEntry['subject'], subjectId: string) {
  return { action: 'carry', subject, subjectId, periodId: to.id, importId: null, before: null } as const;
}

function toEntries(to: Period, { accounts, responsibilities, reconciliations }: Carried): AuditEntry[] {
  return [
    ...accounts.map((after) => ({ ...entryOf(to, 'account', after.number), after })),
    ...responsibilities.map((after) => ({ ...entryOf(to, 'responsibility', after.account), after })),
    ...reconciliations.map((after) => ({ ...entryOf(to, 'reconciliation', after.account), after })),
  ];
}
