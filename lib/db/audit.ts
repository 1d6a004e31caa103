import type { Acting } from '#lib/domain/actor.ts';
import type { AuditAction, AuditEntry, AuditEvent, AuditSubject } from '#lib/domain/audit.ts';
import { toStored } from '#lib/schemas/stored.ts';
import { executeBulk, type ReadDb, type WriteDb } from './store.ts';
import { bodyHashOf, drawSalts, FIRST_LINK, type Link, linkHash } from './trail-chain.ts';

/** How many events travel to the database as one document. */
const BATCH = 5_000;

/**
 * Adds events to the trail, in their order, in the transaction of the change that they tell of; each holds the hash of
 * the one before.
 */
export async function recordEvents(
  tx: WriteDb,
  acting: Acting,
  at: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const head = await tx.auditEvent.findFirst({ select: { id: true, hash: true }, orderBy: { id: 'desc' } });
  let id = head?.id ?? 0;
  let previous = head?.hash ?? FIRST_LINK;
  const { personId } = acting.actor;
  const doer = toDoer(acting);
  for (let begin = 0; begin < entries.length; begin += BATCH) {
    const batch = entries.slice(begin, begin + BATCH);
    const salts = drawSalts(batch.length);
    const rows = batch.map((entry, index) => {
      const { action, subject, periodId, importId } = entry;
      // Half a sign would be stored as another sign than the one that the hash covers.
      const subjectId = entry.subjectId.toWellFormed();
      id += 1;
      const body = toBody(doer, entry, salts[index] ?? '');
      const bodyHash = bodyHashOf(body);
      const link = { id, at, personId, role: acting.role, action, subject, subjectId, periodId, importId, bodyHash };
      previous = linkHash(previous, link);
      return [id, action, subject, subjectId, periodId, importId, body, bodyHash, previous];
    });
    await executeBulk(
      tx,
      `INSERT INTO "AuditEvent" ("id", "at", "personId", "role", "action", "subject", "subjectId", "periodId", "importId", "body", "bodyHash", "hash")
       SELECT value->>0, ?, ?, ?, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8 FROM json_each(?)`,
      at,
      personId,
      acting.role,
      JSON.stringify(rows),
    );
  }
}

/** The part of an event's content that all events of one act share: who, for whom, from where. */
function toDoer({ actor, onBehalfOf }: Acting): string {
  const { channel, address } = actor.origin;
  const doer = {
    name: actor.name,
    onBehalfOf: onBehalfOf?.name ?? null,
    onBehalfOfId: onBehalfOf?.personId ?? null,
    origin: address === '' ? channel : `${channel} ${address}`,
  };
  return JSON.stringify(doer).slice(1, -1);
}

/** The event's content as canonical JSON: names and documents, which a disposal can take away. */
function toBody(doer: string, { before, after, reason }: AuditEntry, salt: string): string {
  const document = (side: object | null) => (side === null ? 'null' : toStored(side));
  return `{"salt":"${salt}",${doer},"reason":${JSON.stringify(reason ?? '')},"before":${document(before)},"after":${document(after)}}`;
}

/** A stored event: what its hash covers, with the body itself and the hash. */
type Row = Omit<Link, 'bodyHash'> & { body: string | null; hash: string };

/** The event of a row; what was disposed of is left empty. */
export function toEvent({ body, action, subject, ...row }: Row): AuditEvent {
  const parsed: Record<string, unknown> = body === null ? {} : JSON.parse(body);
  const text = (key: string) => (typeof parsed[key] === 'string' ? parsed[key] : '');
  const document = (key: string) => (parsed[key] == null ? null : JSON.stringify(parsed[key]));
  return {
    ...row,
    action: action as AuditAction,
    subject: subject as AuditSubject,
    personName: text('name'),
    onBehalfOf: text('onBehalfOf') || null,
    origin: text('origin'),
    reason: text('reason'),
    before: document('before'),
    after: document('after'),
    disposed: body === null,
  };
}

/** The trail of the things named, newest first. */
export async function listEvents(
  db: ReadDb,
  subjects: AuditSubject[],
  subjectId: string,
  periodId: string,
): Promise<AuditEvent[]> {
  const rows = await db.auditEvent.findMany({
    where: { subject: { in: subjects }, subjectId, periodId },
    orderBy: { id: 'desc' },
  });
  return rows.map(toEvent);
}
