import { resumeStepInput } from '#lib/schemas/follow-up.ts';
import { actOnStep } from './act-on-step.ts';
import { type Context, problem, type Result } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Opens a step that was done or dropped again, for a reason. */
export async function resumeStep(context: Context, input: unknown): Promise<Result<{ account: string }>> {
  const parsed = parseInput(resumeStepInput, input);
  if (!parsed.ok) return parsed;
  return actOnStep(context, parsed.value, {
    action: 'reopen',
    reason: parsed.value.reason,
    change: async ({ outcome, ...step }) => (outcome ? step : problem('step-open', 'stepKey')),
  });
}
