import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { readEnvironment } from '#lib/config/environment.ts';
import { getStore } from '#lib/db/store.ts';
import { notePerson } from '#lib/log/request-scope.ts';
import type { Context } from '#lib/services/context.ts';
import { getPublicUrl } from '#lib/services/get-public-url.ts';
import { sessionCookieName } from './auth.ts';
import { type Caller, findCaller } from './find-caller.ts';
import { originOf } from './origin.ts';
import { safeReturnPath } from './return-path.ts';
import { readSecret, readSignedValue } from './secret.ts';

/** Set by proxy.ts on each request for a page: the address that was asked for, which no page knows by itself. */
const ADDRESS_HEADER = 'x-afstemt-address';

const currentCaller = cache(async (): Promise<Caller | null> => {
  const store = getStore();
  const [jar, sent, publicUrl] = await Promise.all([cookies(), headers(), getPublicUrl()]);
  const token = readSignedValue(jar.get(sessionCookieName(publicUrl))?.value, readSecret(store.folder));
  if (token === null) return null;
  const caller = await findCaller(store, token, originOf(sent), readEnvironment().idleMinutes * 60_000);
  if (caller !== null) notePerson(caller.context.actor.personId);
  return caller;
});

/** Who asks in this request, and the store of this process; null: nobody who may. For what is no page. */
export async function findContext(): Promise<Context | null> {
  const caller = await currentCaller();
  return caller === null || caller.lacksSecondFactor ? null : caller.context;
}

/** As findContext, for pages and their actions: whoever is not signed in gets to do that first, and nothing else runs. */
export async function currentContext(): Promise<Context> {
  const { context, lacksSecondFactor } = await currentOwnCaller();
  if (lacksSecondFactor) redirect('/min-konto');
  return context;
}

/** Whoever is signed in, also one who first has to set up a second factor: for the frame and a person's own page. */
export async function currentOwnCaller(): Promise<Caller> {
  const caller = await currentCaller();
  if (caller !== null) return caller;
  const wanted = safeReturnPath((await headers()).get(ADDRESS_HEADER));
  redirect(wanted === '/' ? '/log-ind' : `/log-ind?til=${encodeURIComponent(wanted)}`);
}
