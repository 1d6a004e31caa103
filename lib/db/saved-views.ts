import type { ReadDb, WriteDb } from './store.ts';

/** A view of a list that somebody saved by name. */
interface SavedView {
  id: number;
  personId: string;
  personName: string;
  name: string;
  /** The list's search parameters. */
  address: string;
  isShared: boolean;
}

/** The views of a list that a person sees: their own and, after them, those that others share; by name. */
export async function listViewRows(db: ReadDb, list: string, personId: string): Promise<SavedView[]> {
  const rows = await db.savedView.findMany({ where: { list, OR: [{ personId }, { shared: true }] } });
  return rows.map(({ shared, id, personId, personName, name, address }) => ({
    id,
    personId,
    personName,
    name,
    address,
    isShared: shared,
  }));
}

/** A view of a person's own; null where they have none of that id. */
export async function findOwnView(
  db: ReadDb,
  personId: string,
  id: number,
): Promise<{ list: string; name: string } | null> {
  const row = await db.savedView.findFirst({ where: { id, personId } });
  return row && { list: row.list, name: row.name };
}

/** Whether a person has another view of a list by that name. */
export async function hasViewNamed(
  db: ReadDb,
  { personId, list, name, id }: { personId: string; list: string; name: string; id: number },
): Promise<boolean> {
  return (await db.savedView.count({ where: { personId, list, name, id: { not: id } } })) > 0;
}

/** How many views a person has of a list, the one of that name left out. */
export async function countOtherViews(db: ReadDb, personId: string, list: string, name: string): Promise<number> {
  return db.savedView.count({ where: { personId, list, name: { not: name } } });
}

/** Saves a view of a person's own; one that they have by the name is replaced. @returns its id */
export async function putView(
  tx: WriteDb,
  { personId, list, name }: { personId: string; list: string; name: string },
  { isShared, ...rest }: { personName: string; address: string; isShared: boolean; at: string },
): Promise<number> {
  const content = { ...rest, shared: isShared };
  const { id } = await tx.savedView.upsert({
    where: { personId_list_name: { personId, list, name } },
    create: { personId, list, name, ...content },
    update: content,
  });
  return id;
}

/** @returns whether the person has such a view */
export async function updateView(
  tx: WriteDb,
  { id, personId }: { id: number; personId: string },
  { name, isShared }: { name: string; isShared: boolean },
): Promise<boolean> {
  const { count } = await tx.savedView.updateMany({ where: { id, personId }, data: { name, shared: isShared } });
  return count === 1;
}

/** @returns whether the person had such a view */
export async function deleteView(tx: WriteDb, { id, personId }: { id: number; personId: string }): Promise<boolean> {
  const { count } = await tx.savedView.deleteMany({ where: { id, personId } });
  return count === 1;
}
