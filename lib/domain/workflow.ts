import { type Acting, handsOf } from './actor.ts';
import { type Finding, followUp } from './finding.ts';
import { absolute, type Ore, sum } from './money.ts';

/** How far a logged reconciliation has come, apart from its verdict (product.md, rule 3). Without one it is not begun. */
export const STATUSES = ['draft', 'submitted', 'approved', 'returned'] as const;
export type Status = (typeof STATUSES)[number];

/** One person's word that a reconciliation holds. */
export interface Approval {
  personId: string;
  name: string;
  onBehalfOf: string | null;
  /** ISO time, UTC */
  at: string;
}

/** Why a reconciliation stands where it does. */
export type WorkflowNote =
  | { kind: 'returned'; by: string; at: string; reason: string }
  /** An import changed the balance that it was held against: both in øre. */
  | { kind: 'balance-changed'; at: string; before: Ore; after: Ore }
  /** Somebody changed the verdict after it was submitted or approved. */
  | { kind: 'changed'; by: string; at: string }
  | { kind: 'taken-back'; by: string; at: string }
  | { kind: 'carried'; from: string };

export interface Workflow {
  status: Status;
  /** Ids of everyone who had a hand in it as it stands, also those whose place a substitute took; sorted. */
  preparers: string[];
  /** ISO time, UTC */
  submittedAt: string | null;
  /** In the order in which they were given. */
  approvals: Approval[];
  note: WorkflowNote | null;
}

/** A reconciliation that `preparers` have just logged and not sent. */
export function drafted(preparers: readonly string[], note: WorkflowNote | null = null): Workflow {
  return { status: 'draft', preparers: [...new Set(preparers)].sort(), submittedAt: null, approvals: [], note };
}

/** A reconciliation sent for approval at an ISO time. */
export function submitted(preparers: readonly string[], at: string): Workflow {
  return { ...drafted(preparers), status: 'submitted', submittedAt: at };
}

/**
 * A reconciliation that `hands` changed by an act of theirs at an ISO time: a draft of theirs too, and what was sent or
 * approved falls (product.md, rules 4 and 5).
 */
export function changedBy(was: Workflow, hands: readonly string[], by: string, at: string): Workflow {
  const isUnderway = was.status === 'submitted' || was.status === 'approved';
  return drafted([...was.preparers, ...hands], isUnderway ? { kind: 'changed', by, at } : was.note);
}

/**
 * A reconciliation whose plan `hands` followed up. That is no new verdict (docs/adr/0010), but it is work of theirs: they
 * approve it no more, and what one of them has said of it while it waits for another does not count.
 */
export function followedUpBy(was: Workflow, hands: readonly string[]): Workflow {
  const isWaiting = was.status === 'submitted';
  return {
    ...was,
    preparers: [...new Set([...was.preparers, ...hands])].sort(),
    approvals: isWaiting ? was.approvals.filter(({ personId }) => !hands.includes(personId)) : was.approvals,
  };
}

/**
 * A reconciliation put back to what it was before a change. Who had a hand in it before, in the change or in taking it
 * back prepares it; what others had approved then waits for approval again, since they have not seen it since.
 * @param now how it stands; null where it was taken away
 */
export function restoredBy(
  was: Workflow,
  now: Workflow | null,
  hands: readonly string[],
  by: string,
  at: string,
): Workflow {
  const preparers = [...new Set([...was.preparers, ...(now?.preparers ?? []), ...hands])].sort();
  if (was.status !== 'submitted' && was.status !== 'approved') return { ...was, preparers, approvals: [] };
  const note: WorkflowNote | null = was.status === 'approved' ? { kind: 'changed', by, at } : was.note;
  return { ...submitted(preparers, at), note };
}

/**
 * How many people must approve: two for category 3 and for a follow-up above `limit` øre (of its absolute value), a
 * finding's or all together, so that committees' amounts cannot hide each other; otherwise one.
 */
export function approvalsRequired(
  { category, findings }: { category: number; findings: readonly Pick<Finding, 'items'>[] },
  limit: Ore,
): 1 | 2 {
  const own = findings.map(followUp);
  return category === 3 || [sum(own), ...own].some((amount) => absolute(amount) > limit) ? 2 : 1;
}

/** A reconciliation that an approver sends back to its preparers at an ISO time, with a reason. */
export function returnedBy(was: Workflow, by: string, at: string, reason: string): Workflow {
  return { ...drafted(was.preparers, { kind: 'returned', by, at, reason }), status: 'returned' };
}

/** A reconciliation that its preparer takes back before it is approved. */
export function takenBackBy(was: Workflow, by: string, at: string): Workflow {
  return drafted(was.preparers, { kind: 'taken-back', by, at });
}

/** Whether nobody whose hand `acting` is prepared it. */
export function isPreparedByOthers({ preparers }: Workflow, acting: Acting): boolean {
  return !handsOf(acting).some((id) => preparers.includes(id));
}

/**
 * Whether nobody whose hand `acting` is prepared it or has approved it already (product.md, rule 4). An approval keeps
 * only the name of whoever was stood in for; of two people with one name, either counts.
 */
export function isOthersWork(workflow: Workflow, acting: Acting): boolean {
  const hands = handsOf(acting);
  const names = [acting.actor.name, acting.onBehalfOf?.name];
  return (
    isPreparedByOthers(workflow, acting) &&
    !workflow.approvals.some(
      ({ personId, onBehalfOf }) => hands.includes(personId) || (onBehalfOf !== null && names.includes(onBehalfOf)),
    )
  );
}
