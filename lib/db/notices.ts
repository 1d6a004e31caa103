import { executeBulk, type WriteDb } from './store.ts';

/** What can wait in a person's inbox: a mention, a returned reconciliation, a dropped approval, a reopened period. */
export type NoticeKind = 'mention' | 'returned' | 'dropped' | 'period-reopened';

export interface NewNotice {
  personId: string;
  kind: NoticeKind;
  periodId: string;
  accountNumber: string | null;
  /** The words that came with it; '' where there were none. */
  text: string;
  fromName: string;
  /** ISO time, UTC */
  at: string;
}

/** Puts notices into people's inboxes. */
export async function createNotices(tx: WriteDb, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map(({ personId, kind, periodId, accountNumber, text, fromName, at }) => [
    personId,
    kind,
    periodId,
    accountNumber,
    text,
    fromName,
    at,
  ]);
  await executeBulk(
    tx,
    `INSERT INTO "Notice" ("personId", "kind", "periodId", "accountNumber", "text", "fromName", "at")
     SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6 FROM json_each(?)`,
    JSON.stringify(rows),
  );
}
