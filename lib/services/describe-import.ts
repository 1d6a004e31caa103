import { parsePeriod } from '#lib/domain/period.ts';
import { COLUMNS } from '#lib/import/columns.ts';
import type { Change, FilePlan, ImportPlan, Issue } from '#lib/import/types.ts';
import type { RuleRun } from './apply-rules.ts';
import type { Context, Problem } from './context.ts';
import { type ChangeGroup, describeChange, sortOfChange } from './describe-change.ts';
import { readState } from './read-state.ts';

/** Changes of one sort that are shown; the rest is counted. */
export const MOST_CHANGES_SHOWN = 200;

type CountOfFile = 'added' | 'changed' | 'removed' | 'unchanged' | 'kept' | 'becomeCategory1';

/** What an import does with a file, in the shape in which it is sent to a page: amounts are decimal text in øre. */
export interface FileView extends Pick<FilePlan, 'name' | 'kind' | 'bytes' | 'rows' | 'reading' | CountOfFile> {
  /** Its own headings where they are other than ours: ours, then its own. */
  headings: { ours: string; own: string }[];
  sumBefore: string | null;
  sumAfter: string | null;
  groups: ChangeGroup[];
}

export interface ImportView {
  periodId: string;
  files: FileView[];
  /** Errors first. Nothing is or can be stored while there is one. */
  issues: Issue[];
  ambiguous: ImportPlan['ambiguous'];
  control: { count: number; sum: string } | null;
}

/** An import plan as a page shows it: counts, sums, and the first changes of each sort by name. */
export async function describeImport({ store }: Context, plan: ImportPlan): Promise<ImportView> {
  const period = parsePeriod(plan.periodId);
  const stored = period ? (await readState(store, period)).accounts : [];
  const names = new Map(stored.map(({ number, name }) => [number, name]));
  for (const { changes } of plan.files)
    for (const change of changes)
      if (change.subject === 'account' && change.after) names.set(change.id, change.after.name);
  return {
    periodId: plan.periodId,
    files: plan.files.map((file) => describeFile(file, names)),
    issues: plan.issues,
    ambiguous: plan.ambiguous,
    control: plan.control && { count: plan.control.count, sum: plan.control.sum.toString() },
  };
}

function headingOf(kind: FilePlan['kind'], field: string): string | undefined {
  return COLUMNS[kind].find((spec) => spec.field === field)?.heading;
}

function describeFile(file: FilePlan, names: ReadonlyMap<string, string>): FileView {
  const { name, kind, bytes, rows, added, changed, removed, unchanged, kept, becomeCategory1 } = file;
  return {
    ...{ name, kind, bytes, rows, added, changed, removed, unchanged, kept, becomeCategory1 },
    reading: file.reading,
    headings: Object.entries(file.headings).flatMap(([field, own]) => {
      const ours = headingOf(kind, field);
      return ours === undefined ? [] : [{ ours, own }];
    }),
    sumBefore: file.sumBefore?.toString() ?? null,
    sumAfter: file.sumAfter?.toString() ?? null,
    groups: groupChanges(file.changes, names),
  };
}

const SORTS = ['changed', 'removed', 'added'] as const;

/** Changed and gone before new: what a person looks for first. */
function groupChanges(changes: readonly Change[], names: ReadonlyMap<string, string>): ChangeGroup[] {
  const bySubject = Map.groupBy(changes, ({ subject }) => subject);
  return [...bySubject].flatMap(([subject, own]) => {
    const bySort = Map.groupBy(own, ({ before, after }) => sortOfChange(before, after));
    return SORTS.flatMap((sort) => {
      const group = bySort.get(sort);
      if (!group) return [];
      const shown = worstFirst(group).slice(0, MOST_CHANGES_SHOWN);
      const views = shown.map(({ id, before, after }) => describeChange(subject, id, before, after, names));
      return [{ subject, sort, count: group.length, shown: views }];
    });
  });
}

/** Verdicts with follow-up before those without, since these are many and say little. */
function worstFirst(changes: readonly Change[]): readonly Change[] {
  const weight = (change: Change) =>
    change.subject === 'reconciliation' ? Math.max(change.before?.category ?? 0, change.after?.category ?? 0) : 0;
  return changes.toSorted((left, right) => weight(right) - weight(left));
}

/**
 * What the page *Import* is answered. `importId` null: a preview, or errors that kept the import out; `rules`: what those
 * that are on did with what was stored.
 */
export type ImportAnswer =
  | { ok: true; view: ImportView; digest: string; importId: number | null; rules?: readonly RuleRun[] }
  | { ok: false; problems: Problem[] };
