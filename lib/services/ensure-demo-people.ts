import { DEMO_PEOPLE } from '#lib/auth/people.ts';
import { recordEvents } from '#lib/db/audit.ts';
import { findPerson, insertPerson, insertRole } from '#lib/db/people.ts';
import type { WriteDb } from '#lib/db/store.ts';
import type { Actor } from '#lib/domain/actor.ts';

/** Who makes the demo: not one of its people. */
const LOADER: Actor = {
  personId: 'demo',
  name: 'Demoen',
  initials: '',
  grants: [],
  origin: { channel: 'loader', address: '' },
};

/** Adds those of the demo's people who are not there yet, with their roles. To be called in the loader's transaction. */
export async function ensureDemoPeople(tx: WriteDb): Promise<void> {
  const now = new Date();
  const acting = { actor: LOADER, role: '' as const, onBehalfOf: null };
  for (const [index, { personId, name, initials, grants }] of Object.values(DEMO_PEOPLE).entries()) {
    if (await findPerson(tx, personId)) continue;
    const person = { id: personId, name, initials, email: `${personId}@afstemt.example` };
    // A moment apart, so that they are listed in this order.
    await insertPerson(tx, person, true, new Date(now.getTime() + index));
    const roles = grants.map(({ role, unit }) => ({ role, unit, from: null, to: null }));
    for (const role of roles)
      await insertRole(tx, personId, { ...role, source: 'person' }, LOADER.personId, now.toISOString());
    await recordEvents(tx, acting, now.toISOString(), [
      {
        action: 'create',
        subject: 'person',
        subjectId: personId,
        periodId: null,
        importId: null,
        before: null,
        after: { name, roles },
      },
    ]);
  }
}
