import { readEnvironment } from '#lib/config/environment.ts';
import { recordEvents } from '#lib/db/audit.ts';
import { hasPassword } from '#lib/db/credentials.ts';
import { findPerson, listAbsences, listPersons, listRoles } from '#lib/db/people.ts';
import { listSessions } from '#lib/db/sessions.ts';
import { listUnits, type NamedUnit } from '#lib/db/units.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import type { Absence, Person, RoleGiven } from '#lib/domain/person.ts';
import { actingFor } from './authorise.ts';
import type { Context } from './context.ts';
import { personEvent } from './person-rules.ts';

export interface PersonPage {
  person: Person;
  hasPassword: boolean;
  roles: RoleGiven[];
  absences: Absence[];
  /** How many sessions they have right now. */
  sessions: number;
  units: NamedUnit[];
  /** Who can stand in for them. */
  others: { id: string; name: string }[];
  /** Whether it is the person who asks: nobody changes their own rights. */
  isOwn: boolean;
}

/** All of a person that their administrator works with; null: no such person, or none of the asker's business. */
export async function getPerson(context: Context, personId: string): Promise<PersonPage | null> {
  const acting = actingFor(context, 'managePeople', EVERYWHERE);
  const { read } = context.store;
  const person = acting && (await findPerson(read, personId));
  if (!acting || !person) return null;
  const [roles, absences, sessions, units, everyone, withPassword] = await Promise.all([
    listRoles(read, [personId]),
    listAbsences(read, personId),
    listSessions(read, personId, new Date(), readEnvironment().idleMinutes * 60_000),
    listUnits(read),
    listPersons(read),
    hasPassword(read, personId),
  ]);
  await context.store.touchTx((tx) =>
    recordEvents(tx, acting, new Date().toISOString(), [personEvent('read', 'person', personId, null, null)]),
  );
  return {
    person,
    hasPassword: withPassword,
    roles: roles.get(personId) ?? [],
    absences,
    sessions: sessions.length,
    units,
    others: everyone
      .filter(({ id, disabledAt }) => id !== personId && id !== context.actor.personId && disabledAt === null)
      .map(({ id, name }) => ({ id, name })),
    isOwn: personId === context.actor.personId,
  };
}
