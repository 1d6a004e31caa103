import { type Finding, followUp, type Item, type PlanStep } from './finding.ts';
import type { Ore } from './money.ts';

/** What became of a row: it is in one of the two alone, differs between them, or is the same in both. */
export type RowChange<Row> =
  | { kind: 'new'; before: null; after: Row }
  | { kind: 'gone'; before: Row; after: null }
  | { kind: 'changed' | 'same'; before: Row; after: Row };

/** Fields of a finding that are one text each. */
const FINDING_FIELDS = ['category', 'responsible', 'theme', 'problem'] as const;
export type FindingField = (typeof FINDING_FIELDS)[number];

/** A committee's finding in two periods. null: there was, or is, none. */
export interface FindingComparison {
  committee: string;
  before: Finding | null;
  after: Finding | null;
  /** The fields that differ; none where the finding is in one period alone. */
  fields: FindingField[];
  items: RowChange<Item>[];
  steps: RowChange<PlanStep>[];
  /** What the amount for follow-up rose by, in øre. */
  rise: Ore;
}

/** The findings of an account in two periods, by committee in the order of codes, row by row. */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]): FindingComparison[] {
  const committees = [...new Set([...before, ...after].map(({ committee }) => committee))].sort();
  return committees.map((committee) => {
    const old = before.find((finding) => finding.committee === committee) ?? null;
    const next = after.find((finding) => finding.committee === committee) ?? null;
    return {
      committee,
      before: old,
      after: next,
      fields: old && next ? FINDING_FIELDS.filter((field) => old[field] !== next[field]) : [],
      items: pairRows(old?.items ?? [], next?.items ?? [], [sameItem, samePosting], sameItem),
      steps: pairRows(old?.steps ?? [], next?.steps ?? [], [sameStep, sameActivity], sameStep),
      rise: (next ? followUp(next) : 0n) - (old ? followUp(old) : 0n),
    };
  });
}

const sameItem = (left: Item, right: Item) => samePosting(left, right) && left.amount === right.amount;
const samePosting = (left: Item, right: Item) => left.postingDate === right.postingDate && left.text === right.text;
const sameActivity = (left: PlanStep, right: PlanStep) => left.activity === right.activity;
const sameStep = (left: PlanStep, right: PlanStep) =>
  sameActivity(left, right) &&
  left.deadline === right.deadline &&
  left.consequence === right.consequence &&
  left.outcome?.state === right.outcome?.state;

/**
 * Pairs rows by their keys, which they keep from period to period, and what has none of the same by `alike`, the
 * strictest first. Rows of `after` in their order, then those that are gone.
 */
function pairRows<Row extends { key?: string }>(
  before: readonly Row[],
  after: readonly Row[],
  alike: readonly ((left: Row, right: Row) => boolean)[],
  isSame: (left: Row, right: Row) => boolean,
): RowChange<Row>[] {
  const left = new Set(before);
  const partners = new Map<Row, Row>();
  const byKey = (old: Row, row: Row) => old.key !== undefined && old.key !== '' && old.key === row.key;
  for (const matches of [byKey, ...alike]) {
    for (const row of after) {
      const found = partners.has(row) ? undefined : [...left].find((old) => matches(old, row));
      if (found === undefined) continue;
      partners.set(row, found);
      left.delete(found);
    }
  }
  return [
    ...after.map((row): RowChange<Row> => {
      const old = partners.get(row);
      if (old === undefined) return { kind: 'new', before: null, after: row };
      return { kind: isSame(old, row) ? 'same' : 'changed', before: old, after: row };
    }),
    ...[...left].map((old): RowChange<Row> => ({ kind: 'gone', before: old, after: null })),
  ];
}
