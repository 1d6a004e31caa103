import { hash, randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';

/** What the first event of a trail takes for the hash of the one before. */
export const FIRST_LINK = '0'.repeat(64);

/** The fields of an event that its hash covers, in the order in which it covers them. */
export interface Link {
  id: number;
  at: string;
  personId: string;
  role: string;
  action: string;
  subject: string;
  subjectId: string;
  periodId: string | null;
  importId: number | null;
  bodyHash: string;
}

/** SHA-256, in hex, of an event's fields and the hash of the event before: one that is changed, moved, lost or put in breaks the chain. */
export function linkHash(previous: string, link: Link): string {
  return hash(
    'sha256',
    JSON.stringify([
      previous,
      link.id,
      link.at,
      link.personId,
      link.role,
      link.action,
      link.subject,
      link.subjectId,
      link.periodId,
      link.importId,
      link.bodyHash,
    ]),
  );
}

/** SHA-256, in hex, of an event's body; it stays when the body is disposed of, and the salt in the body keeps it from being guessed. */
export function bodyHashOf(body: string): string {
  return hash('sha256', body);
}

/** Fresh salts for so many bodies, drawn at once. */
export function drawSalts(count: number): string[] {
  const text = randomBytes(count * 16).toString('hex');
  return Array.from({ length: count }, (_, index) => text.slice(index * 32, index * 32 + 32));
}

/**
 * Gives hashes to the events that have none: those of a database from before there was a chain. To be run inside the
 * transaction of the migration that left them so.
 */
export function sealEvents(db: Database.Database): void {
  const rows = db
    .prepare(
      `SELECT "id", "at", "personId", "role", "action", "subject", "subjectId", "periodId", "importId", "body" FROM "AuditEvent" WHERE "hash" = '' ORDER BY "id"`,
    )
    .all() as (Omit<Link, 'bodyHash'> & { body: string })[];
  const update = db.prepare(`UPDATE "AuditEvent" SET "bodyHash" = ?, "hash" = ? WHERE "id" = ?`);
  let previous = FIRST_LINK;
  for (const row of rows) {
    const bodyHash = bodyHashOf(row.body);
    previous = linkHash(previous, { ...row, bodyHash });
    update.run(bodyHash, previous, row.id);
  }
}
