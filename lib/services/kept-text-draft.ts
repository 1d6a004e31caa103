import { findDraft, type StoredDraft, textDraftPlace } from '#lib/db/drafts.ts';
import type { ReadDb, WriteDb } from '#lib/db/store.ts';
import { type KeptTextDraft, keptTextContent, type TextSpot } from '#lib/schemas/report-text.ts';
import { oldestDraft } from './kept-draft.ts';

/** A person's draft of a text of the report; null where there is none, or none that today's editor can show. */
export async function readKeptTextDraft(
  db: ReadDb | WriteDb,
  personId: string,
  { fiscalYear, owner, place }: TextSpot,
): Promise<KeptTextDraft | null> {
  const stored = await findDraft(db, personId, textDraftPlace(fiscalYear, owner, place));
  return stored === null || stored.updatedAt < oldestDraft(new Date()) ? null : toKept(stored);
}

/** A stored draft as the editor takes it; null where it is none that today's editor can show. */
export function toKept({ version, content, updatedAt }: StoredDraft): KeptTextDraft | null {
  const parsed = keptTextContent.safeParse(JSON.parse(content));
  return parsed.success ? { version, at: updatedAt, content: parsed.data } : null;
}
