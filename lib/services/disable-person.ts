import { recordEvents } from '#lib/db/audit.ts';
import { dropCodesOf } from '#lib/db/one-time-links.ts';
import { findPerson, setDisabled } from '#lib/db/people.ts';
import { endSessionsOf } from '#lib/db/sessions.ts';
import { handsOf } from '#lib/domain/actor.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { personIdInput } from '#lib/schemas/people.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { leavesNoAdministrator, personEvent } from './person-rules.ts';

/** Shuts a person out: their sessions end at once, and they cannot sign in by any way. Their name stays on what they did. */
export async function disablePerson(context: Context, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(personIdInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'managePeople', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const { personId } = parsed.value;
  if (handsOf(acting).includes(personId)) return refused([problem('own-person')]);
  return context.store.writeTx(async (tx): Promise<Result<null>> => {
    const person = await findPerson(tx, personId);
    if (!person) return refused([problem('unknown-person')]);
    if (person.disabledAt !== null) return refused([problem('person-disabled')]);
    const now = new Date();
    const at = now.toISOString();
    const isLast = await leavesNoAdministrator(tx, danishDate(now), async () => {
      await setDisabled(tx, personId, at);
    });
    if (isLast) return refused([problem('last-administrator')]);
    const sessions = await endSessionsOf(tx, personId);
    await dropCodesOf(tx, personId);
    await recordEvents(tx, acting, at, [
      personEvent('disable', 'person', personId, { disabled: false }, { disabled: true, sessions }),
    ]);
    return done(null);
  }, isDone);
}
