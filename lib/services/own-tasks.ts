import type { Reconciliation } from '#lib/domain/account.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { may, maySomewhere } from '#lib/domain/permissions.ts';
import { placeOfAccount } from '#lib/domain/visibility.ts';
import type { WorkflowNote } from '#lib/domain/workflow.ts';
import { daysBetween } from '#lib/domain/working-day.ts';

/** Why an account is a person's to go on with, the most urgent first. One is in the first list that it fits alone. */
export const TASK_LISTS = ['returned', 'dropped', 'assigned', 'drafts'] as const;
export type TaskList = (typeof TASK_LISTS)[number];

/** An account that the actor is to go on with. */
export interface OwnTask {
  account: string;
  name: string;
  version: number;
  status: 'not-begun' | 'draft' | 'returned';
  /** Why it stands where it does. */
  note: WorkflowNote | null;
  /** By when, of whoever was given the account. */
  deadline: IsoDate | null;
  /** 0: not late. */
  daysLate: number;
  /** Whether it is a draft of the actor's own. */
  isOwnDraft: boolean;
}

/** Days that a deadline has passed by; 0 until it has. */
export function daysPast(deadline: IsoDate | null, today: IsoDate): number {
  return deadline === null ? 0 : Math.max(0, daysBetween(deadline, today));
}

/** By deadline, the earliest first and what has none last. */
export function byDeadline(
  left: { deadline: IsoDate | null; account: string },
  right: { deadline: IsoDate | null; account: string },
): number {
  return compare(left.deadline ?? '9999-12-31', right.deadline ?? '9999-12-31') || compare(left.account, right.account);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * What the actor is to go on with in a period as they see it: what was assigned to them and is not sent, and what they
 * had a hand in. Who may not log an account has nothing to do there, though they imported it.
 */
export function listOwnTasks(
  actor: Actor,
  state: MunicipalityState,
  versions: ReadonlyMap<string, { version: number }>,
  today: IsoDate,
): Record<TaskList, OwnTask[]> {
  const lists: Record<TaskList, OwnTask[]> = { returned: [], dropped: [], assigned: [], drafts: [] };
  if (!maySomewhere(actor, 'log')) return lists;
  for (const { number, name } of state.accounts) {
    const reconciliation = state.reconciliations.get(number);
    const assignment = state.assignments.get(number);
    const list = listOf(reconciliation, assignment?.personId === actor.personId, actor);
    if (list === null || !may(actor, 'log', placeOfAccount(state.responsibilities.get(number)))) continue;
    const status = reconciliation?.workflow.status;
    const deadline = assignment?.deadline ?? null;
    lists[list].push({
      account: number,
      name,
      version: versions.get(number)?.version ?? 0,
      status: status === 'draft' || status === 'returned' ? status : 'not-begun',
      note: reconciliation?.workflow.note ?? null,
      deadline,
      daysLate: daysPast(deadline, today),
      isOwnDraft: status === 'draft' && isPreparer(reconciliation, actor),
    });
  }
  for (const list of TASK_LISTS) lists[list].sort(byDeadline);
  return lists;
}

function isPreparer(reconciliation: Reconciliation | undefined, { personId }: Actor): boolean {
  return reconciliation?.workflow.preparers.includes(personId) ?? false;
}

/** What the actor themselves changed is a draft of theirs; what others, or an import, made fall has fallen. */
function listOf(reconciliation: Reconciliation | undefined, isAssigned: boolean, actor: Actor): TaskList | null {
  if (reconciliation === undefined) return isAssigned ? 'assigned' : null;
  const { status, note } = reconciliation.workflow;
  const isOwn = isPreparer(reconciliation, actor);
  if (status === 'returned') return isOwn || isAssigned ? 'returned' : null;
  if (status !== 'draft') return null;
  const hasFallen = note?.kind === 'balance-changed' || (note?.kind === 'changed' && note.by !== actor.name);
  if (isOwn && hasFallen) return 'dropped';
  return isAssigned ? 'assigned' : isOwn ? 'drafts' : null;
}
