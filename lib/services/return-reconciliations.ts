import { listAssigned } from '#lib/db/assignments.ts';
import type { WriteDb } from '#lib/db/store.ts';
import type { Period } from '#lib/domain/period.ts';
import { isPreparedByOthers, returnedBy } from '#lib/domain/workflow.ts';
import { returnInput } from '#lib/schemas/workflow.ts';
import { type Context, done, type Problem, problem, type Result } from './context.ts';
import {
  type Movable,
  type Move,
  type Moved,
  moveReconciliations,
  type RefusedAccount,
} from './move-reconciliations.ts';
import { parseInput } from './parse-input.ts';
import { tellConcerned } from './tell-concerned.ts';

/**
 * Sends others' reconciliations back to their preparers with a reason; also what was approved, by whoever finds that it
 * does not hold. The preparers, and whoever was given the account, are told.
 */
export async function returnReconciliations(
  context: Context,
  input: unknown,
): Promise<Result<{ returned: string[]; refused: RefusedAccount[] }>> {
  const parsed = parseInput(returnInput, input);
  if (!parsed.ok) return parsed;
  const { reason } = parsed.value;
  const result = await moveReconciliations(context, {
    ...parsed.value,
    act: 'approve',
    action: 'return',
    decide: async () => (one, at) => sendBack(one, at, reason),
    follow: (tx, moved, period, at) => tellOfReturn(tx, moved, period, at, reason),
  });
  if (!result.ok) return result;
  const { moved, refused } = result.value;
  return done({ returned: moved.map(({ account }) => account.number), refused });
}

function sendBack({ reconciliation: { workflow }, actings }: Movable, at: string, reason: string): Move | Problem {
  if (workflow.status !== 'submitted' && workflow.status !== 'approved') return problem('not-submitted');
  const acting = actings.find((one) => isPreparedByOthers(workflow, one));
  if (!acting) return problem('own-work');
  return { acting, workflow: returnedBy(workflow, acting.actor.name, at, reason) };
}

async function tellOfReturn(
  tx: WriteDb,
  moved: readonly Moved[],
  period: Period,
  at: string,
  reason: string,
): Promise<void> {
  const assigned = await listAssigned(
    tx,
    period.id,
    moved.map(({ account }) => account.number),
  );
  await tellConcerned(
    tx,
    moved.flatMap(({ account, acting, workflow }) => {
      const given = assigned.get(account.number);
      return [...new Set([...workflow.preparers, ...(given === undefined ? [] : [given])])].map((personId) => ({
        personId,
        kind: 'returned' as const,
        periodId: period.id,
        accountNumber: account.number,
        text: reason,
        fromName: acting.actor.name,
        at,
      }));
    }),
  );
}
