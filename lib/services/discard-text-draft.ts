import { removeDraft, textDraftPlace } from '#lib/db/drafts.ts';
import { textSpot } from '#lib/schemas/report-text.ts';
import { type Context, done, type Result } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Forgets what the actor has typed in a text of the report and not saved. Others' drafts are not there for them. */
export async function discardTextDraft(
  { store, actor }: Context,
  input: unknown,
): Promise<Result<{ discarded: number }>> {
  const parsed = parseInput(textSpot, input);
  if (!parsed.ok) return parsed;
  const { fiscalYear, owner, place } = parsed.value;
  const draft = textDraftPlace(fiscalYear, owner, place);
  return done({ discarded: await store.touchTx((tx) => removeDraft(tx, actor.personId, draft)) });
}
