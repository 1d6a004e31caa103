import { listPeriods } from '#lib/db/periods.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { danishDate } from '#lib/format/date-time.ts';
import type { Context } from './context.ts';
import { countAwaiting } from './get-tasks.ts';
import { listTextDuties } from './list-text-duties.ts';
import { daysPast, listOwnTasks } from './own-tasks.ts';
import { readNotices } from './read-notices.ts';
import { readVisibleState } from './read-state.ts';

/**
 * How much waits for the actor, each thing counted once: of the latest period that is not locked what they are to
 * approve, what came back to them and what is late, and the unread notices that tell of something else.
 */
export async function countTasks(context: Context, today: IsoDate = danishDate(new Date())): Promise<number> {
  const { store, actor } = context;
  const notices = await readNotices(context, 0);
  const latest = (await listPeriods(store.read)).find(({ status, hasBalance }) => status !== 'locked' && hasBalance);
  const period = latest && parsePeriod(latest.id);
  if (!period) return notices.length;
  const state = await readVisibleState(context, period);
  const { returned, dropped, assigned } = listOwnTasks(actor, state, new Map(), today);
  const cameBack = [...returned, ...dropped];
  const listed = new Set(cameBack.map(({ account }) => account));
  const others = notices.filter(
    ({ kind, periodId, accountNumber }) =>
      (kind !== 'returned' && kind !== 'dropped') || periodId !== period.id || !listed.has(accountNumber ?? ''),
  );
  const late = assigned.filter(({ daysLate }) => daysLate > 0);
  const lateTexts = (await listTextDuties(store.read, actor)).filter(({ deadline }) => daysPast(deadline, today) > 0);
  return countAwaiting(context, state) + cameBack.length + late.length + lateTexts.length + others.length;
}
