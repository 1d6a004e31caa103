import { readEnvironment } from '#lib/config/environment.ts';
import { isDemo } from '#lib/db/demo.ts';
import { getStore, type Store } from '#lib/db/store.ts';

/**
 * The origin under which browsers reach this installation; null: by this machine's own names only. Always so for the
 * demo, where anyone can choose who to be.
 */
export async function getPublicUrl(openStore: () => Pick<Store, 'read'> = getStore): Promise<string | null> {
  const { publicUrl } = readEnvironment();
  return publicUrl === null || (await isDemo(openStore().read)) ? null : publicUrl;
}
