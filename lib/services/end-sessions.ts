import { recordEvents } from '#lib/db/audit.ts';
import { findPerson } from '#lib/db/people.ts';
import { endSessionsOf } from '#lib/db/sessions.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { personIdInput } from '#lib/schemas/people.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { personEvent } from './person-rules.ts';

/** Signs a person out everywhere. @returns how many sessions that were */
export async function endSessions(context: Context, input: unknown): Promise<Result<number>> {
  const parsed = parseInput(personIdInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'managePeople', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const { personId } = parsed.value;
  return context.store.touchTx(async (tx): Promise<Result<number>> => {
    if (!(await findPerson(tx, personId))) return refused([problem('unknown-person')]);
    const sessions = await endSessionsOf(tx, personId);
    await recordEvents(tx, acting, new Date().toISOString(), [
      personEvent('signOut', 'person', personId, { sessions }, { sessions: 0 }),
    ]);
    return done(sessions);
  }, isDone);
}
