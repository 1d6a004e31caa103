import { recordEvents } from '#lib/db/audit.ts';
import { dropPasswordAndFactor } from '#lib/db/credentials.ts';
import { insertOneTimeCode, type OneTimeCode } from '#lib/db/one-time-links.ts';
import { findPerson } from '#lib/db/people.ts';
import { endSessionsOf } from '#lib/db/sessions.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { personIdInput } from '#lib/schemas/people.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { personEvent } from './person-rules.ts';

/**
 * Takes a person's password and second factor away and ends their sessions, for somebody who forgot the one or lost the
 * other. @returns the code of the link by which they set a new password
 */
export async function resetPerson(context: Context, input: unknown): Promise<Result<OneTimeCode>> {
  const parsed = parseInput(personIdInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'managePeople', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const { personId } = parsed.value;
  return context.store.touchTx(async (tx): Promise<Result<OneTimeCode>> => {
    const person = await findPerson(tx, personId);
    if (!person) return refused([problem('unknown-person')]);
    if (person.disabledAt !== null) return refused([problem('person-disabled')]);
    const now = new Date();
    await dropPasswordAndFactor(tx, personId);
    const sessions = await endSessionsOf(tx, personId);
    const code = await insertOneTimeCode(tx, personId, now);
    await recordEvents(tx, acting, now.toISOString(), [
      personEvent(
        'reset',
        'person',
        personId,
        { secondFactor: person.hasSecondFactor },
        { secondFactor: false, sessions },
      ),
    ]);
    return done(code);
  }, isDone);
}
