import { listPeriods } from '#lib/db/periods.ts';
import { listVersions } from '#lib/db/reconciliations.ts';
import type { Account, Reconciliation } from '#lib/domain/account.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { type Period, parsePeriod } from '#lib/domain/period.ts';
import { maySomewhere } from '#lib/domain/permissions.ts';
import { placeOfAccount } from '#lib/domain/visibility.ts';
import { isOthersWork, type WorkflowNote } from '#lib/domain/workflow.ts';
import { actingsFor } from './authorise.ts';
import type { Context } from './context.ts';
import { readNotices, type TaskNotice } from './read-notices.ts';
import { readVisibleState } from './read-state.ts';

/** A reconciliation of the actor's that they are to go on with. */
export interface OwnTask {
  account: string;
  name: string;
  version: number;
  /** Why it stands where it does. */
  note: WorkflowNote | null;
}

/** What a period has for the actor to do. */
interface PeriodTasks {
  period: Period;
  /** How many wait for their approval. */
  awaiting: number;
  /** What they had a hand in: returned; fell after it was sent or approved; drafts that nobody has sent. */
  returned: OwnTask[];
  dropped: OwnTask[];
  drafts: OwnTask[];
}

export interface Tasks {
  /** Periods that are not locked and have something for the actor, newest first. */
  periods: PeriodTasks[];
  /** Unread ones first. What they are about and can no longer be seen is left out. */
  notices: TaskNotice[];
}

/** Work goes on in the last few periods; the inbox keeps so many notices that were read. */
const MOST_PERIODS = 4;
const MOST_READ = 30;

/** What waits for the actor (*Mine opgaver*). */
export async function getTasks(context: Context): Promise<Tasks> {
  const { store } = context;
  const [periods, notices] = await Promise.all([listPeriods(store.read), readNotices(context, MOST_READ)]);
  const atWork = periods.filter(({ status }) => status !== 'locked').slice(0, MOST_PERIODS);
  const tasks: PeriodTasks[] = [];
  for (const { id } of atWork) {
    const period = parsePeriod(id);
    if (period) tasks.push(await findTasks(context, period));
  }
  return {
    periods: tasks.filter(
      ({ awaiting, returned, dropped, drafts }) => awaiting + returned.length + dropped.length + drafts.length > 0,
    ),
    notices,
  };
}

async function findTasks(context: Context, period: Period): Promise<PeriodTasks> {
  const versions = await listVersions(context.store.read, period.id);
  const state = await readVisibleState(context, period);
  const tasks: PeriodTasks = { period, awaiting: countAwaiting(context, state), returned: [], dropped: [], drafts: [] };
  for (const account of state.accounts) {
    const reconciliation = state.reconciliations.get(account.number);
    const list = reconciliation?.workflow.preparers.includes(context.actor.personId)
      ? listOf(tasks, reconciliation, context.actor.name)
      : null;
    if (reconciliation) list?.push(toTask(account, reconciliation, versions.get(account.number)?.version ?? 0));
  }
  return tasks;
}

/** What the actor themselves changed is a draft of theirs; what others, or an import, made fall has fallen. */
function listOf(
  tasks: PeriodTasks,
  { workflow: { status, note } }: Reconciliation,
  actorName: string,
): OwnTask[] | null {
  if (status === 'returned') return tasks.returned;
  if (status !== 'draft') return null;
  const hasFallen = note?.kind === 'balance-changed' || (note?.kind === 'changed' && note.by !== actorName);
  return hasFallen ? tasks.dropped : tasks.drafts;
}

function toTask({ number, name }: Account, { workflow }: Reconciliation, version: number): OwnTask {
  return { account: number, name, version, note: workflow.note };
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
