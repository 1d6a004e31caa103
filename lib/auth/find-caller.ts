import { findSignedIn, touchSession } from '#lib/db/sessions.ts';
import { readSignInSettings } from '#lib/db/sign-in-settings.ts';
import type { Store } from '#lib/db/store.ts';
import type { Origin } from '#lib/domain/actor.ts';
import { danishDate } from '#lib/format/date-time.ts';
import type { Context } from '#lib/services/context.ts';

/** Somebody who is signed in. */
export interface Caller {
  context: Context;
  sessionId: string;
  /** They approve or administer, the settings ask such people for a second factor, and they have none yet. */
  lacksSecondFactor: boolean;
}

/** Using a session is noted at most this often. */
const NOTED_EVERY_MS = 60_000;

/** Whoever a session's token is of, with today's rights; null where it has ended. Their rights are read anew each time. */
export async function findCaller(store: Store, token: string, origin: Origin, idleMs: number): Promise<Caller | null> {
  const now = new Date();
  const signedIn = await findSignedIn(store.read, token, now, idleMs, danishDate(now));
  if (signedIn === null) return null;
  const { sessionId, lastSeen, person, grants } = signedIn;
  if (now.getTime() - lastSeen.getTime() > NOTED_EVERY_MS)
    await store.touchTx((tx) => touchSession(tx, sessionId, now));
  const isSensitive = grants.some(({ role }) => role === 'approver' || role === 'administrator');
  // Whoever has no password comes by an identity provider, which answers for the second factor.
  const asksForSecondFactor = isSensitive && person.hasPassword && !person.hasSecondFactor;
  return {
    context: {
      store,
      actor: { personId: person.id, name: person.name, initials: person.initials, grants, origin },
    },
    sessionId,
    lacksSecondFactor: asksForSecondFactor && (await readSignInSettings(store.read)).requiresSecondFactor,
  };
}
