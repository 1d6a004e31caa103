import { recordEvents } from '#lib/db/audit.ts';
import { listPersons, listRoles } from '#lib/db/people.ts';
import { listUnits, type NamedUnit } from '#lib/db/units.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import type { Person, RoleGiven } from '#lib/domain/person.ts';
import { actingFor } from './authorise.ts';
import type { Context } from './context.ts';
import { personEvent } from './person-rules.ts';

export interface PeoplePage {
  people: (Person & { roles: RoleGiven[] })[];
  /** The units that a role can be limited to. */
  units: NamedUnit[];
}

/** Everybody who can or could sign in, by name; null: who asks does not manage people. That it was read is told. */
export async function listPeople(context: Context): Promise<PeoplePage | null> {
  const acting = actingFor(context, 'managePeople', EVERYWHERE);
  if (!acting) return null;
  const { read } = context.store;
  const [people, roles, units] = await Promise.all([listPersons(read), listRoles(read), listUnits(read)]);
  await context.store.touchTx((tx) =>
    recordEvents(tx, acting, new Date().toISOString(), [
      personEvent('read', 'person', '', null, { people: people.length }),
    ]),
  );
  return { people: people.map((person) => ({ ...person, roles: roles.get(person.id) ?? [] })), units };
}
