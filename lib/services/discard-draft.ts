import { accountDraftPlace, removeDraft } from '#lib/db/drafts.ts';
import { draftPlace } from '#lib/schemas/draft.ts';
import { type Context, done, type Result } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Forgets what the actor has typed on an account and not saved. Others' drafts are not there for them. */
export async function discardDraft({ store, actor }: Context, input: unknown): Promise<Result<{ discarded: number }>> {
  const parsed = parseInput(draftPlace, input);
  if (!parsed.ok) return parsed;
  const place = accountDraftPlace(parsed.value);
  const discarded = await store.touchTx((tx) => removeDraft(tx, actor.personId, place));
  return done({ discarded });
}
