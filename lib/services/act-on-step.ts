import type { AuditAction } from '#lib/domain/audit.ts';
import type { PlanStep } from '#lib/domain/finding.ts';
import { type ActTarget, actOnFinding } from './act-on-finding.ts';
import { type Context, type Problem, problem, type Result } from './context.ts';

interface StepPlace {
  periodId: string;
  account: string;
  committee: string;
  stepKey: string;
}

/** What becomes of a step, or why it may not. */
type Change = (step: PlanStep, target: ActTarget) => Promise<PlanStep | Problem>;

/**
 * Follows a step of an action plan up (product.md, rule 6). That is no new verdict: what others approved stands
 * (docs/adr/0010).
 */
export async function actOnStep(
  context: Context,
  place: StepPlace,
  { action, reason = '', change }: { action: AuditAction; reason?: string; change: Change },
): Promise<Result<{ account: string }>> {
  return actOnFinding(context, place, async (target) => {
    const { finding } = target;
    const step = finding.steps.find(({ key }) => key === place.stepKey);
    if (!step) return problem('unknown-step', 'stepKey');
    const changed = await change(step, target);
    if ('code' in changed) return changed;
    return {
      finding: { ...finding, steps: finding.steps.map((one) => (one === step ? changed : one)) },
      changesVerdict: false,
      event: {
        action,
        subject: 'planStep',
        before: tellStep(finding.committee, step),
        after: tellStep(finding.committee, changed),
        reason,
      },
    };
  });
}

/** A step as the trail tells it, with the day since which it is done or dropped. */
export function tellStep(committee: string, step: PlanStep): object {
  return { committee, ...step, ...(step.outcome ? { on: step.outcome.on } : {}) };
}
