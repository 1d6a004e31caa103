import { recordEvents } from '#lib/db/audit.ts';
import { replaceReconciliations } from '#lib/db/reconciliations.ts';
import type { WriteDb } from '#lib/db/store.ts';
import type { Reconciliation } from '#lib/domain/account.ts';
import { type Acting, handsOf } from '#lib/domain/actor.ts';
import { type AuditEntry, actionOf } from '#lib/domain/audit.ts';
import { drafted, submitted, type Workflow, type WorkflowNote } from '#lib/domain/workflow.ts';
import { toComparable } from '#lib/schemas/stored.ts';
import { droppedNotices } from './dropped-notices.ts';
import { groupByActing } from './group-by-acting.ts';
import { keepKeys } from './keep-keys.ts';
import { recordDeadlineMoves } from './record-deadline-moves.ts';
import { tellConcerned } from './tell-concerned.ts';

/** What somebody states of an account, before it is known what of it is new. */
export type Verdict = Omit<Reconciliation, 'origin' | 'rule' | 'workflow'>;

/** What the trail tells of a change, and where it is not the account's verdict as a whole. */
export type Told = Pick<AuditEntry, 'action' | 'subject' | 'before' | 'after' | 'reason'>;

/** How a verdict changes by an act, and what goes with it. */
export interface VerdictChange<After extends Reconciliation | null = Reconciliation | null> {
  before: Reconciliation | null;
  /** null: it is taken away. */
  after: After;
  acting: Acting;
  told: readonly Told[];
  /** Whether what was sent or approved falls, of which its preparers are told. */
  drops: boolean;
  /** Why deadlines move by it; '' where nobody said. */
  deadlineReason: string;
}

interface Saving {
  /** Sent for approval with the same act. */
  submit: boolean;
  acting: Acting;
  /** ISO time, UTC */
  at: string;
}

/**
 * What becomes of a verdict that somebody states on screen: its keys, its workflow and its event; null where nothing
 * changes. What is stated anew without a change stays whosever it was.
 */
export function settleVerdict(
  stated: Verdict,
  before: Reconciliation | null,
  { submit, acting, at }: Saving,
): VerdictChange<Reconciliation> | null {
  const fresh: Reconciliation = { ...stated, origin: 'screen', workflow: before?.workflow ?? drafted([]) };
  const after = keepKeys(fresh, before);
  const isSame = before !== null && isSameVerdict(before, after);
  const workflow = nextWorkflow(before, isSame, submit, acting, at);
  if (before && workflow === before.workflow) return null;
  const saved = isSame ? { ...before, workflow } : { ...after, workflow };
  const action = isSame ? 'submit' : actionOf(before, saved);
  return {
    before,
    after: saved,
    acting,
    told: [{ action, subject: 'reconciliation', before, after: saved }],
    drops: !isSame,
    deadlineReason: '',
  };
}

/** Whether two verdicts say the same, whoever made them. */
function isSameVerdict(before: Reconciliation, after: Reconciliation): boolean {
  const { rule: _, ...own } = before;
  return toComparable(own) === toComparable({ ...after, origin: before.origin });
}

/**
 * Where a save leaves the reconciliation. Any change makes the saver a preparer and drops what others have approved
 * (product.md, rules 4 and 5); a save that changes nothing leaves the workflow, the very same object, as it was.
 */
function nextWorkflow(
  before: Reconciliation | null,
  isSame: boolean,
  submit: boolean,
  acting: Acting,
  at: string,
): Workflow {
  const was = before?.workflow ?? null;
  const isUnderway = was?.status === 'submitted' || was?.status === 'approved';
  if (was !== null && isSame && (!submit || isUnderway)) return was;
  const preparers = [...(was?.preparers ?? []), ...handsOf(acting)];
  const note: WorkflowNote | null = isUnderway ? { kind: 'changed', by: acting.actor.name, at } : null;
  return submit ? { ...submitted(preparers, at), note } : drafted(preparers, note);
}

/**
 * Writes verdicts with their events, the deadlines that they move and the notices of what falls by them, in the
 * transaction that is open. All of one person's, though perhaps in several roles.
 * @param at ISO time, UTC
 */
export async function writeVerdicts(
  tx: WriteDb,
  periodId: string,
  changes: readonly VerdictChange[],
  at: string,
): Promise<void> {
  const [first] = changes;
  if (!first) return;
  const { actor } = first.acting;
  const outcomes = changes.map(({ before, after }) => ({ id: (after ?? before)?.account ?? '', after }));
  await replaceReconciliations(tx, periodId, outcomes, actor, at);
  await recordDeadlineMoves(tx, periodId, changes, actor, at);
  for (const [acting, ofActing] of groupByActing(changes)) {
    const entries = ofActing.flatMap(({ before, after, told }) =>
      told.map((one) => ({ ...one, subjectId: (after ?? before)?.account ?? '', periodId, importId: null })),
    );
    await recordEvents(tx, acting, at, entries);
  }
  const dropped = changes.flatMap(({ before, drops }) => (before && drops ? [before] : []));
  await tellConcerned(
    tx,
    dropped.flatMap((before) => droppedNotices(periodId, before, actor, at)),
  );
}
