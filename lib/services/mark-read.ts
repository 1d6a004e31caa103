import { z } from 'zod';
import { markNoticesRead } from '#lib/db/notices.ts';
import { type Context, done, type Result } from './context.ts';
import { parseInput } from './parse-input.ts';

const notices = z.object({ ids: z.array(z.number().int()).max(1000, { error: 'too-long' }).nullable() });

/** Marks the actor's own notices as read: those named, or (`ids` null) all. Others' are not there for them. */
export async function markRead({ store, actor }: Context, input: unknown): Promise<Result<{ read: number }>> {
  const parsed = parseInput(notices, input);
  if (!parsed.ok) return parsed;
  const at = new Date().toISOString();
  const read = await store.touchTx((tx) => markNoticesRead(tx, actor.personId, parsed.value.ids, at));
  return done({ read });
}
