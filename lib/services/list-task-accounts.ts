import type { IsoDate } from '#lib/domain/date.ts';
import { danishDate } from '#lib/format/date-time.ts';
import type { Context } from './context.ts';
import { listDuties } from './list-duties.ts';
import { byDeadline, listOwnTasks } from './own-tasks.ts';
import { findPeriod, readVisibleState } from './read-state.ts';
import type { NamedTaskList } from './task-address.ts';

/**
 * The accounts of one list of the actor's tasks in a period, in the list's order, with `number` at the place that it
 * has or, once it is done, would have among them.
 */
export async function listTaskAccounts(
  context: Context,
  periodId: string,
  number: string,
  list: NamedTaskList,
  today: IsoDate = danishDate(new Date()),
): Promise<{ line: string[]; inList: ReadonlySet<string> }> {
  const period = await findPeriod(context.store, periodId);
  if (!period) return { line: [], inList: new Set() };
  const state = await readVisibleState(context, period);
  const tasks: { account: string; deadline: IsoDate | null }[] =
    list === 'due'
      ? (await listDuties(context, today)).filter(
          (duty) => duty.periodId === period.id && duty.kind !== 'reconcile' && duty.report === null,
        )
      : listOwnTasks(context.actor, state, new Map(), today)[list];
  const inList = new Set(tasks.map(({ account }) => account));
  const isThere = state.accounts.some((account) => account.number === number);
  const own =
    isThere && !inList.has(number)
      ? [{ account: number, deadline: state.assignments.get(number)?.deadline ?? null }]
      : [];
  // A finished step has left no deadline to place its account by: what is left then begins after it.
  const line = list === 'due' ? [...own, ...tasks] : [...tasks, ...own].sort(byDeadline);
  return { line: [...new Set(line.map(({ account }) => account))], inList };
}
