import { listReportTexts, type StoredText } from '#lib/db/report-texts.ts';
import type { ReadDb, WriteDb } from '#lib/db/store.ts';
import { listSuccessions } from '#lib/db/successions.ts';
import { isEmptyText, SHARED, type TextOwner, type TextPlace } from '#lib/domain/report-text.ts';
import { makeSuccessor } from '#lib/domain/succession.ts';

/**
 * What an owner's texts said the year before, by place: also those of a committee that this one took the place of. Of
 * several that merged into it, its own name comes first.
 */
export async function findEarlierTexts(
  db: ReadDb | WriteDb,
  fiscalYear: number,
  owner: TextOwner,
): Promise<Map<TextPlace, StoredText>> {
  const owners = await findEarlierOwners(db, fiscalYear, owner);
  const texts = (await listReportTexts(db, fiscalYear - 1, owners)).filter(({ document }) => !isEmptyText(document));
  const inOrder = owners.toReversed().flatMap((code) => texts.filter((text) => text.owner === code));
  return new Map(inOrder.map((text) => [text.place, text]));
}

/** What an owner was called the year before: several where committees merged into it, none where it is new. */
async function findEarlierOwners(db: ReadDb | WriteDb, fiscalYear: number, owner: TextOwner): Promise<TextOwner[]> {
  if (owner === SHARED) return [SHARED];
  const successions = await listSuccessions(db);
  const successorOf = makeSuccessor(successions, 'committee', fiscalYear - 1, fiscalYear);
  const known = [owner, ...successions.filter(({ kind }) => kind === 'committee').map(({ from }) => from)];
  return [...new Set(known)].filter((code) => successorOf(code) === owner);
}
