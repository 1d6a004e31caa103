import { findOwnView, hasViewNamed, updateView } from '#lib/db/saved-views.ts';
import { maySomewhere } from '#lib/domain/permissions.ts';
import { changeViewInput } from '#lib/schemas/views.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Renames a view of one's own, shares it or shares it no longer. Others' views are not there for anyone but them. */
export async function changeView({ actor, store }: Context, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(changeViewInput, input);
  if (!parsed.ok) return parsed;
  const { id, name, isShared } = parsed.value;
  if (isShared && !maySomewhere(actor, 'see')) return refused([problem('not-allowed')]);
  const { personId } = actor;
  return store.touchTx(async (tx): Promise<Result<null>> => {
    const view = await findOwnView(tx, personId, id);
    if (!view) return refused([problem('unknown-view')]);
    if (await hasViewNamed(tx, { personId, list: view.list, name, id }))
      return refused([problem('view-name-taken', 'name', { name })]);
    const isThere = await updateView(tx, { id, personId }, { name, isShared });
    return isThere ? done(null) : refused([problem('unknown-view')]);
  }, isDone);
}
