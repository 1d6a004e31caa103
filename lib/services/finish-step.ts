import { danishDate } from '#lib/format/date-time.ts';
import { finishStepInput } from '#lib/schemas/follow-up.ts';
import { actOnStep } from './act-on-step.ts';
import { type Context, problem, type Result } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Marks an open step of a plan as done on a date that is not still to come. */
export async function finishStep(context: Context, input: unknown): Promise<Result<{ account: string }>> {
  const parsed = parseInput(finishStepInput, input);
  if (!parsed.ok) return parsed;
  const { on } = parsed.value;
  return actOnStep(context, parsed.value, {
    action: 'finish',
    change: async (step) => {
      if (step.outcome) return problem('step-not-open', 'stepKey');
      if (on > danishDate(new Date())) return problem('date-to-come', 'on');
      return { ...step, outcome: { state: 'done', on, reason: '' } };
    },
  });
}
