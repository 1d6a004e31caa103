import type { ReadDb, WriteDb } from './store.ts';

/** The names of everyone there ever was, by id. Whose name is gone, or who is no person, is missing. */
export async function listPersonNames(db: ReadDb | WriteDb): Promise<Map<string, string>> {
  const rows = await db.person.findMany({ select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
