import { recordEvents } from '#lib/db/audit.ts';
import { endSessionOf } from '#lib/db/sessions.ts';
import { sessionIdInput } from '#lib/schemas/people.ts';
import { actingAsSelf } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { personEvent } from './person-rules.ts';

/** Ends one of the person's own sessions, such as one left open elsewhere. Others' are as if there were none. */
export async function endOwnSession(context: Context, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(sessionIdInput, input);
  if (!parsed.ok) return parsed;
  const { sessionId } = parsed.value;
  return context.store.touchTx(async (tx): Promise<Result<null>> => {
    if (!(await endSessionOf(tx, context.actor.personId, sessionId))) return refused([problem('unknown-session')]);
    await recordEvents(tx, actingAsSelf(context), new Date().toISOString(), [
      personEvent('signOut', 'session', sessionId, null, null),
    ]);
    return done(null);
  }, isDone);
}
