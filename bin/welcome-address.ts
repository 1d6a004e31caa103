import { readEnvironment } from '#lib/config/environment.ts';
import type { Store } from '#lib/db/store.ts';
import { getPublicUrl } from '#lib/services/get-public-url.ts';

/** The one-time link of a code, as it is handed to its person. */
export async function welcomeAddress(store: Store, code: string): Promise<string> {
  const base = (await getPublicUrl(() => store)) ?? `http://127.0.0.1:${readEnvironment().port}`;
  return `${base}/velkommen?kode=${code}`;
}
