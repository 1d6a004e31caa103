import 'server-only';
import { headers } from 'next/headers';
import { getStore } from '#lib/db/store.ts';
import type { Result } from '#lib/services/context.ts';
import { setPassword } from '#lib/services/set-password.ts';
import { originOf } from './origin.ts';

/** setPassword for whoever is on the other end of this request. */
export async function choosePassword(input: unknown): Promise<Result<null>> {
  return setPassword({ store: getStore(), origin: originOf(await headers()) }, input);
}
