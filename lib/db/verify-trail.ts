import Database from 'better-sqlite3';
import { bodyHashOf, FIRST_LINK, type Link, linkHash } from './trail-chain.ts';

/** Where a trail ends; kept elsewhere, it tells a trail that was cut or written anew. `id` 0 and `at` '' where there is no event. */
export interface TrailHead {
  id: number;
  hash: string;
  /** ISO time, UTC */
  at: string;
}

/** What is wrong with a trail. */
type TrailFault =
  /** The event is not there: taken away, or another one was given its number. */
  | 'missing'
  /** A field of the event, its place or its hash is not what was written. */
  | 'changed'
  /** What it tells (names, before, after) is not what was written. */
  | 'body-changed'
  /** What it tells was taken away, and no disposal covers it. */
  | 'body-missing'
  /** A disposal is noted that the trail knows nothing of, or not so. */
  | 'disposal-without-event'
  /** The trail tells of a disposal that is not noted any more. */
  | 'event-without-disposal'
  /** The trail ends before the head that was kept. */
  | 'cut'
  /** The event that was the head is another one now: the trail was written anew. */
  | 'other-head'
  /** A trigger that keeps the trail append-only is gone. */
  | 'unguarded';

/** What was found: `fault` names the first bad event by its id (0: none in particular) and a thing by its name; null: good. */
export interface TrailVerdict {
  /** How many events fit, from the first on. */
  events: number;
  head: TrailHead;
  fault: { code: TrailFault; id: number; name: string } | null;
}

/** How many events are read at a time. */
const PAGE = 5_000;

const GUARDS = [
  'AuditEvent_no_delete',
  'AuditEvent_no_update',
  'AuditEvent_in_order',
  'Disposal_no_delete',
  'Disposal_asked',
  'Disposal_two_people',
  'Disposal_stays',
];

type Row = [
  id: number,
  at: string,
  personId: string,
  role: string,
  action: string,
  subject: string,
  subjectId: string,
  periodId: string | null,
  importId: number | null,
  body: string | null,
  bodyHash: string,
  hash: string,
];

const COLUMNS =
  '"id", "at", "personId", "role", "action", "subject", "subjectId", "periodId", "importId", "body", "bodyHash", "hash"';

/**
 * Goes through the trail of a database file from the first event to the last, in one view of it, while others may
 * write. `kept`: the head as it was noted elsewhere at some earlier time.
 * @throws where the file cannot be read
 */
export function verifyTrail(file: string, kept: TrailHead | null = null): TrailVerdict {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    db.exec('BEGIN');
    const disposals = readDisposals(db);
    const chain = verifyChain(db, disposals.before, kept);
    const fault = chain.fault ?? disposals.fault ?? findCut(chain.head, kept) ?? findMissingGuard(db);
    return { ...chain, fault };
  } finally {
    db.close();
  }
}

/** The end of the trail as it stands; nothing is verified. */
export function readHead(file: string): TrailHead {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const newest = db.prepare('SELECT "id", "hash", "at" FROM "AuditEvent" ORDER BY "id" DESC LIMIT 1').get();
    return (newest as TrailHead | undefined) ?? { id: 0, hash: FIRST_LINK, at: '' };
  } finally {
    db.close();
  }
}

function verifyChain(db: Database.Database, disposedBefore: string, kept: TrailHead | null): TrailVerdict {
  const page = db.prepare(`SELECT ${COLUMNS} FROM "AuditEvent" WHERE "id" > ? ORDER BY "id" LIMIT ${PAGE}`).raw();
  let head: TrailHead = { id: 0, hash: FIRST_LINK, at: '' };
  // Events below the first number would be passed over.
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = page.all(last) as Row[];
    for (const row of rows) {
      const code = faultOf(db, row, head, disposedBefore);
      const id = code === 'missing' ? head.id + 1 : row[0];
      if (code !== null) return { events: head.id, head, fault: { code, id, name: '' } };
      head = { id, hash: row[11], at: row[1] };
      if (kept?.id === id && kept.hash !== head.hash) {
        return { events: id, head, fault: { code: 'other-head', id, name: '' } };
      }
    }
    const end = rows.at(-1);
    if (end === undefined) return { events: head.id, head, fault: null };
    last = end[0];
  }
}

/** What is wrong with an event that follows on `head`; null: nothing. */
function faultOf(db: Database.Database, row: Row, head: TrailHead, disposedBefore: string): TrailFault | null {
  const [id, at, personId, role, action, subject, subjectId, periodId, importId, body, bodyHash, hash] = row;
  // An event with a number too low was put in before the first; one too high tells that others are gone.
  if (id !== head.id + 1) return id > head.id + 1 ? 'missing' : 'changed';
  const link: Link = { id, at, personId, role, action, subject, subjectId, periodId, importId, bodyHash };
  if (!isTyped(row) || linkHash(head.hash, link) !== hash || isMisread(db, row)) return 'changed';
  if (body === null) return isCovered(row, disposedBefore) ? null : 'body-missing';
  return bodyHashOf(body) === bodyHash ? null : 'body-changed';
}

/** Whether a disposal of all before the first day of a year took the event's body: what retention.ts takes, and no more. */
function isCovered([, at, , , , subject, , periodId]: Row, before: string): boolean {
  const year = before.slice(0, 4);
  const isOld = before !== '' && at < `${Number(year) - 1}-12-31T23:00:00.000Z`;
  return isOld && subject !== 'disposal' && (periodId === null || periodId.slice(0, 4) < year);
}

/** Texts as texts: the same bytes as another type of value would have the same hash. */
function isTyped(row: Row): boolean {
  const [, at, personId, role, action, subject, subjectId, periodId, importId, body] = row;
  return (
    [at, personId, role, action, subject, subjectId].every((value) => typeof value === 'string') &&
    [periodId, body].every((value) => value === null || typeof value === 'string') &&
    (importId === null || Number.isSafeInteger(importId))
  );
}

/** Bytes that are no UTF-8 are read as a replacement sign: whether such a sign was not there is told by the bytes. */
function isMisread(db: Database.Database, row: Row): boolean {
  if (!row.some((value) => typeof value === 'string' && value.includes('\ufffd'))) return false;
  const names = COLUMNS.split(', ').slice(1);
  const blobs = db
    .prepare(`SELECT ${names.map((name) => `CAST(${name} AS BLOB)`).join(', ')} FROM "AuditEvent" WHERE "id" = ?`)
    .raw()
    .get(row[0]) as (Buffer | null)[];
  return row
    .slice(1)
    .some((value, index) => typeof value === 'string' && !Buffer.from(value).equals(blobs[index] ?? Buffer.alloc(0)));
}

/** A disposal as its event and its row both tell it. */
interface DisposalRow {
  id: number;
  doneAt: string | null;
  before: string;
  kind: string;
}

/** Up to when bodies may be gone, as the trail's own events say; and the first disposal on which rows and events differ. */
function readDisposals(db: Database.Database): { before: string; fault: TrailVerdict['fault'] } {
  const events = db
    .prepare(
      `SELECT "id", "subjectId", CASE json_valid("body") WHEN 1 THEN json_extract("body", '$.after') END AS "after" FROM "AuditEvent" WHERE "subject" = 'disposal' AND "action" = 'dispose' ORDER BY "id"`,
    )
    .all() as { id: number; subjectId: string; after: string | null }[];
  const rows = db.prepare('SELECT * FROM "Disposal" WHERE "doneAt" IS NOT NULL ORDER BY "id"').all() as DisposalRow[];
  const told = new Map(events.map((event) => [event.subjectId, event]));
  const noted = new Set(rows.map(({ id }) => String(id)));
  const untold = rows.find((row) => !isSame(row, told.get(String(row.id))?.after));
  const lost = events.find(({ subjectId }) => !noted.has(subjectId));
  const before = events.reduce((latest, { after }) => {
    const done = JSON.parse(after ?? '{}') as Partial<DisposalRow>;
    return done.kind === 'trail' && (done.before ?? '') > latest ? (done.before ?? '') : latest;
  }, '');
  const fault = untold
    ? { code: 'disposal-without-event' as const, id: told.get(String(untold.id))?.id ?? 0, name: String(untold.id) }
    : lost
      ? { code: 'event-without-disposal' as const, id: lost.id, name: lost.subjectId }
      : null;
  return { before, fault };
}

/** Whether an event tells a row as it stands, whatever the order of its fields. */
function isSame(row: object, told: string | null | undefined): boolean {
  const sorted = (document: object) => JSON.stringify(Object.entries(document).sort());
  return told != null && sorted(row) === sorted(JSON.parse(told));
}

function findCut(head: TrailHead, kept: TrailHead | null): TrailVerdict['fault'] {
  return kept !== null && kept.id > head.id ? { code: 'cut', id: head.id + 1, name: String(kept.id) } : null;
}

function findMissingGuard(db: Database.Database): TrailVerdict['fault'] {
  const there = db.prepare(`SELECT "name" FROM sqlite_master WHERE "type" = 'trigger'`).pluck().all();
  const gone = GUARDS.find((name) => !there.includes(name));
  return gone === undefined ? null : { code: 'unguarded', id: 0, name: gone };
}
