import { accountDraftPlace, findDraft } from '#lib/db/drafts.ts';
import type { ReadDb, WriteDb } from '#lib/db/store.ts';
import { type KeptDraft, keptContent } from '#lib/schemas/draft.ts';

const DAYS_KEPT = 90;

/** Drafts that nobody has touched since then are no more. ISO time, UTC. */
export function oldestDraft(now: Date): string {
  return new Date(now.getTime() - DAYS_KEPT * 24 * 3_600_000).toISOString();
}

/** A person's draft of an account; null where there is none, or none that today's form can show. */
export async function readKeptDraft(
  db: ReadDb | WriteDb,
  personId: string,
  periodId: string,
  account: string,
): Promise<KeptDraft | null> {
  const stored = await findDraft(db, personId, accountDraftPlace({ periodId, account }));
  if (stored === null || stored.updatedAt < oldestDraft(new Date())) return null;
  const content = keptContent.safeParse(JSON.parse(stored.content));
  return content.success ? { version: stored.version, at: stored.updatedAt, content: content.data } : null;
}
