import type { ReadDb, WriteDb } from './store.ts';

/** What somebody said about an account or, with a committee, about its finding. */
export interface Comment {
  id: number;
  committee: string | null;
  text: string;
  personName: string;
  /** ISO time, UTC */
  at: string;
}

/** The comments of an account in a period, oldest first. */
export async function listCommentRows(db: ReadDb, periodId: string, account: string): Promise<Comment[]> {
  const rows = await db.comment.findMany({
    where: { periodId, accountNumber: account },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, committeeCode, text, personName, at }) => ({
    id,
    committee: committeeCode,
    text,
    personName,
    at,
  }));
}

/** @returns its id */
export async function createComment(
  tx: WriteDb,
  place: { periodId: string; account: string; committee: string | null },
  said: { text: string; personId: string; personName: string; at: string },
): Promise<number> {
  const { periodId, account, committee } = place;
  const { id } = await tx.comment.create({
    data: { periodId, accountNumber: account, committeeCode: committee, ...said },
  });
  return id;
}
