import type { Reconciliation } from '#lib/domain/account.ts';
import type { Finding, Item, PlanStep } from '#lib/domain/finding.ts';

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareItems(left: Item, right: Item): number {
  return (
    compareTexts(left.postingDate, right.postingDate) ||
    compareTexts(left.text, right.text) ||
    (left.amount < right.amount ? -1 : left.amount > right.amount ? 1 : 0)
  );
}

/** Steps without a deadline come last, as in a plan. */
function compareSteps(left: PlanStep, right: PlanStep): number {
  return (
    compareTexts(left.deadline ?? '~', right.deadline ?? '~') ||
    compareTexts(left.activity, right.activity) ||
    compareTexts(left.consequence, right.consequence)
  );
}

/**
 * Findings in the one order that does not depend on that of a file's rows: by committee, items by posting date, text
 * and amount, steps by deadline, activity and consequence.
 */
export function toCanonicalFindings(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding) => ({
      ...finding,
      items: finding.items.toSorted(compareItems),
      steps: finding.steps
        .filter((step) => step.activity !== '' || step.deadline !== null || step.consequence !== '')
        .toSorted(compareSteps),
    }))
    .sort((left, right) => compareTexts(left.committee, right.committee));
}

function toFingerprint(findings: readonly Finding[]): string {
  return JSON.stringify(
    toCanonicalFindings(findings).map(({ committee, category, responsible, theme, problem, items, steps }) => [
      [committee, category, responsible, theme, problem],
      items.map(({ postingDate, text, amount }) => [postingDate, text, amount.toString()]),
      steps.map(({ activity, deadline, consequence }) => [activity, deadline, consequence]),
    ]),
  );
}

/** Whether two verdicts on an account say the same, whatever the order of findings, items and steps. */
export function isSameVerdict(
  left: Pick<Reconciliation, 'category' | 'findings'>,
  right: Pick<Reconciliation, 'category' | 'findings'>,
): boolean {
  if (left.category !== right.category || left.findings.length !== right.findings.length) return false;
  return left.findings.length === 0 || toFingerprint(left.findings) === toFingerprint(right.findings);
}
