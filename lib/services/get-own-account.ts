import { readEnvironment } from '#lib/config/environment.ts';
import { hasPassword } from '#lib/db/credentials.ts';
import { findPerson, listAbsences, listPersons, listRoles } from '#lib/db/people.ts';
import { listSessions, type SessionSummary } from '#lib/db/sessions.ts';
import type { Absence, Person, RoleGiven } from '#lib/domain/person.ts';
import type { Context } from './context.ts';

export interface OwnAccount {
  person: Person;
  hasPassword: boolean;
  roles: RoleGiven[];
  absences: Absence[];
  sessions: SessionSummary[];
  /** Who can stand in for one. */
  others: { id: string; name: string }[];
}

/** What a person sees of themselves on *Min konto*. */
export async function getOwnAccount({ store: { read }, actor }: Context): Promise<OwnAccount> {
  const { personId } = actor;
  const [person, roles, absences, sessions, everyone, withPassword] = await Promise.all([
    findPerson(read, personId),
    listRoles(read, [personId]),
    listAbsences(read, personId),
    listSessions(read, personId, new Date(), readEnvironment().idleMinutes * 60_000),
    listPersons(read),
    hasPassword(read, personId),
  ]);
  if (!person) throw new Error('Whoever is signed in is no person.');
  return {
    person,
    hasPassword: withPassword,
    roles: roles.get(personId) ?? [],
    absences,
    sessions,
    others: everyone
      .filter(({ id, disabledAt }) => id !== personId && disabledAt === null)
      .map(({ id, name }) => ({ id, name })),
  };
}
