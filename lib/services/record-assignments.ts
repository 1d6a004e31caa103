import { recordEvents } from '#lib/db/audit.ts';
import type { WriteDb } from '#lib/db/store.ts';
import type { Assignment } from '#lib/domain/account.ts';
import type { Acting } from '#lib/domain/actor.ts';
import { actionOf } from '#lib/domain/audit.ts';
import { groupByActing } from './group-by-acting.ts';

/** Who is to reconcile an account, as it was and becomes. */
export interface AssignmentChange {
  account: string;
  before: Assignment | null;
  after: Assignment | null;
  acting: Acting;
  /** Of people by id. */
  names: ReadonlyMap<string, string>;
}

/** Tells the trail who is to reconcile which accounts, and by when. */
export async function recordAssignments(
  tx: WriteDb,
  periodId: string,
  changes: readonly AssignmentChange[],
  at: string,
): Promise<void> {
  for (const [acting, ofActing] of groupByActing(changes)) {
    const entries = ofActing.map(({ account, before, after, names }) => ({
      action: actionOf(before, after),
      subject: 'assignment' as const,
      subjectId: account,
      periodId,
      importId: null,
      before: toTold(before, names),
      after: toTold(after, names),
    }));
    await recordEvents(tx, acting, at, entries);
  }
}

function toTold(assignment: Assignment | null, names: ReadonlyMap<string, string>): object | null {
  if (assignment === null) return null;
  const { personId, deadline } = assignment;
  return { assignee: personId === null ? '' : (names.get(personId) ?? personId), assigneeId: personId, deadline };
}
