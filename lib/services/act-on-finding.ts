import { recordEvents } from '#lib/db/audit.ts';
import { replaceReconciliations } from '#lib/db/reconciliations.ts';
import type { WriteDb } from '#lib/db/store.ts';
import type { Reconciliation } from '#lib/domain/account.ts';
import { type Acting, handsOf } from '#lib/domain/actor.ts';
import type { AuditEntry } from '#lib/domain/audit.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { type Period, refusalOf } from '#lib/domain/period.ts';
import { narrowState, placeOfAccount } from '#lib/domain/visibility.ts';
import { changedBy, followedUpBy } from '#lib/domain/workflow.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, type Problem, problem, type Result, refused } from './context.ts';
import { droppedNotices } from './dropped-notices.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';
import { tellConcerned } from './tell-concerned.ts';

/** A finding that somebody who may log it acts on, in the transaction in which they do. */
export interface ActTarget {
  tx: WriteDb;
  period: Period;
  acting: Acting;
  reconciliation: Reconciliation;
  finding: Finding;
  /** ISO time, UTC */
  at: string;
}

/** What an act leaves of the finding, and what the trail tells of it. */
export interface ActOutcome {
  finding: Finding;
  /** Whether figures change: then what others approved falls. Following a plan up leaves that (docs/adr/0010). */
  changesVerdict: boolean;
  event: Pick<AuditEntry, 'action' | 'subject' | 'before' | 'after'> & { reason?: string };
}

interface Place {
  periodId: string;
  account: string;
  committee: string;
}

/**
 * The way of every act on a finding: who may, in which state, the act, the verdict as it leaves it, the event; all or
 * nothing. Ongoing work goes on in a closed period. What was acted on is kept before a file.
 */
export async function actOnFinding(
  context: Context,
  { periodId, account, committee }: Place,
  act: (target: ActTarget) => Promise<ActOutcome | Problem>,
): Promise<Result<{ account: string }>> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  return store.writeTx(async (tx) => {
    const state = await readStateForWrite(store, tx, period);
    const visible = narrowState(state, actor);
    if (!visible.accounts.some(({ number }) => number === account))
      return refused([problem('unknown-account', 'account')]);
    const seen = visible.reconciliations.get(account)?.findings.some((one) => one.committee === committee);
    const reconciliation = state.reconciliations.get(account);
    const finding = reconciliation?.findings.find((one) => one.committee === committee);
    if (!seen || !reconciliation || !finding) return refused([problem('unknown-finding', 'committee')]);
    const acting = actingFor(context, 'log', placeOfAccount(state.responsibilities.get(account)));
    if (!acting) return refused([problem('not-allowed')]);
    const closed = refusalOf(state.periodStatus, false);
    if (closed) return refused([problem(closed)]);

    const at = new Date().toISOString();
    const outcome = await act({ tx, period, acting, reconciliation, finding, at });
    if ('code' in outcome) return refused([outcome]);
    const { workflow } = reconciliation;
    const hands = handsOf(acting);
    const after: Reconciliation = {
      ...reconciliation,
      origin: 'screen',
      findings: reconciliation.findings.map((one) => (one === finding ? outcome.finding : one)),
      workflow: outcome.changesVerdict ? changedBy(workflow, hands, actor.name, at) : followedUpBy(workflow, hands),
    };
    await replaceReconciliations(tx, period.id, [{ id: account, after }], actor, at);
    const place = { subjectId: account, periodId: period.id, importId: null };
    const entries: AuditEntry[] = [{ ...outcome.event, ...place }];
    if (outcome.changesVerdict || after.workflow.approvals.length < workflow.approvals.length)
      entries.push({ action: 'update', subject: 'reconciliation', before: reconciliation, after, ...place });
    await recordEvents(tx, acting, at, entries);
    if (outcome.changesVerdict) await tellConcerned(tx, droppedNotices(period.id, reconciliation, actor, at));
    return done({ account });
  }, isDone);
}
