import { handsOf } from '#lib/domain/actor.ts';
import { missingParts } from '#lib/domain/finding.ts';
import { submitted } from '#lib/domain/workflow.ts';
import { accountsInput } from '#lib/schemas/workflow.ts';
import { type Context, done, type Problem, problem, type Result } from './context.ts';
import { type Movable, type Move, moveReconciliations, type RefusedAccount } from './move-reconciliations.ts';
import { parseInput } from './parse-input.ts';

/**
 * Sends drafts, and what was returned, for approval. Whoever sends them has a hand in them. One whose balance changed
 * since it was logged, or that lacks something, is to be looked at on its page first.
 */
export async function submitReconciliations(
  context: Context,
  input: unknown,
): Promise<Result<{ submitted: string[]; refused: RefusedAccount[] }>> {
  const parsed = parseInput(accountsInput, input);
  if (!parsed.ok) return parsed;
  const result = await moveReconciliations(context, {
    ...parsed.value,
    act: 'log',
    action: 'submit',
    decide: async () => submit,
  });
  if (!result.ok) return result;
  const { moved, refused } = result.value;
  return done({ submitted: moved.map(({ account }) => account.number), refused });
}

function submit({ account, reconciliation, actings: [acting] }: Movable, at: string): Move | Problem {
  const { workflow, balance, findings } = reconciliation;
  if (!acting) return problem('not-allowed');
  if (workflow.status === 'submitted') return problem('already-submitted');
  if (workflow.status === 'approved') return problem('already-approved');
  if (balance !== account.balance) return problem('balance-changed');
  if (findings.some((finding) => missingParts(finding).length > 0)) return problem('incomplete');
  return { acting, workflow: submitted([...workflow.preparers, ...handsOf(acting)], at) };
}
