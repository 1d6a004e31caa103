import { deleteView } from '#lib/db/saved-views.ts';
import { removeViewInput } from '#lib/schemas/views.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Removes a view of one's own. Others' views are not there for anyone but them. */
export async function removeView({ actor, store }: Context, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(removeViewInput, input);
  if (!parsed.ok) return parsed;
  const isGone = await store.touchTx((tx) => deleteView(tx, { id: parsed.value.id, personId: actor.personId }));
  return isGone ? done(null) : refused([problem('unknown-view')]);
}
