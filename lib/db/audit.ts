import type { Actor } from '#lib/domain/actor.ts';
import type { AuditEntry, AuditEvent } from '#lib/domain/audit.ts';
import { toStored } from '#lib/schemas/stored.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** Adds events to the trail, in the transaction of the change that they tell of. */
export async function recordEvents(tx: WriteDb, actor: Actor, at: string, entries: AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => [
    entry.action,
    entry.subject,
    entry.subjectId,
    entry.periodId,
    entry.importId,
    entry.before === null ? null : toStored(entry.before),
    entry.after === null ? null : toStored(entry.after),
  ]);
  await tx.$executeRawUnsafe(
    `INSERT INTO "AuditEvent" ("at", "personId", "personName", "action", "subject", "subjectId", "periodId", "importId", "before", "after")
     SELECT ?, ?, ?, value->>0, value->>1, value->>2, value->>3, CAST(value->>4 AS INTEGER), value->>5, value->>6 FROM json_each(?)`,
    at,
    actor.personId,
    actor.name,
    JSON.stringify(rows),
  );
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
