import { countWork, listPeriodEvents, NO_WORK, type PeriodWork } from '#lib/db/period-work.ts';
import { listPeriods, type PeriodSummary } from '#lib/db/periods.ts';
import type { AuditAction } from '#lib/domain/audit.ts';
import { nextPeriods, parsePeriod } from '#lib/domain/period.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import type { Context } from './context.ts';
import { countMissing, type Missing } from './count-missing.ts';

/** What was done to a period last: by whom, when (ISO time, UTC), in their words. */
interface PeriodAct {
  action: AuditAction;
  personName: string;
  at: string;
  reason: string;
}

export interface ManagedPeriod extends PeriodSummary {
  work: PeriodWork;
  /** What is missing before it is done; null where nothing more can be done in it. */
  missing: Missing | null;
  /** Newest first. */
  acts: PeriodAct[];
  /** What can be opened from it: ids of periods, the usual next one first. */
  next: string[];
}

/** The periods with what administrators need to close, lock, reopen and open them, newest first; null for anybody else. */
export async function getPeriods({ store, actor }: Context): Promise<ManagedPeriod[] | null> {
  if (!may(actor, 'managePeriods', EVERYWHERE)) return null;
  const [periods, work, events] = await Promise.all([
    listPeriods(store.read),
    countWork(store.read),
    listPeriodEvents(store.read),
  ]);
  const managed: ManagedPeriod[] = [];
  for (const summary of periods) {
    const period = parsePeriod(summary.id);
    const own = work.get(summary.id) ?? NO_WORK;
    if (!period) continue;
    managed.push({
      ...summary,
      work: own,
      missing: summary.status === 'locked' ? null : await countMissing(store, period, own),
      acts: events
        .filter(({ subjectId }) => subjectId === summary.id)
        .map(({ action, personName, at, reason }) => ({ action, personName, at, reason }))
        .reverse(),
      next: nextPeriods(period)
        .filter(({ id }) => isOpenTo(periods, summary.id, id))
        .map(({ id }) => id),
    });
  }
  return managed;
}

/** Whether `to` can take over from `from`: it is not there yet, or is open and takes over from no other. */
function isOpenTo(periods: readonly PeriodSummary[], from: string, to: string): boolean {
  const known = periods.find(({ id }) => id === to);
  return known === undefined || (known.status === 'open' && (known.openedFrom ?? from) === from);
}
