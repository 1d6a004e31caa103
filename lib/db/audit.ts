import type { Actor } from '#lib/domain/actor.ts';
import type { AuditEntry, AuditEvent } from '#lib/domain/audit.ts';
import { toStored } from '#lib/schemas/stored.ts';
import { executeBulk, type ReadDb, type WriteDb } from './store.ts';

/**
 * Adds events to the trail, in their order, in the transaction of the change that they tell of. Half of the time of a
 * large import goes here, so what neighbours share is bound once, and the rest travels as one JSON object.
 */
export async function recordEvents(tx: WriteDb, actor: Actor, at: string, entries: AuditEntry[]): Promise<void> {
  let begin = 0;
  for (const [index, entry] of entries.entries()) {
    const next = entries[index + 1];
    if (next && isAlike(entry, next)) continue;
    await executeBulk(
      tx,
      `INSERT INTO "AuditEvent" ("at", "personId", "personName", "subject", "periodId", "importId", "subjectId", "action", "before", "after")
       SELECT ?, ?, ?, ?, ?, CAST(? AS INTEGER), key,
         CASE type WHEN 'text' THEN 'create' ELSE value->>0 END,
         CASE type WHEN 'text' THEN NULL ELSE value->>1 END,
         CASE type WHEN 'text' THEN atom ELSE value->>2 END
       FROM json_each(?)`,
      at,
      actor.personId,
      actor.name,
      entry.subject,
      entry.periodId,
      entry.importId,
      `{${entries
        .slice(begin, index + 1)
        .map(toMember)
        .join(',')}}`,
    );
    begin = index + 1;
  }
}

function isAlike(one: AuditEntry, other: AuditEntry): boolean {
  return one.subject === other.subject && one.periodId === other.periodId && one.importId === other.importId;
}

/** `"id":[action,before,after]`, or what most events are, something new: `"id":after`. An id may stand there twice. */
function toMember({ action, subjectId, before, after }: AuditEntry): string {
  const was = before === null ? null : toStored(before);
  const is = after === null ? null : toStored(after);
  const value = action === 'create' && was === null && is !== null ? is : [action, was, is];
  return `${JSON.stringify(subjectId)}:${JSON.stringify(value)}`;
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
