import type { Store } from '#lib/db/store.ts';
import { type Caller, findCaller } from '../find-caller.ts';
import { readSecret, readSignedValue } from '../secret.ts';
import type { Browser } from './browser.ts';

export const ORIGIN = { channel: 'screen' as const, address: '127.0.0.1' };
export const HOUR = 3_600_000;

/** The token of a browser's session; '' without one. */
export function tokenOf(store: Store, browser: Browser): string {
  const cookie = browser.session;
  return readSignedValue(cookie && decodeURIComponent(cookie), readSecret(store.folder)) ?? '';
}

/** Who a browser is signed in as, where sessions end after an idle hour. */
export function callerOf(store: Store, browser: Browser): Promise<Caller | null> {
  return findCaller(store, tokenOf(store, browser), ORIGIN, HOUR);
}

/** The trail: action, subject and person of each event. */
export async function eventsOf(store: Store): Promise<string[][]> {
  const rows = await store.read.auditEvent.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ action, subject, personId }) => [action, subject, personId]);
}
