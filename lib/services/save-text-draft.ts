import { putDraft, removeOldDrafts, textDraftPlace } from '#lib/db/drafts.ts';
import { type KeptTextDraft, textDraftInput } from '#lib/schemas/report-text.ts';
import { type Context, done, isDone, type Result, refused } from './context.ts';
import { oldestDraft } from './kept-draft.ts';
import { readKeptTextDraft } from './kept-text-draft.ts';
import { parseInput } from './parse-input.ts';
import { permitText } from './text-rights.ts';

/** `at`: when it was kept (ISO time, UTC), by which the next one says what it continues. */
type SavedTextDraft = { kept: true; at: string } | { kept: false; other: KeptTextDraft };

/**
 * Keeps what somebody has typed in a text of the report and not saved, for them alone. A draft that another of their
 * pages has kept meanwhile is answered and left as it is. Nothing that is typed but not saved is told by the trail.
 */
export async function saveTextDraft(context: Context, input: unknown): Promise<Result<SavedTextDraft>> {
  const { store, actor } = context;
  const parsed = parseInput(textDraftInput, input);
  if (!parsed.ok) return parsed;
  const { version, content, continues, ...spot } = parsed.value;
  return store.touchTx(async (tx): Promise<Result<SavedTextDraft>> => {
    const permitted = await permitText(tx, context, ['writeText'], spot);
    if ('code' in permitted) return refused([permitted]);
    const other = await readKeptTextDraft(tx, actor.personId, spot);
    const continued = other === null || other.at === continues || other.content.on.tab === content.on.tab;
    if (!continued) return done({ kept: false, other });
    const now = new Date();
    await removeOldDrafts(tx, oldestDraft(now));
    const at = now.toISOString();
    const place = textDraftPlace(spot.fiscalYear, spot.owner, spot.place);
    await putDraft(tx, actor.personId, place, { version, content: JSON.stringify(content), updatedAt: at });
    return done({ kept: true, at });
  }, isDone);
}
