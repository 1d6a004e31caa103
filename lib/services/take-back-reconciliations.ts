import { isPreparedByOthers, takenBackBy } from '#lib/domain/workflow.ts';
import { accountsInput } from '#lib/schemas/workflow.ts';
import { type Context, done, type Problem, problem, type Result } from './context.ts';
import { type Movable, type Move, moveReconciliations, type RefusedAccount } from './move-reconciliations.ts';
import { parseInput } from './parse-input.ts';

/** Makes what its preparer sent for approval a draft again, as long as it is not approved. */
export async function takeBackReconciliations(
  context: Context,
  input: unknown,
): Promise<Result<{ takenBack: string[]; refused: RefusedAccount[] }>> {
  const parsed = parseInput(accountsInput, input);
  if (!parsed.ok) return parsed;
  const result = await moveReconciliations(context, {
    ...parsed.value,
    act: 'log',
    action: 'takeBack',
    decide: async () => takeBack,
  });
  if (!result.ok) return result;
  const { moved, refused } = result.value;
  return done({ takenBack: moved.map(({ account }) => account.number), refused });
}

function takeBack({ reconciliation: { workflow }, actings }: Movable, at: string): Move | Problem {
  if (workflow.status === 'approved') return problem('already-approved');
  if (workflow.status !== 'submitted') return problem('not-submitted');
  const acting = actings.find((one) => !isPreparedByOthers(workflow, one));
  if (!acting) return problem('not-prepared-by-you');
  return { acting, workflow: takenBackBy(workflow, acting.actor.name, at) };
}
