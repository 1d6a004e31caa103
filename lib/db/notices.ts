import { executeBulk, type ReadDb, type WriteDb } from './store.ts';

/**
 * What can wait in a person's inbox: a mention, a returned reconciliation, a dropped approval, a reopened period, an
 * import that was taken back, a text of the report that was given to them or sent back.
 */
type NoticeKind =
  | 'mention'
  | 'returned'
  | 'dropped'
  | 'period-reopened'
  | 'import-undone'
  | 'text-assigned'
  | 'text-returned';

export interface NewNotice {
  personId: string;
  kind: NoticeKind;
  periodId: string;
  accountNumber: string | null;
  /** The text of the report that it is about, as the trail knows it: `2023/BIU/kategorier`. */
  subjectId?: string | null;
  /** The words that came with it; '' where there were none. */
  text: string;
  fromName: string;
  /** ISO time, UTC */
  at: string;
}

/** Puts notices into people's inboxes. */
export async function createNotices(tx: WriteDb, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map(({ personId, kind, periodId, accountNumber, subjectId, text, fromName, at }) => [
    personId,
    kind,
    periodId,
    accountNumber,
    text,
    fromName,
    at,
    subjectId ?? null,
  ]);
  await executeBulk(
    tx,
    `INSERT INTO "Notice" ("personId", "kind", "periodId", "accountNumber", "text", "fromName", "at", "subjectId")
     SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7 FROM json_each(?)`,
    JSON.stringify(rows),
  );
}

export interface StoredNotice extends NewNotice {
  id: number;
  /** ISO time, UTC; null until the person has read it. */
  readAt: string | null;
}

/** A person's notices, unread ones first, then the newest; of those that were read only the last `mostRead`. */
export async function listNotices(db: ReadDb, personId: string, mostRead: number): Promise<StoredNotice[]> {
  const [unread, read] = await Promise.all([
    db.notice.findMany({ where: { personId, readAt: null }, orderBy: { id: 'desc' } }),
    db.notice.findMany({ where: { personId, readAt: { not: null } }, orderBy: { id: 'desc' }, take: mostRead }),
  ]);
  return [...unread, ...read].map((row) => ({ ...row, kind: row.kind as NoticeKind }));
}

/** Marks a person's own notices as read, those named or all. @returns how many were unread */
export async function markNoticesRead(
  tx: WriteDb,
  personId: string,
  ids: readonly number[] | null,
  at: string,
): Promise<number> {
  const named = ids === null ? {} : { id: { in: [...ids] } };
  const { count } = await tx.notice.updateMany({ where: { personId, readAt: null, ...named }, data: { readAt: at } });
  return count;
}
