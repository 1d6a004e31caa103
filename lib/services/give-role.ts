import { recordEvents } from '#lib/db/audit.ts';
import { findPerson, insertRole, listRoles } from '#lib/db/people.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { roleInput } from '#lib/schemas/people.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findRoleProblem, personEvent } from './person-rules.ts';

/** Gives a person a role, for a unit or for everything, from and to a date. @returns the role's id */
export async function giveRole(context: Context, input: unknown): Promise<Result<number>> {
  const parsed = parseInput(roleInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'managePeople', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const { personId, ...role } = parsed.value;
  return context.store.writeTx(async (tx): Promise<Result<number>> => {
    if (!(await findPerson(tx, personId))) return refused([problem('unknown-person')]);
    const existing = (await listRoles(tx, [personId])).get(personId) ?? [];
    const fault = await findRoleProblem(tx, acting, personId, role, existing);
    if (fault) return refused([fault]);
    const at = new Date().toISOString();
    const id = await insertRole(tx, personId, { ...role, source: 'person' }, context.actor.personId, at);
    await recordEvents(tx, acting, at, [personEvent('create', 'roleGrant', personId, null, { id, ...role })]);
    return done(id);
  }, isDone);
}
