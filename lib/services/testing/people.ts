import { COMMAND_LINE } from '#lib/auth/people.ts';
import { addTestPerson } from '#lib/auth/testing/people.ts';
import { listGrantsToday } from '#lib/db/sessions.ts';
import type { Store } from '#lib/db/store.ts';
import { ROLES } from '#lib/domain/permissions.ts';
import type { Context, Result } from '../context.ts';

export const ORIGIN = { channel: 'screen' as const, address: '127.0.0.1' };
export const ALWAYS = { unit: null, from: null, to: null };
export const TODAY = '2026-06-15';

/** A person with the rights that they have on `today`. */
export async function contextOf(store: Store, personId: string, today = TODAY): Promise<Context> {
  const grants = await listGrantsToday(store.read, personId, today);
  return { store, actor: { personId, name: personId, initials: '', grants, origin: ORIGIN } };
}

/** Fills a store with one person a role, whose id is the role's name in small letters, and a second administrator. */
export async function fillWithPeople(store: Store) {
  for (const role of ROLES) await addTestPerson(store, `${role}@kommune.dk`.toLowerCase(), role);
  await addTestPerson(store, 'second@kommune.dk', 'administrator');
  return {
    store,
    administrator: await contextOf(store, 'administrator'),
    commandLine: { store, actor: COMMAND_LINE },
  };
}

/** `ok`, or the code of the first problem. */
export const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problems[0]?.code);
