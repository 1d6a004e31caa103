import { randomUUID } from 'node:crypto';
import { recordEvents } from '#lib/db/audit.ts';
import { insertOneTimeCode, type OneTimeCode } from '#lib/db/one-time-links.ts';
import { findPersonByEmail, insertPerson, insertRole } from '#lib/db/people.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { initialsOf } from '#lib/domain/person.ts';
import { personInput } from '#lib/schemas/people.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findRoleProblem, personEvent } from './person-rules.ts';

/** Adds a person, with the roles that they begin with. @returns the code of the link by which they set a password */
export async function addPerson(context: Context, input: unknown): Promise<Result<OneTimeCode & { personId: string }>> {
  const parsed = parseInput(personInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'managePeople', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const { name, email, roles } = parsed.value;
  return context.store.writeTx(async (tx): Promise<Result<OneTimeCode & { personId: string }>> => {
    if (await findPersonByEmail(tx, email)) return refused([problem('email-taken', 'email')]);
    const now = new Date();
    const at = now.toISOString();
    const personId = randomUUID();
    await insertPerson(tx, { id: personId, name, email, initials: initialsOf(name) }, false, now);
    for (const [index, role] of roles.entries()) {
      const fault = await findRoleProblem(tx, acting, personId, role, roles.slice(0, index));
      if (fault) return refused([fault]);
      await insertRole(tx, personId, { ...role, source: 'person' }, context.actor.personId, at);
    }
    const code = await insertOneTimeCode(tx, personId, now);
    await recordEvents(tx, acting, at, [personEvent('create', 'person', personId, null, { name, email, roles })]);
    return done({ ...code, personId });
  }, isDone);
}
