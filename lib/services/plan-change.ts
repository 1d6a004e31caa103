import type { Reconciliation } from '#lib/domain/account.ts';
import { handsOf } from '#lib/domain/actor.ts';
import type { Finding, PlanStep } from '#lib/domain/finding.ts';
import { followedUpBy } from '#lib/domain/workflow.ts';
import { tellStep } from './act-on-step.ts';
import type { ChangeTarget } from './change-accounts.ts';
import { settleVerdict, type Told, type VerdictChange } from './write-verdicts.ts';

/**
 * How a verdict changes by other words of its findings: where steps are only moved, done or dropped, the plan is
 * followed up and what others approved stands (docs/adr/0010); anything else is a new verdict. Null: nothing changes.
 * @param reason why deadlines move
 */
export function toPlanChange(findings: Finding[], target: ChangeTarget, reason: string): VerdictChange | null {
  const { before, acting, at } = target;
  if (before === null) return null;
  const told = tellFollowUp(before.findings, findings, reason);
  if (told !== null) return told.length === 0 ? null : followUp({ ...before, findings }, before, told, target, reason);
  const { origin: _, rule: __, workflow: ___, ...stated } = before;
  const change = settleVerdict({ ...stated, findings }, before, { submit: false, acting, at });
  return change && { ...change, deadlineReason: reason };
}

/** Whether what becomes of the findings is no more than following their plans up. */
export function isFollowUp(before: readonly Finding[], after: readonly Finding[]): boolean {
  return tellFollowUp(before, after, '') !== null;
}

/** What became of steps, as the trail tells it; null where anything else differs. */
function tellFollowUp(before: readonly Finding[], after: readonly Finding[], reason: string): Told[] | null {
  const told: Told[] = [];
  for (const [index, finding] of after.entries()) {
    const was = before[index];
    if (was === undefined || was === finding) continue;
    const { steps, ...rest } = finding;
    const { steps: stepsBefore, ...restBefore } = was;
    if (JSON.stringify(toTexts(rest)) !== JSON.stringify(toTexts(restBefore)) || steps.length !== stepsBefore.length)
      return null;
    for (const [position, step] of steps.entries()) {
      const old = stepsBefore[position];
      const ofStep = old && tellStepChange(finding.committee, old, step, reason);
      if (!ofStep) return null;
      told.push(...ofStep);
    }
  }
  return told;
}

function tellStepChange(committee: string, old: PlanStep, step: PlanStep, reason: string): Told[] | null {
  if (old.activity !== step.activity || old.consequence !== step.consequence) return null;
  const told: Told[] = [];
  const moved: PlanStep = { ...old, deadline: step.deadline };
  const tell = (action: Told['action'], before: PlanStep, after: PlanStep, why: string) =>
    told.push({
      action,
      subject: 'planStep',
      before: tellStep(committee, before),
      after: tellStep(committee, after),
      reason: why,
    });
  if (old.deadline !== step.deadline) {
    if (old.deadline === null || step.deadline === null) return null;
    tell('move', old, moved, reason);
  }
  if (step.outcome !== undefined && old.outcome === undefined)
    tell(step.outcome.state === 'done' ? 'finish' : 'drop', moved, step, step.outcome.reason);
  return told;
}

const toTexts = ({ responsible, theme, problem: text }: Omit<Finding, 'steps'>) => [responsible, theme, text];

function followUp(
  moved: Reconciliation,
  before: Reconciliation,
  moves: Told[],
  { acting }: ChangeTarget,
  deadlineReason: string,
): VerdictChange {
  const workflow = followedUpBy(before.workflow, handsOf(acting));
  const after: Reconciliation = { ...moved, origin: 'screen', workflow };
  const lost = workflow.approvals.length < before.workflow.approvals.length;
  const told: Told[] = lost ? [...moves, { action: 'update', subject: 'reconciliation', before, after }] : moves;
  return { before, after, acting, told, drops: false, deadlineReason };
}
