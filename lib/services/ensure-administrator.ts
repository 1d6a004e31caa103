import { recordEvents } from '#lib/db/audit.ts';
import { hasPassword } from '#lib/db/credentials.ts';
import { isDemo } from '#lib/db/demo.ts';
import { insertOneTimeCode, type OneTimeCode } from '#lib/db/one-time-links.ts';
import { countPersons, findPerson, insertPerson, insertRole } from '#lib/db/people.ts';
import type { Person } from '#lib/domain/person.ts';
import { actingAsSelf } from './authorise.ts';
import type { Context } from './context.ts';
import { personEvent } from './person-rules.ts';

const FIRST = {
  id: 'foerste-administrator',
  name: 'Administrator',
  initials: 'ADM',
  email: 'administrator@afstemt.invalid',
};

/** Whether somebody is the first administrator and has not yet said who they are. */
export function isNameless({ id, email }: Person): boolean {
  return id === FIRST.id && email === FIRST.email;
}

/**
 * Makes the first administrator of an installation without people.
 * @returns the code of the link by which they come in, anew at each start until it has been used; null: there is
 * somebody already, or it is a demo
 */
export async function ensureAdministrator(context: Context): Promise<OneTimeCode | null> {
  const { store, actor } = context;
  if (await isDemo(store.read)) return null;
  return store.writeTx(async (tx) => {
    const now = new Date();
    const at = now.toISOString();
    if ((await countPersons(tx)) === 0) {
      const role = { role: 'administrator' as const, unit: null, from: null, to: null };
      await insertPerson(tx, FIRST, false, now);
      await insertRole(tx, FIRST.id, { ...role, source: 'person' }, actor.personId, at);
      await recordEvents(tx, actingAsSelf(context), at, [
        personEvent('create', 'person', FIRST.id, null, { name: FIRST.name, roles: [role] }),
      ]);
    }
    const first = await findPerson(tx, FIRST.id);
    if (!first || first.disabledAt !== null || !isNameless(first) || (await hasPassword(tx, FIRST.id))) return null;
    return insertOneTimeCode(tx, FIRST.id, now);
  });
}
