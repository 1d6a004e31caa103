import { randomBytes } from 'node:crypto';
import type { Reconciliation } from '#lib/domain/account.ts';
import type { Finding, Item, PlanStep } from '#lib/domain/finding.ts';

/**
 * Gives every item and step of a verdict its key: the one it came with, that of the same item or step of the verdict
 * before (so that a file that states it again does not make it a new one), or a fresh one. A step also keeps the first
 * deadline that it was given and what became of it.
 */
export function keepKeys(after: Reconciliation, before: Reconciliation | null): Reconciliation {
  const earlier = new Map((before?.findings ?? []).map((finding) => [finding.committee, finding]));
  return {
    ...after,
    findings: after.findings.map((finding) => keepInFinding(finding, earlier.get(finding.committee))),
  };
}

function keepInFinding(finding: Finding, before: Finding | undefined): Finding {
  const items = matcher(before?.items ?? [], [
    (one: Item, other: Item) =>
      one.postingDate === other.postingDate && one.text === other.text && one.amount === other.amount,
    (one: Item, other: Item) => one.postingDate === other.postingDate && one.text === other.text,
  ]);
  const steps = matcher(before?.steps ?? [], [
    (one: PlanStep, other: PlanStep) => one.activity === other.activity && one.deadline === other.deadline,
    (one: PlanStep, other: PlanStep) => one.activity !== '' && one.activity === other.activity,
  ]);
  const keptItems = items(finding.items);
  const keptSteps = steps(finding.steps);
  return {
    ...finding,
    items: finding.items.map((item, index) => ({ ...item, key: keptItems[index]?.key || item.key || freshKey() })),
    steps: finding.steps.map((step, index) => {
      const own = keptSteps[index];
      const kept: PlanStep = {
        ...step,
        key: own?.key || step.key || freshKey(),
        originalDeadline: own?.originalDeadline ?? step.originalDeadline ?? step.deadline,
      };
      const outcome = step.outcome ?? own?.outcome;
      return outcome === undefined ? kept : { ...kept, outcome };
    }),
  };
}

/** Finds for each of a list the one of `before` that it continues: by its key, then by the given likenesses in turn. */
function matcher<T extends { key?: string }>(before: readonly T[], likenesses: ((one: T, other: T) => boolean)[]) {
  return (after: readonly T[]): (T | undefined)[] => {
    const free = new Set(before);
    const found: (T | undefined)[] = after.map(() => undefined);
    const likely = [
      (one: T, other: T) => one.key !== undefined && one.key !== '' && one.key === other.key,
      ...likenesses,
    ];
    for (const isAlike of likely) {
      for (const [index, one] of after.entries()) {
        if (found[index] !== undefined) continue;
        const match = [...free].find((other) => isAlike(one, other));
        if (match === undefined) continue;
        found[index] = match;
        free.delete(match);
      }
    }
    return found;
  };
}

function freshKey(): string {
  return randomBytes(12).toString('hex');
}
