import 'server-only';
import { cookies } from 'next/headers';
import { getStore } from '#lib/db/store.ts';
import type { Context } from '#lib/services/context.ts';
import { demoPerson } from './people.ts';

export const PERSON_COOKIE = 'afstemt-person';

/** Who asks in this request, and the store of this process. */
export async function currentContext(): Promise<Context> {
  const jar = await cookies();
  return { actor: demoPerson(jar.get(PERSON_COOKIE)?.value), store: getStore() };
}
