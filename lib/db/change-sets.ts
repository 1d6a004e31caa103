import type { Actor } from '#lib/domain/actor.ts';
import { executeBulk, type ReadDb, type WriteDb } from './store.ts';

/** By what many things were changed at once. */
type ChangeSetKind = 'edit' | 'category-1' | 'assign' | 'copy-plan' | 'collect-plans' | 'rule' | 'undo';

/** What one thing was and became, as canonical documents; null: it was not there, or is gone. */
export interface ChangeSetEntry {
  subject: 'reconciliation' | 'assignment';
  account: string;
  before: string | null;
  after: string | null;
  /** The reconciliation's version after it; 0 where it has none. */
  version: number;
}

export interface NewChangeSet {
  periodId: string;
  kind: ChangeSetKind;
  /** Who can take it back. */
  maker: Pick<Actor, 'personId' | 'name'>;
  /** ISO time, UTC */
  at: string;
  /** The change set that this one takes back. */
  undoes?: number;
  /** The rule that made it, and in which version. */
  rule?: { id: number; version: number };
}

export interface ChangeSet {
  id: number;
  periodId: string;
  kind: ChangeSetKind;
  personId: string;
  undoneBy: number | null;
  entries: ChangeSetEntry[];
}

/** Keeps what was changed at once, so that it can be taken back at once. @returns its id */
export async function insertChangeSet(
  tx: WriteDb,
  { periodId, kind, maker, at, undoes, rule }: NewChangeSet,
  entries: readonly ChangeSetEntry[],
): Promise<number> {
  const { id } = await tx.changeSet.create({
    data: {
      periodId,
      kind,
      personId: maker.personId,
      personName: maker.name,
      at,
      count: entries.length,
      undoes: undoes ?? null,
      ruleId: rule?.id ?? null,
      ruleVersion: rule?.version ?? null,
    },
  });
  const rows = entries.map(({ subject, account, before, after, version }, position) => [
    position,
    subject,
    account,
    before,
    after,
    version,
  ]);
  await executeBulk(
    tx,
    `INSERT INTO "ChangeSetEntry" ("changeSetId", "position", "subject", "accountNumber", "before", "after", "version")
     SELECT ?, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5 FROM json_each(?)`,
    id,
    JSON.stringify(rows),
  );
  return id;
}

/** A change set with what it changed, in its order; null where there is none. */
export async function findChangeSet(db: ReadDb | WriteDb, id: number): Promise<ChangeSet | null> {
  const row = await db.changeSet.findUnique({
    where: { id },
    select: { id: true, periodId: true, kind: true, personId: true, undoneBy: true },
  });
  if (!row) return null;
  const entries = await db.changeSetEntry.findMany({ where: { changeSetId: id }, orderBy: { position: 'asc' } });
  return {
    ...row,
    kind: row.kind as ChangeSetKind,
    entries: entries.map(({ subject, accountNumber, before, after, version }) => ({
      subject: subject as ChangeSetEntry['subject'],
      account: accountNumber,
      before,
      after,
      version,
    })),
  };
}

/** Says of a change set that another took it back. */
export async function markUndone(tx: WriteDb, id: number, undoneBy: number): Promise<void> {
  await tx.changeSet.update({ where: { id }, data: { undoneBy } });
}

/** A thing that was put back to what an earlier change set had left. */
export interface Restored {
  subject: ChangeSetEntry['subject'];
  account: string;
  /** As the earlier change set had left it. */
  left: string;
  /** As it stands now. */
  now: string;
  version: number;
}

/**
 * What an earlier change set left stands again, in a later version and perhaps with fewer approvals: it is told so, and
 * can be taken back in its turn.
 */
export async function followRestored(tx: WriteDb, periodId: string, restored: readonly Restored[]): Promise<void> {
  if (restored.length === 0) return;
  const rows = restored.map(({ subject, account, left, now, version }) => [subject, account, left, now, version]);
  await executeBulk(
    tx,
    `WITH restored AS MATERIALIZED (
       SELECT value->>0 AS subject, value->>1 AS account, value->>2 AS was, value->>3 AS now, value->>4 AS version FROM json_each(?)
     )
     UPDATE "ChangeSetEntry" SET "after" = restored.now, "version" = restored.version FROM restored
     WHERE "ChangeSetEntry"."subject" = restored.subject AND "accountNumber" = restored.account AND "after" = restored.was
       AND "changeSetId" IN (SELECT "id" FROM "ChangeSet" WHERE "periodId" = ?)`,
    JSON.stringify(rows),
    periodId,
  );
}
