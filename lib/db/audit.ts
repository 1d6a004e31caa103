import type { Actor } from '#lib/domain/actor.ts';
import type { AuditEntry, AuditEvent } from '#lib/domain/audit.ts';
import { toStored } from '#lib/schemas/stored.ts';
import { executeBulk, type ReadDb, type WriteDb } from './store.ts';

/**
 * Adds events to the trail, in their order, in the transaction of the change that they tell of. What those that follow
 * each other share is bound once and not sent with each of them.
 */
export async function recordEvents(tx: WriteDb, actor: Actor, at: string, entries: AuditEntry[]): Promise<void> {
  let begin = 0;
  for (const [index, entry] of entries.entries()) {
    const next = entries[index + 1];
    if (next && isAlike(entry, next)) continue;
    const rows = entries.slice(begin, index + 1).map((one) => [one.action, one.subjectId, ...storedSides(one)]);
    await executeBulk(
      tx,
      `INSERT INTO "AuditEvent" ("at", "personId", "personName", "subject", "periodId", "importId", "action", "subjectId", "before", "after")
       SELECT ?, ?, ?, ?, ?, CAST(? AS INTEGER), value->>0, value->>1, value->>2, value->>3 FROM json_each(?)`,
      at,
      actor.personId,
      actor.name,
      entry.subject,
      entry.periodId,
      entry.importId,
      JSON.stringify(rows),
    );
    begin = index + 1;
  }
}

function isAlike(one: AuditEntry, other: AuditEntry): boolean {
  return one.subject === other.subject && one.periodId === other.periodId && one.importId === other.importId;
}

function storedSides({ before, after }: AuditEntry): (string | null)[] {
  return [before, after].map((side) => (side === null ? null : toStored(side)));
}

/** The trail of the things named, newest first. */
export async function listEvents(
  db: ReadDb,
  subjects: AuditEntry['subject'][],
  subjectId: string,
  periodId: string,
): Promise<AuditEvent[]> {
  const rows = await db.auditEvent.findMany({
    where: { subject: { in: subjects }, subjectId, periodId },
    orderBy: { id: 'desc' },
  });
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    personName: row.personName,
    action: row.action as AuditEntry['action'],
    subject: row.subject as AuditEntry['subject'],
    subjectId: row.subjectId,
    importId: row.importId,
    before: row.before,
    after: row.after,
  }));
}
