import { danishDate } from '#lib/format/date-time.ts';
import { dropStepInput } from '#lib/schemas/follow-up.ts';
import { actOnStep } from './act-on-step.ts';
import { type Context, problem, type Result } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Drops an open step of a plan, for a reason. */
export async function dropStep(context: Context, input: unknown): Promise<Result<{ account: string }>> {
  const parsed = parseInput(dropStepInput, input);
  if (!parsed.ok) return parsed;
  const { reason } = parsed.value;
  return actOnStep(context, parsed.value, {
    action: 'drop',
    reason,
    change: async (step) =>
      step.outcome
        ? problem('step-not-open', 'stepKey')
        : { ...step, outcome: { state: 'dropped', on: danishDate(new Date()), reason } },
  });
}
