import { getStore, type Store } from '#lib/db/store.ts';

/** Whether the database opens and answers. Why not is nothing for whoever asks without being signed in. */
export async function checkHealth(openStore: () => Pick<Store, 'read'> = getStore): Promise<boolean> {
  try {
    await openStore().read.store.findUniqueOrThrow({ where: { id: 1 }, select: { id: true } });
    return true;
  } catch {
    return false;
  }
}
