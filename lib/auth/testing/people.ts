import { writePassword } from '#lib/db/credentials.ts';
import { insertPerson, insertRole } from '#lib/db/people.ts';
import type { Store } from '#lib/db/store.ts';
import type { Role } from '#lib/domain/permissions.ts';
import { hashPassword } from '../password.ts';

export const PASSWORD = 'en helt rimelig sætning';
/** Hashing takes its time on purpose; once is enough for all that are made here. */
const hash = hashPassword(PASSWORD);

/** Adds a person with a password and roles for everything. Their id is the part before the @. */
export async function addTestPerson(store: Store, email: string, ...roles: Role[]): Promise<string> {
  const id = email.split('@')[0] ?? email;
  const now = new Date();
  const stored = await hash;
  await store.touchTx(async (tx) => {
    await insertPerson(tx, { id, name: `Prøve ${id}`, email, initials: id.slice(0, 3) }, false, now);
    await writePassword(tx, id, stored, now);
    for (const role of roles)
      await insertRole(tx, id, { role, unit: null, from: null, to: null, source: 'person' }, 'test', now.toISOString());
  });
  return id;
}
