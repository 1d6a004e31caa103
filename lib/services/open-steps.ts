import type { Finding, PlanStep } from '#lib/domain/finding.ts';

/** What of a plan is still to be done. */
export function openSteps({ steps }: Pick<Finding, 'steps'>): PlanStep[] {
  return steps.filter(({ outcome }) => outcome === undefined);
}

/** The open step with the first deadline or, where none has one, the first. */
export function firstOpenStep(finding: Pick<Finding, 'steps'>): PlanStep | undefined {
  const open = openSteps(finding);
  const dated = open.filter(({ deadline }) => deadline !== null);
  const first = dated.toSorted((left, right) => ((left.deadline ?? '') < (right.deadline ?? '') ? -1 : 1))[0];
  return first ?? open[0];
}
