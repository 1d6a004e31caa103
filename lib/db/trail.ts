import type { AuditEvent } from '#lib/domain/audit.ts';
import { toEvent } from './audit.ts';
import { Prisma } from './generated/client.ts';
import type { ReadDb } from './store.ts';

/** What the trail is narrowed to; null: not by this. */
export interface TrailFilter {
  personId: string | null;
  subject: string | null;
  action: string | null;
  /** ISO times, UTC: from `from` on, before `until`. */
  from: string | null;
  until: string | null;
  /** Part of the thing's id. */
  id: string | null;
}

/** By this one index every filter is answered without reading the events themselves. */
const FILTER_INDEX = Prisma.raw('INDEXED BY "AuditEvent_subject_subjectId_action_personId_at_idx"');
const PERSON_INDEX = Prisma.raw('INDEXED BY "AuditEvent_personId_id_idx"');

function conditionsOf({ personId, subject, action, from, until, id }: TrailFilter): Prisma.Sql[] {
  const like = id === null ? null : `%${id.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return [
    personId === null ? null : Prisma.sql`"personId" = ${personId}`,
    subject === null ? null : Prisma.sql`"subject" = ${subject}`,
    action === null ? null : Prisma.sql`"action" = ${action}`,
    from === null ? null : Prisma.sql`"at" >= ${from}`,
    until === null ? null : Prisma.sql`"at" < ${until}`,
    like === null ? null : Prisma.sql`"subjectId" LIKE ${like} ESCAPE '\\'`,
  ].filter((condition) => condition !== null);
}

function indexFor(filter: TrailFilter): Prisma.Sql {
  const named = Object.entries(filter).filter(([, value]) => value !== null);
  if (named.length === 0) return Prisma.empty;
  return named.length === 1 && filter.personId !== null ? PERSON_INDEX : FILTER_INDEX;
}

/** The newest `most` events that the filter leaves, newest first; `before`: only those with a lower id. */
export async function listTrail(
  db: ReadDb,
  filter: TrailFilter,
  before: number | null,
  most: number,
): Promise<AuditEvent[]> {
  const conditions = [...conditionsOf(filter), Prisma.sql`"id" < ${before ?? Number.MAX_SAFE_INTEGER}`];
  const found = await db.$queryRaw<{ id: bigint | number }[]>`
    SELECT "id" FROM "AuditEvent" ${indexFor(filter)} WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY "id" DESC LIMIT ${most}`;
  return readEvents(
    db,
    found.map(({ id }) => Number(id)),
  );
}

/** How many events the filter leaves. */
export async function countTrail(db: ReadDb, filter: TrailFilter): Promise<number> {
  const conditions = conditionsOf(filter);
  const where = conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`;
  const [row] = await db.$queryRaw<
    { n: bigint | number }[]
  >`SELECT count(*) AS "n" FROM "AuditEvent" ${indexFor(filter)} ${where}`;
  return Number(row?.n ?? 0);
}

/** SQLite takes no more values in one statement. */
const MOST_IDS = 500;

async function readEvents(db: ReadDb, ids: readonly number[]): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  for (let begin = 0; begin < ids.length; begin += MOST_IDS) {
    const rows = await db.auditEvent.findMany({
      where: { id: { in: ids.slice(begin, begin + MOST_IDS) } },
      orderBy: { id: 'desc' },
    });
    events.push(...rows.map(toEvent));
  }
  return events;
}

/** Everyone who ever did anything, by the name of their newest event; '' where that was disposed of. */
export async function listTrailPeople(db: ReadDb): Promise<{ id: string; name: string }[]> {
  // From one person's entries in the index straight to the next one's.
  return db.$queryRaw<{ id: string; name: string }[]>`
    WITH RECURSIVE "person"("id") AS (
      SELECT min("personId") FROM "AuditEvent"
      UNION ALL
      SELECT (SELECT min("personId") FROM "AuditEvent" WHERE "personId" > "person"."id") FROM "person" WHERE "person"."id" IS NOT NULL)
    SELECT "id", coalesce((SELECT json_extract("body", '$.name') FROM "AuditEvent" WHERE "personId" = "person"."id" ORDER BY "AuditEvent"."id" DESC LIMIT 1), '') AS "name"
    FROM "person" WHERE "id" IS NOT NULL`;
}
