import { recordEvents } from '#lib/db/audit.ts';
import { listVersions } from '#lib/db/reconciliations.ts';
import type { WriteDb } from '#lib/db/store.ts';
import { writeWorkflows } from '#lib/db/workflows.ts';
import type { Account, Reconciliation } from '#lib/domain/account.ts';
import type { Acting } from '#lib/domain/actor.ts';
import type { AuditAction } from '#lib/domain/audit.ts';
import { type Period, refusalOf } from '#lib/domain/period.ts';
import { type Act, maySomewhere } from '#lib/domain/permissions.ts';
import { narrowState, placeOfAccount } from '#lib/domain/visibility.ts';
import type { Workflow } from '#lib/domain/workflow.ts';
import { actingsFor } from './authorise.ts';
import { type Context, done, type Problem, problem, type Result, refused } from './context.ts';
import { groupByActing } from './group-by-acting.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';

/** An account that an act was refused on, and why. */
export interface RefusedAccount {
  account: string;
  problem: Problem;
}

/** A reconciliation that is to move on in its workflow. */
export interface Movable {
  account: Account;
  reconciliation: Reconciliation;
  /** Every role by which the actor may do it, their own first; never none. */
  actings: readonly Acting[];
}

/** Where a reconciliation goes, and by which role of the actor. */
export interface Move {
  acting: Acting;
  workflow: Workflow;
}

export interface Moved extends Movable, Move {}

/** An act on many accounts of a period. */
interface Movement {
  periodId: string;
  accounts: readonly { account: string; version: number }[];
  act: Act;
  /** What the trail calls it. */
  action: AuditAction;
  reason?: string;
  /** What is to be read in the transaction before the first is decided. */
  decide: (tx: WriteDb) => Promise<(one: Movable, at: string) => Move | Problem>;
  /** What goes with it in the same transaction. */
  follow?: (tx: WriteDb, moved: readonly Moved[], period: Period, at: string) => Promise<void>;
}

/**
 * Moves many reconciliations on in their workflow in one transaction, an event each. Each account is judged by itself:
 * what one is refused for keeps no other back. What the actor may not see is refused as what does not exist.
 */
export async function moveReconciliations(
  context: Context,
  { periodId, accounts, act, action, reason, decide, follow }: Movement,
): Promise<Result<{ moved: Moved[]; refused: RefusedAccount[] }>> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  if (!maySomewhere(actor, act)) return refused([problem('not-allowed')]);

  return store.writeTx(async (tx) => {
    const state = await readStateForWrite(store, tx, period);
    const closed = refusalOf(state.periodStatus, false);
    if (closed) return refused([problem(closed)]);
    const visible = new Map(narrowState(state, actor).accounts.map((account) => [account.number, account]));
    const versions = await listVersions(tx, period.id);
    const judge = await decide(tx);
    const at = new Date().toISOString();

    function moveOne(number: string, version: number): Moved | Problem {
      const account = visible.get(number);
      if (!account) return problem('unknown-account');
      const actings = actingsFor(actor, act, placeOfAccount(state.responsibilities.get(number)));
      if (actings.length === 0) return problem('not-allowed');
      const reconciliation = state.reconciliations.get(number);
      if (!reconciliation) return problem('not-logged');
      const stored = versions.get(number);
      if (stored?.version !== version) return problem('changed-meanwhile', '', { person: stored?.updatedBy ?? '' });
      const one = { account, reconciliation, actings };
      const outcome = judge(one, at);
      return 'workflow' in outcome ? { ...one, ...outcome } : outcome;
    }

    const moved: Moved[] = [];
    const stopped: RefusedAccount[] = [];
    for (const { account, version } of accounts) {
      const outcome = moveOne(account, version);
      if ('workflow' in outcome) moved.push(outcome);
      else stopped.push({ account, problem: outcome });
    }
    const outcomes = moved.map(({ account, workflow }) => ({ account: account.number, workflow }));
    await writeWorkflows(tx, period.id, outcomes, actor.name, at);
    for (const [acting, ofActing] of groupByActing(moved)) {
      const entries = ofActing.map(({ account, reconciliation, workflow }) => ({
        action,
        subject: 'reconciliation' as const,
        subjectId: account.number,
        periodId: period.id,
        importId: null,
        before: reconciliation,
        after: { ...reconciliation, workflow },
        ...(reason !== undefined && { reason }),
      }));
      await recordEvents(tx, acting, at, entries);
    }
    await follow?.(tx, moved, period, at);
    return done({ moved, refused: stopped });
  }, hasMoved);
}

function hasMoved(result: Result<{ moved: Moved[] }>): boolean {
  return result.ok && result.value.moved.length > 0;
}
