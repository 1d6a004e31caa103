import { removeDraft, textDraftPlace } from '#lib/db/drafts.ts';
import { findTextVersion } from '#lib/db/report-texts.ts';
import type { TextDocument, TextStatus } from '#lib/domain/report-text.ts';
import { areSame } from '#lib/format/align-blocks.ts';
import { type MergePiece, mergeDocuments, wholeOf } from '#lib/format/merge-texts.ts';
import { textDocument, textInput } from '#lib/schemas/report-text.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { type TextAtWork, workOnText } from './text-rights.ts';
import { writeVersion } from './write-version.ts';

/** What came of a save. */
export type SavedText =
  | {
      kind: 'saved';
      version: number;
      status: TextStatus;
      /** What the text says now. */
      document: TextDocument;
      /** Another had stored something since: theirs stands in the document too. */
      isMerged: boolean;
      /** It was ready or approved, and is a draft again. */
      isReopened: boolean;
      /** ISO time, UTC; '' where nobody has written it. */
      updatedAt: string;
    }
  /** Another changed the same blocks: nothing is stored, and nothing of either is lost. */
  | {
      kind: 'changed-by-another';
      version: number;
      byName: string;
      /** ISO time, UTC */
      at: string;
      mine: TextDocument;
      theirs: TextDocument;
      pieces: MergePiece[];
    };

/**
 * Stores a text of the report as a version of its own. What others have stored since it was begun is merged into it
 * block by block; where both changed the same block, the writer is asked. A text that was ready or approved is a draft
 * again. To store what stands there already changes nothing.
 */
export async function saveReportText(context: Context, input: unknown): Promise<Result<SavedText>> {
  const parsed = parseInput(textInput, input);
  if (!parsed.ok) return parsed;
  const { version: begunFrom, document: mine, ...spot } = parsed.value;
  return workOnText(
    context,
    ['writeText'],
    spot,
    async (at): Promise<Result<SavedText>> => {
      const { tx, text } = at;
      const version = text?.version ?? 0;
      const theirs = text?.document ?? [];
      const base = begunFrom === version ? theirs : await findBase(at, spot, begunFrom);
      if (base === null) return refused([problem('unknown-text-version')]);
      const pieces = mergeDocuments(base, mine, theirs);
      const whole = wholeOf(pieces);
      if (whole === null) {
        const [byName, changedAt] = [text?.updatedByName ?? '', text?.updatedAt ?? ''];
        return done({ kind: 'changed-by-another', version, byName, at: changedAt, mine, theirs, pieces });
      }
      // Two that fit can together be more than any text may be.
      const fitting = parseInput(textDocument, whole);
      if (!fitting.ok) return fitting;
      const document = fitting.value;
      await removeDraft(tx, context.actor.personId, textDraftPlace(spot.fiscalYear, spot.owner, spot.place));
      const isMerged = !areSame(document, mine) && text?.updatedById !== context.actor.personId;
      if (areSame(document, theirs)) {
        const status = text?.status ?? 'draft';
        const updatedAt = text?.updatedAt ?? '';
        return done({ kind: 'saved', version, status, document, isMerged, isReopened: false, updatedAt });
      }
      const stored = await writeVersion(at, spot, { document });
      const isReopened = text !== null && text.status !== 'draft';
      return done({ kind: 'saved', ...stored, document, isMerged, isReopened });
    },
    (result) => result.ok && result.value.kind === 'saved',
  );
}

/** What the text said when the writer began; null where it has never had that version. */
async function findBase(
  { tx }: TextAtWork,
  spot: Parameters<typeof findTextVersion>[1],
  version: number,
): Promise<TextDocument | null> {
  if (version === 0) return [];
  return (await findTextVersion(tx, spot, version))?.document ?? null;
}
