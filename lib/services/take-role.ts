import { recordEvents } from '#lib/db/audit.ts';
import { deleteRole, findRole } from '#lib/db/people.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { roleIdInput } from '#lib/schemas/people.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { leavesNoAdministrator, personEvent } from './person-rules.ts';

/** Takes a role from a person. It is gone with their next click: rights are read anew for each request. */
export async function takeRole(context: Context, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(roleIdInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'managePeople', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const { personId, roleId } = parsed.value;
  return context.store.writeTx(async (tx): Promise<Result<null>> => {
    const found = await findRole(tx, roleId);
    if (found?.personId !== personId) return refused([problem('unknown-role')]);
    const now = new Date();
    if (await leavesNoAdministrator(tx, danishDate(now), () => deleteRole(tx, roleId)))
      return refused([problem('last-administrator')]);
    await recordEvents(tx, acting, now.toISOString(), [
      personEvent('remove', 'roleGrant', personId, found.given, null),
    ]);
    return done(null);
  }, isDone);
}
