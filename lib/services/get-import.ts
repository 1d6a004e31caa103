import { countImportEvents, listImportEvents } from '#lib/db/import-events.ts';
import { findImportRecord, type ImportRecord } from '#lib/db/imports.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import type { Context } from './context.ts';
import { type ChangeGroup, describeChange, sortOfAction } from './describe-change.ts';
import { MOST_CHANGES_SHOWN } from './describe-import.ts';
import { findImportStanding, type Standing } from './import-standing.ts';
import { readState } from './read-state.ts';

export interface ImportDetail {
  record: ImportRecord;
  /** What it changed, as the trail tells it. */
  groups: ChangeGroup[];
  /** What stands on it, so that it cannot be taken back; none: it can. null for who may not import. */
  standing: Standing[] | null;
}

const ORDER = ['changed', 'removed', 'added'] as const;

/** An import of the history with what the trail says that it changed; null where there is none. */
export async function getImport({ store, actor }: Context, importId: number): Promise<ImportDetail | null> {
  if (!may(actor, 'seeImports', EVERYWHERE)) return null;
  const record = await findImportRecord(store.read, importId);
  if (!record) return null;
  const period = parsePeriod(record.periodId);
  const accounts = period ? (await readState(store, period)).accounts : [];
  const names = new Map(accounts.map(({ number, name }) => [number, name]));
  const counts = await countImportEvents(store.read, importId);
  const groups = await Promise.all(
    counts.map(async (kind) => {
      const sort = sortOfAction(kind.action);
      if (sort === null) return null;
      const events = await listImportEvents(store.read, importId, kind, MOST_CHANGES_SHOWN);
      const shown = events.map(({ subjectId, before, after }) =>
        describeChange(kind.subject, subjectId, readDocument(before), readDocument(after), names),
      );
      return { subject: kind.subject, sort, count: kind.count, shown };
    }),
  );
  const standing = may(actor, 'import', EVERYWHERE) ? (await findImportStanding(store.read, importId))?.standing : null;
  return {
    record,
    standing: standing ?? null,
    groups: groups
      .filter((group) => group !== null)
      .toSorted((left, right) => ORDER.indexOf(left.sort) - ORDER.indexOf(right.sort)),
  };
}

function readDocument(text: string | null): object | null {
  const document: unknown = text === null ? null : JSON.parse(text);
  return typeof document === 'object' ? document : null;
}
