import type { AuditAction, AuditEvent, AuditSubject } from '#lib/domain/audit.ts';
import { toEvent } from './audit.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** How many events of an import tell of the same sort of change. */
export interface EventCount {
  subject: AuditSubject;
  action: AuditAction;
  count: number;
}

/** The events of an import counted by what they tell of. */
export async function countImportEvents(db: ReadDb, importId: number): Promise<EventCount[]> {
  const rows = await db.auditEvent.groupBy({
    by: ['subject', 'action'],
    where: { importId },
    _count: true,
    orderBy: [{ subject: 'asc' }, { action: 'asc' }],
  });
  return rows.map((row) => ({
    subject: row.subject as AuditSubject,
    action: row.action as AuditAction,
    count: row._count,
  }));
}

/** The first events of an import about one sort of thing and change, in the order in which they were written. */
export async function listImportEvents(
  db: ReadDb,
  importId: number,
  { subject, action }: Pick<EventCount, 'subject' | 'action'>,
  most: number,
): Promise<Pick<AuditEvent, 'subjectId' | 'before' | 'after'>[]> {
  const where = { importId, subject, action };
  return (await db.auditEvent.findMany({ where, orderBy: { id: 'asc' }, take: most })).map(toEvent);
}

/** Every event of an import, in the order in which they were written. */
export async function listAllImportEvents(tx: WriteDb, importId: number): Promise<AuditEvent[]> {
  return (await tx.auditEvent.findMany({ where: { importId }, orderBy: { id: 'asc' } })).map(toEvent);
}
