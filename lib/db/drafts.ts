import type { ReadDb, WriteDb } from './store.ts';

/** A draft as it lies in the database: `content` is JSON (lib/schemas/draft.ts). */
interface StoredDraft {
  version: number;
  content: string;
  /** ISO time, UTC */
  updatedAt: string;
}

interface DraftPlace {
  periodId: string;
  account: string;
}

const ACCOUNTS = 'konto/';

function placeOf(periodId: string, account: string): string {
  return `${ACCOUNTS}${periodId}/${account}`;
}

/** What a person has typed on an account and not saved. */
export async function findDraft(
  db: ReadDb | WriteDb,
  personId: string,
  periodId: string,
  account: string,
): Promise<StoredDraft | null> {
  return db.draft.findUnique({
    where: { personId_place: { personId, place: placeOf(periodId, account) } },
    select: { version: true, content: true, updatedAt: true },
  });
}

/** Keeps a draft in the place of the one before. */
export async function putDraft(
  tx: WriteDb,
  personId: string,
  { periodId, account }: DraftPlace,
  draft: StoredDraft,
): Promise<void> {
  const place = placeOf(periodId, account);
  await tx.draft.upsert({
    where: { personId_place: { personId, place } },
    create: { personId, place, ...draft },
    update: draft,
  });
}

/** Removes a person's draft of an account, if there is one. @returns how many there were */
export async function removeDraft(tx: WriteDb, personId: string, periodId: string, account: string): Promise<number> {
  const { count } = await tx.draft.deleteMany({ where: { personId, place: placeOf(periodId, account) } });
  return count;
}

/** Removes everybody's drafts that nobody has touched since. @param before ISO time, UTC */
export async function removeOldDrafts(tx: WriteDb, before: string): Promise<void> {
  await tx.draft.deleteMany({ where: { updatedAt: { lt: before } } });
}

/** The accounts that a person has drafts of, the newest first. @param since ISO time, UTC */
export async function listDraftPlaces(
  db: ReadDb,
  personId: string,
  since: string,
): Promise<(DraftPlace & { at: string })[]> {
  const rows = await db.draft.findMany({
    where: { personId, place: { startsWith: ACCOUNTS }, updatedAt: { gte: since } },
    select: { place: true, updatedAt: true },
    orderBy: { updatedAt: 'desc' },
  });
  return rows.map(({ place, updatedAt }) => {
    const [periodId = '', ...account] = place.slice(ACCOUNTS.length).split('/');
    return { periodId, account: account.join('/'), at: updatedAt };
  });
}
