import { randomBytes } from 'node:crypto';
import type { Reconciliation } from '#lib/domain/account.ts';
import type { Finding, Item, PlanStep } from '#lib/domain/finding.ts';

/**
 * Gives every item and step of a verdict its key: the one it came with where the verdict before had it (whichever of
 * its findings it stood in), that of the same item or step of the finding before (so that a file that states it again
 * does not make it a new one), or a fresh one. No key is given twice, and none that belongs to another account. A step
 * also keeps the first deadline that it was given and what became of it.
 */
export function keepKeys(after: Reconciliation, before: Reconciliation | null): Reconciliation {
  const findings = before?.findings ?? [];
  const items = new Pool(findings.map(({ committee, items: own }) => [committee, own]));
  const steps = new Pool(findings.map(({ committee, steps: own }) => [committee, own]));
  const keptItems = items.match(
    after.findings.map(({ committee, items: own }) => [committee, own]),
    [
      ({ postingDate, text, amount }: Item) => `${postingDate} ${amount} ${text}`,
      ({ postingDate, text }: Item) => `${postingDate} ${text}`,
    ],
  );
  const keptSteps = steps.match(
    after.findings.map(({ committee, steps: own }) => [committee, own]),
    [
      ({ activity, deadline }: PlanStep) => `${deadline} ${activity}`,
      ({ activity }: PlanStep) => (activity === '' ? null : activity),
    ],
  );
  return { ...after, findings: after.findings.map((finding) => continueFinding(finding, keptItems, keptSteps)) };
}

function continueFinding(
  finding: Finding,
  items: ReadonlyMap<Item, Item>,
  steps: ReadonlyMap<PlanStep, PlanStep>,
): Finding {
  return {
    ...finding,
    items: finding.items.map((item) => ({ ...item, key: items.get(item)?.key || freshKey() })),
    steps: finding.steps.map((step) => {
      const own = steps.get(step);
      const kept: PlanStep = {
        ...step,
        key: own?.key || freshKey(),
        originalDeadline: own?.originalDeadline ?? own?.deadline ?? step.deadline,
      };
      const outcome = step.outcome ?? own?.outcome;
      return outcome === undefined ? kept : { ...kept, outcome };
    }),
  };
}

type Lines<T> = readonly (readonly [committee: string, lines: readonly T[]])[];

/** The lines of the verdict before, each of which one line of the verdict after can continue. */
class Pool<T extends { key?: string }> {
  private readonly free: Set<T>;
  private readonly before: Lines<T>;

  constructor(before: Lines<T>) {
    this.before = before;
    this.free = new Set(before.flatMap(([, lines]) => lines));
  }

  /** Finds for each line the one that it continues: by its key anywhere, then by the given likenesses within its committee's finding. */
  match(after: Lines<T>, likenesses: readonly ((line: T) => string | null)[]): Map<T, T> {
    const found = new Map<T, T>();
    const everywhere = (lines: Lines<T>): Lines<T> => [['', lines.flatMap(([, own]) => own)]];
    this.claim(everywhere(after), everywhere(this.before), found, ({ key }) => key || null);
    for (const likeness of likenesses) this.claim(after, this.before, found, likeness);
    return found;
  }

  private claim(after: Lines<T>, before: Lines<T>, found: Map<T, T>, nameOf: (line: T) => string | null): void {
    const waiting = new Map<string, T[]>();
    const nameIn = (committee: string, line: T) => {
      const name = nameOf(line);
      return name === null ? null : JSON.stringify([committee, name]);
    };
    for (const [committee, lines] of before) {
      for (const line of lines) {
        const name = nameIn(committee, line);
        if (name === null || !this.free.has(line)) continue;
        const same = waiting.get(name);
        if (same) same.push(line);
        else waiting.set(name, [line]);
      }
    }
    for (const [committee, lines] of after) {
      for (const line of lines) {
        const name = found.has(line) ? null : nameIn(committee, line);
        const match = name === null ? undefined : waiting.get(name)?.shift();
        if (match === undefined) continue;
        found.set(line, match);
        this.free.delete(match);
      }
    }
  }
}

function freshKey(): string {
  return randomBytes(12).toString('hex');
}
