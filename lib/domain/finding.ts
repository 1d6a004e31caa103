import type { FindingCategory } from './category.ts';
import type { IsoDate } from './date.ts';
import { absolute, type Ore, sum } from './money.ts';

/** The most items that a finding takes: more than anybody can follow up one by one. */
export const MOST_ITEMS = 2_000;

/** A posting to follow up. It keeps its original posting date for as long as it is open. */
export interface Item {
  postingDate: IsoDate;
  text: string;
  /** What remains of it. */
  amount: Ore;
  /** Stays the same when it is edited or carried over; missing until it is first stored. */
  key?: string;
}

/** What became of a plan's step. */
export interface StepOutcome {
  state: 'done' | 'dropped';
  on: IsoDate;
  reason: string;
}

/** One step of an action plan. */
export interface PlanStep {
  activity: string;
  deadline: IsoDate | null;
  consequence: string;
  /** Stays the same when it is edited or carried over; missing until it is first stored. */
  key?: string;
  /** The first deadline it was given; missing until it is first stored, null where it had none. */
  originalDeadline?: IsoDate | null;
  /** Missing while it is open. */
  outcome?: StepOutcome;
}

/** One account's follow-up for one committee (*forhold*), with its action plan. */
export interface Finding {
  committee: string;
  category: FindingCategory;
  responsible: string;
  /** Often the source system; '' where there is none. */
  theme: string;
  problem: string;
  items: Item[];
  steps: PlanStep[];
}

/** Gross amount in øre from which a finding needs a plan and is described in the report: 1.000 kr. (domain.md). */
export const PLAN_THRESHOLD: Ore = 100_000n;

/** The amount for follow-up: the net sum of the items, in øre. */
export function followUp(finding: Pick<Finding, 'items'>): Ore {
  return sum(finding.items.map((item) => item.amount));
}

/** The net sum, in øre, of the items posted at or before `limit` (see oneYearBefore). Can exceed the follow-up. */
export function olderPart(finding: Pick<Finding, 'items'>, limit: IsoDate): Ore {
  return sum(finding.items.filter((item) => item.postingDate <= limit).map((item) => item.amount));
}

/** The sum of the items' absolute amounts, in øre: what the threshold is held against. */
export function grossAmount(finding: Pick<Finding, 'items'>): Ore {
  return sum(finding.items.map((item) => absolute(item.amount)));
}

export function isOverThreshold(finding: Pick<Finding, 'items'>): boolean {
  return grossAmount(finding) >= PLAN_THRESHOLD;
}

/** The steps that are the plan: a dropped one is its history, and neither printed nor counted as a part of it. */
export function standingSteps({ steps }: Pick<Finding, 'steps'>): PlanStep[] {
  return steps.filter(({ outcome }) => outcome?.state !== 'dropped');
}

/** What a finding can lack by rule 3 of product.md. */
export type MissingPart = 'item' | 'responsible' | 'activity' | 'deadline' | 'consequence';

/** What the finding lacks: an item always; from the threshold the plan, and in category 3 its consequence. */
export function missingParts(finding: Finding): MissingPart[] {
  if (finding.items.length === 0) return ['item'];
  if (!isOverThreshold(finding)) return [];
  const missing: MissingPart[] = [];
  const steps = standingSteps(finding);
  if (finding.responsible === '') missing.push('responsible');
  if (!steps.some((step) => step.activity !== '')) missing.push('activity');
  if (!steps.some((step) => step.deadline !== null)) missing.push('deadline');
  if (finding.category === 3 && !steps.some((step) => step.consequence !== '')) missing.push('consequence');
  return missing;
}

/** How far a plan is. Open: something is still to be done; done, dropped: nothing is; none: there is no plan. */
export const PLAN_STATES = ['open', 'done', 'dropped', 'none'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export function planStateOf(steps: readonly PlanStep[]): PlanState {
  if (steps.length === 0) return 'none';
  if (steps.some(({ outcome }) => outcome === undefined)) return 'open';
  return steps.some(({ outcome }) => outcome?.state === 'done') ? 'done' : 'dropped';
}
