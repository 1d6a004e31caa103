import { listPeriods } from '#lib/db/periods.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { maySomewhere } from '#lib/domain/permissions.ts';
import type { Context } from './context.ts';
import { countAwaiting } from './get-tasks.ts';
import { readNotices } from './read-notices.ts';
import { readVisibleState } from './read-state.ts';

/** How much waits for the actor: unread notices, and what they are to approve in the latest period that is not locked. */
export async function countTasks(context: Context): Promise<number> {
  const { store, actor } = context;
  const unread = (await readNotices(context, 0)).length;
  if (!maySomewhere(actor, 'approve')) return unread;
  const latest = (await listPeriods(store.read)).find(({ status, hasBalance }) => status !== 'locked' && hasBalance);
  const period = latest && parsePeriod(latest.id);
  return period ? unread + countAwaiting(context, await readVisibleState(context, period)) : unread;
}
