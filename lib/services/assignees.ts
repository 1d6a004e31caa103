import { listPersons, listRoles } from '#lib/db/people.ts';
import type { ReadDb, WriteDb } from '#lib/db/store.ts';
import { type Act, activeOn, type Grant, may, maySomewhere, type Place } from '#lib/domain/permissions.ts';
import type { Person } from '#lib/domain/person.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { type Problem, problem } from './context.ts';

/** Somebody to whom work can be given: with the rights that they have today. */
export type Assignee = Pick<Person, 'id' | 'name' | 'initials' | 'email'> & { grants: readonly Grant[] };

/** Everybody who may do `act`, to log unless it is said, somewhere today, by name. */
export async function loadAssignees(db: ReadDb | WriteDb, act: Act = 'log'): Promise<Assignee[]> {
  const [people, roles] = await Promise.all([listPersons(db), listRoles(db)]);
  const today = danishDate(new Date());
  return people
    .filter(({ disabledAt }) => disabledAt === null)
    .map(({ id, name, initials, email }) => {
      const given = activeOn(roles.get(id) ?? [], today);
      return { id, name, initials, email, grants: given.map(({ role, unit }) => ({ role, unit, onBehalfOf: null })) };
    })
    .filter((person) => maySomewhere(person, act));
}

/** The person whom a text means: initials, e-mail or name, whatever the case; or why it means nobody who may log there. */
export function matchAssignee(people: readonly Assignee[], text: string, place: Place): Assignee | Problem {
  const wanted = text.toLocaleLowerCase('da');
  const named = people.filter(({ initials, email, name }) =>
    [initials, email, name].some((one) => one.toLocaleLowerCase('da') === wanted),
  );
  const able = named.filter((person) => may(person, 'log', place));
  const [only] = able;
  if (only === undefined) return problem(named.length > 0 ? 'assignee-not-there' : 'unknown-assignee');
  return able.length > 1 ? problem('ambiguous-assignee') : only;
}
