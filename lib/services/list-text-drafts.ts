import { listDraftsUnder, textDraftPlace, textDraftsOf } from '#lib/db/drafts.ts';
import { listFiscalYears, loadOrganisation } from '#lib/db/organisation.ts';
import { SHARED, TEXT_PLACES } from '#lib/domain/report-text.ts';
import type { TextSpot } from '#lib/schemas/report-text.ts';
import type { Context } from './context.ts';
import { oldestDraft } from './kept-draft.ts';
import { findTextPath } from './text-path.ts';

/** A text of a report in which the actor has typed something that is not saved. */
export interface TextDraftLine extends TextSpot {
  /** Of the page on which it is written. */
  path: string;
  /** When it was last typed on; ISO time, UTC. */
  at: string;
}

/** The texts in which the actor has typed something that is not saved, as far as they see them; the newest first. */
export async function listTextDrafts({ store, actor }: Context): Promise<TextDraftLine[]> {
  const db = store.read;
  const since = oldestDraft(new Date());
  const lines: TextDraftLine[] = [];
  for (const fiscalYear of await listFiscalYears(db)) {
    const drafts = await listDraftsUnder(db, actor.personId, textDraftsOf(fiscalYear), since);
    if (drafts.size === 0) continue;
    const { committees } = await loadOrganisation(db, fiscalYear);
    for (const owner of [SHARED, ...committees.map(({ code }) => code)]) {
      for (const place of TEXT_PLACES) {
        const draft = drafts.get(textDraftPlace(fiscalYear, owner, place));
        const path = draft && (await findTextPath(db, actor, { fiscalYear, owner, place }));
        if (draft && path) lines.push({ fiscalYear, owner, place, path, at: draft.updatedAt });
      }
    }
  }
  return lines.sort((left, right) => (left.at > right.at ? -1 : 1));
}
