import type { TextOwner, TextPlace } from '#lib/domain/report-text.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** A draft as it lies in the database: `content` is JSON (lib/schemas/draft.ts). */
export interface StoredDraft {
  version: number;
  content: string;
  /** ISO time, UTC */
  updatedAt: string;
}

interface AccountPlace {
  periodId: string;
  account: string;
}

const ACCOUNTS = 'konto/';

/** What drafts of an account's form are kept under. */
export function accountDraftPlace({ periodId, account }: AccountPlace): string {
  return `${ACCOUNTS}${periodId}/${account}`;
}

/** What drafts of a report's text are kept under. */
export function textDraftPlace(fiscalYear: number, owner: TextOwner, place: TextPlace): string {
  return `${textDraftsOf(fiscalYear)}${owner}/${place}`;
}

/** How the places of a year's texts begin. */
export function textDraftsOf(fiscalYear: number): string {
  return `rapporttekst/${fiscalYear}/`;
}

/** What a person has typed at a place and not saved. */
export async function findDraft(db: ReadDb | WriteDb, personId: string, place: string): Promise<StoredDraft | null> {
  return db.draft.findUnique({
    where: { personId_place: { personId, place } },
    select: { version: true, content: true, updatedAt: true },
  });
}

/** What a person has typed and not saved under places that begin alike, by place. @param since ISO time, UTC */
export async function listDraftsUnder(
  db: ReadDb,
  personId: string,
  prefix: string,
  since: string,
): Promise<Map<string, StoredDraft>> {
  const rows = await db.draft.findMany({
    where: { personId, place: { startsWith: prefix }, updatedAt: { gte: since } },
  });
  return new Map(rows.map(({ place, version, content, updatedAt }) => [place, { version, content, updatedAt }]));
}

/** Keeps a draft in the place of the one before. */
export async function putDraft(tx: WriteDb, personId: string, place: string, draft: StoredDraft): Promise<void> {
  await tx.draft.upsert({
    where: { personId_place: { personId, place } },
    create: { personId, place, ...draft },
    update: draft,
  });
}

/** Removes a person's draft, if there is one. @returns how many there were */
export async function removeDraft(tx: WriteDb, personId: string, place: string): Promise<number> {
  const { count } = await tx.draft.deleteMany({ where: { personId, place } });
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
): Promise<(AccountPlace & { at: string })[]> {
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
