import { listViewRows } from '#lib/db/saved-views.ts';
import { maySomewhere } from '#lib/domain/permissions.ts';
import { compareDanish } from '#lib/format/sort.ts';
import { viewedList } from '#lib/schemas/views.ts';
import type { Context } from './context.ts';

/** A view of a list as it is offered. */
export interface ListedView {
  id: number;
  name: string;
  /** The list's search parameters. */
  address: string;
  isShared: boolean;
  isOwn: boolean;
  /** Whose it is. */
  owner: string;
}

/**
 * The views of a list that the actor can choose: their own first, then those that others share with everyone who may
 * see the list. A view holds an address and nothing of what stands there. None where there is no such list.
 */
export async function listViews({ actor, store }: Context, list: unknown): Promise<ListedView[]> {
  const known = viewedList.safeParse(list);
  if (!known.success || !maySomewhere(actor, 'see')) return [];
  const rows = await listViewRows(store.read, known.data, actor.personId);
  return rows
    .map(({ personId, personName, ...view }) => ({ ...view, isOwn: personId === actor.personId, owner: personName }))
    .sort(
      (left, right) =>
        Number(right.isOwn) - Number(left.isOwn) || compareDanish(left.name, right.name) || left.id - right.id,
    );
}
