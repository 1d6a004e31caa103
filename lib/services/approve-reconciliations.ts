import { readTwoApproversAbove } from '#lib/db/settings.ts';
import { approvalsRequired, isOthersWork } from '#lib/domain/workflow.ts';
import { accountsInput } from '#lib/schemas/workflow.ts';
import { type Context, done, type Problem, problem, type Result } from './context.ts';
import { type Movable, type Move, moveReconciliations, type RefusedAccount } from './move-reconciliations.ts';
import { parseInput } from './parse-input.ts';

export interface Approved {
  /** Numbers of the accounts that are now approved. */
  approved: string[];
  /** Those that have one approval of the two that they take. */
  waiting: string[];
  refused: RefusedAccount[];
}

/**
 * Approves others' reconciliations, one or thousands (product.md, rule 4). Whoever prepared one, or whose place a
 * substitute took in it, is refused by the write itself. Category 3 and large follow-ups take two people.
 */
export async function approveReconciliations(context: Context, input: unknown): Promise<Result<Approved>> {
  const parsed = parseInput(accountsInput, input);
  if (!parsed.ok) return parsed;
  const result = await moveReconciliations(context, {
    ...parsed.value,
    act: 'approve',
    action: 'approve',
    decide: async (tx) => {
      const limit = await readTwoApproversAbove(tx);
      return (one, at) => approve(one, limit, at);
    },
  });
  if (!result.ok) return result;
  const { moved, refused } = result.value;
  const numbersOf = (status: string) =>
    moved.filter(({ workflow }) => workflow.status === status).map(({ account }) => account.number);
  return done({ approved: numbersOf('approved'), waiting: numbersOf('submitted'), refused });
}

function approve({ reconciliation, actings }: Movable, limit: bigint, at: string): Move | Problem {
  const { workflow } = reconciliation;
  if (workflow.status === 'approved') return problem('already-approved');
  if (workflow.status !== 'submitted') return problem('not-submitted');
  const acting = actings.find((one) => isOthersWork(workflow, one));
  if (!acting) return refuseOwn(workflow.approvals, actings);
  const { personId, name } = acting.actor;
  const approvals = [...workflow.approvals, { personId, name, onBehalfOf: acting.onBehalfOf?.name ?? null, at }];
  const isEnough = approvals.length >= approvalsRequired(reconciliation, limit);
  // Why it had to be looked at again is settled once it has been.
  if (isEnough) return { acting, workflow: { ...workflow, approvals, status: 'approved', note: null } };
  return { acting, workflow: { ...workflow, approvals } };
}

function refuseOwn(approvals: readonly { personId: string }[], actings: Movable['actings']): Problem {
  const hasApproved = approvals.some(({ personId }) => actings.some(({ actor }) => actor.personId === personId));
  return problem(hasApproved ? 'approved-by-you' : 'own-work');
}
