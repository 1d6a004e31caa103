import { countOtherViews, putView } from '#lib/db/saved-views.ts';
import { maySomewhere } from '#lib/domain/permissions.ts';
import { saveViewInput } from '#lib/schemas/views.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/** How many views of one list a person can keep: more than a menu can show is no help. */
const MOST_VIEWS = 100;

/**
 * Saves a list as it stands under a name of one's own; an earlier view of the name is replaced. It holds an
 * address, which shows nobody more than they see. Whoever sees no list shares none. @returns its id
 */
export async function saveView({ actor, store }: Context, input: unknown): Promise<Result<number>> {
  const parsed = parseInput(saveViewInput, input);
  if (!parsed.ok) return parsed;
  const { list, name, address, isShared } = parsed.value;
  if (isShared && !maySomewhere(actor, 'see')) return refused([problem('not-allowed')]);
  return store.touchTx(async (tx): Promise<Result<number>> => {
    if ((await countOtherViews(tx, actor.personId, list, name)) >= MOST_VIEWS)
      return refused([problem('too-many-views', 'name', { most: MOST_VIEWS })]);
    const at = new Date().toISOString();
    const own = { personId: actor.personId, list, name };
    return done(await putView(tx, own, { personName: actor.name, address, isShared, at }));
  }, isDone);
}
