import { recordEvents } from '#lib/db/audit.ts';
import { findPerson, setDisabled } from '#lib/db/people.ts';
import { handsOf } from '#lib/domain/actor.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { personIdInput } from '#lib/schemas/people.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { personEvent } from './person-rules.ts';

/** Lets a person in again who was shut out, with the roles that they still have. */
export async function enablePerson(context: Context, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(personIdInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'managePeople', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const { personId } = parsed.value;
  if (handsOf(acting).includes(personId)) return refused([problem('own-person')]);
  return context.store.writeTx(async (tx): Promise<Result<null>> => {
    if (!(await findPerson(tx, personId))) return refused([problem('unknown-person')]);
    if (!(await setDisabled(tx, personId, null))) return refused([problem('person-enabled')]);
    await recordEvents(tx, acting, new Date().toISOString(), [
      personEvent('update', 'person', personId, { disabled: true }, { disabled: false }),
    ]);
    return done(null);
  }, isDone);
}
