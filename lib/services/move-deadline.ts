import { insertDeadlineMoves } from '#lib/db/deadline-moves.ts';
import { moveDeadlineInput } from '#lib/schemas/follow-up.ts';
import { actOnStep } from './act-on-step.ts';
import { type Context, problem, type Result } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Moves the deadline of an open step to a day after the balance date, for a reason. Each move is kept and counted. */
export async function moveDeadline(context: Context, input: unknown): Promise<Result<{ account: string }>> {
  const parsed = parseInput(moveDeadlineInput, input);
  if (!parsed.ok) return parsed;
  const { to, reason, stepKey } = parsed.value;
  return actOnStep(context, parsed.value, {
    action: 'move',
    reason,
    change: async (step, { tx, period, acting, reconciliation, at }) => {
      if (step.outcome) return problem('step-not-open', 'stepKey');
      if (step.deadline === null) return problem('step-without-deadline', 'stepKey');
      if (to === step.deadline) return problem('deadline-same', 'to');
      if (to <= period.balanceDate) return problem('deadline-not-after-balance', 'to');
      await insertDeadlineMoves(tx, [
        {
          periodId: period.id,
          account: reconciliation.account,
          stepKey,
          fromDate: step.deadline,
          toDate: to,
          reason,
          personName: acting.actor.name,
          at,
        },
      ]);
      return { ...step, deadline: to };
    },
  });
}
