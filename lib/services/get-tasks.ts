import { listPeriods } from '#lib/db/periods.ts';
import { listVersions } from '#lib/db/reconciliations.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import type { Duty } from '#lib/domain/duty.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { type Period, parsePeriod } from '#lib/domain/period.ts';
import { maySomewhere } from '#lib/domain/permissions.ts';
import type { TextPlace } from '#lib/domain/report-text.ts';
import { placeOfAccount } from '#lib/domain/visibility.ts';
import { isOthersWork } from '#lib/domain/workflow.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { actingsFor } from './authorise.ts';
import type { Context } from './context.ts';
import { listDuties } from './list-duties.ts';
import { daysPast, listOwnTasks, type OwnTask, type TaskList } from './own-tasks.ts';
import { readNotices, type TaskNotice } from './read-notices.ts';
import { readVisibleState } from './read-state.ts';

/** A step of a plan, or a claim that nears its limitation, that the actor answers for. */
export interface DueTask extends Omit<Duty, 'kind'> {
  kind: Exclude<Duty['kind'], 'reconcile' | 'report-text'>;
  /** 0: not late. */
  daysLate: number;
}

/** A text of the report that the actor is to write. */
export interface TextTask extends Pick<Duty, 'key' | 'committee' | 'deadline'> {
  place: TextPlace;
  /** Of the page on which it is written. */
  path: string;
  /** 0: not late. */
  daysLate: number;
}

/** What a period has for the actor to do: each account in one list. */
interface PeriodTasks extends Record<TaskList, OwnTask[]> {
  period: Period;
  /** How many wait for their approval. */
  awaiting: number;
  /** Steps and limitations, the earliest first; what was carried on is told by the newest period alone. */
  due: DueTask[];
  texts: TextTask[];
}

export interface Tasks {
  /** The day that deadlines are held against. */
  today: IsoDate;
  /** Periods that are not locked and have something for the actor, newest first. */
  periods: PeriodTasks[];
  /** Unread ones first. What they are about and can no longer be seen is left out. */
  notices: TaskNotice[];
}

/** Work on accounts goes on in the last few periods; the inbox keeps so many notices that were read. */
const MOST_PERIODS = 4;
const MOST_READ = 30;

const NO_TASKS = { awaiting: 0, returned: [], dropped: [], assigned: [], drafts: [], due: [] };

/** What waits for the actor (*Mine opgaver*), seen on `today`. */
export async function getTasks(context: Context, today: IsoDate = danishDate(new Date())): Promise<Tasks> {
  const { store } = context;
  const [periods, notices, duties] = await Promise.all([
    listPeriods(store.read),
    readNotices(context, MOST_READ),
    listDuties(context, today),
  ]);
  const atWork = periods.filter(({ status }) => status !== 'locked');
  const tasks: PeriodTasks[] = [];
  for (const [index, { id }] of atWork.entries()) {
    const period = parsePeriod(id);
    if (!period) continue;
    // A year's report is written when months of the next year are at work already.
    if (index < MOST_PERIODS) tasks.push(await findTasks(context, period, duties, today));
    else tasks.push({ ...NO_TASKS, period, texts: findTexts(period, duties, today) });
  }
  return {
    today,
    periods: tasks.filter(
      ({ awaiting, returned, dropped, assigned, drafts, due, texts }) =>
        awaiting + [returned, dropped, assigned, drafts, due, texts].flat().length > 0,
    ),
    notices,
  };
}

async function findTasks(
  context: Context,
  period: Period,
  duties: readonly Duty[],
  today: IsoDate,
): Promise<PeriodTasks> {
  const versions = await listVersions(context.store.read, period.id);
  const state = await readVisibleState(context, period);
  const here = duties.filter(({ periodId }) => periodId === period.id);
  const due = here.flatMap((duty): DueTask[] =>
    duty.kind === 'reconcile' || duty.kind === 'report-text'
      ? []
      : [{ ...duty, kind: duty.kind, daysLate: daysPast(duty.deadline, today) }],
  );
  return {
    period,
    awaiting: countAwaiting(context, state),
    ...listOwnTasks(context.actor, state, versions, today),
    due,
    texts: findTexts(period, duties, today),
  };
}

function findTexts({ id }: Period, duties: readonly Duty[], today: IsoDate): TextTask[] {
  return duties.flatMap(({ key, committee, deadline, periodId, report }) =>
    report === null || periodId !== id
      ? []
      : [{ key, committee, deadline, ...report, daysLate: daysPast(deadline, today) }],
  );
}

/** How many reconciliations of what the actor sees wait for their approval. */
export function countAwaiting({ actor }: Pick<Context, 'actor'>, state: MunicipalityState): number {
  if (!maySomewhere(actor, 'approve')) return 0;
  let count = 0;
  for (const [number, { workflow }] of state.reconciliations) {
    if (workflow.status !== 'submitted') continue;
    const place = placeOfAccount(state.responsibilities.get(number));
    if (actingsFor(actor, 'approve', place).some((acting) => isOthersWork(workflow, acting))) count += 1;
  }
  return count;
}
