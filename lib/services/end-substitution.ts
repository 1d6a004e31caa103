import { recordEvents } from '#lib/db/audit.ts';
import { deleteAbsence, findAbsence } from '#lib/db/people.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { substitutionIdInput } from '#lib/schemas/people.ts';
import { actingAsSelf, actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { personEvent } from './person-rules.ts';

/** Takes a substitution back: whoever is away does, or an administrator. Of others' there is nothing to be known. */
export async function endSubstitution(context: Context, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(substitutionIdInput, input);
  if (!parsed.ok) return parsed;
  const manager = actingFor(context, 'managePeople', EVERYWHERE);
  return context.store.writeTx(async (tx): Promise<Result<null>> => {
    const found = await findAbsence(tx, parsed.value.substitutionId);
    const isOwn = found?.absentId === context.actor.personId;
    const acting = isOwn ? actingAsSelf(context) : manager;
    if (!found || !acting) return refused([problem('unknown-substitution')]);
    await deleteAbsence(tx, found.id);
    await recordEvents(tx, acting, new Date().toISOString(), [
      personEvent('remove', 'substitution', found.absentId, found, null),
    ]);
    return done(null);
  }, isDone);
}
