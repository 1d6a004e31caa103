import { listNotices, type StoredNotice } from '#lib/db/notices.ts';
import type { Duty } from '#lib/domain/duty.ts';
import { type Period, parsePeriod } from '#lib/domain/period.ts';
import type { Context } from './context.ts';
import { readVisibleState } from './read-state.ts';
import { findTextPath, readTextSubject } from './text-path.ts';

/** A notice with what it is about. */
export interface TaskNotice extends StoredNotice {
  /** '' where it is about no account. */
  accountName: string;
  /** The text of a report that it is about; null where it is about none. */
  report: Duty['report'];
}

/**
 * The actor's notices, unread ones first, and of those that were read the last `mostRead`. What they are about and the
 * actor can no longer see is left out.
 */
export async function readNotices(context: Context, mostRead: number): Promise<TaskNotice[]> {
  const notices = await listNotices(context.store.read, context.actor.personId, mostRead);
  const names = new Map<string, ReadonlyMap<string, string>>();
  const kept: TaskNotice[] = [];
  for (const notice of notices) {
    const period = parsePeriod(notice.periodId);
    if (notice.subjectId != null) {
      const report = await readReport(context, notice.subjectId);
      if (report !== null) kept.push({ ...notice, accountName: '', report });
      continue;
    }
    if (notice.accountNumber === null || !period) {
      kept.push({ ...notice, accountName: '', report: null });
      continue;
    }
    const known = names.get(period.id) ?? (await readNames(context, period));
    names.set(period.id, known);
    const accountName = known.get(notice.accountNumber);
    if (accountName !== undefined) kept.push({ ...notice, accountName, report: null });
  }
  return kept;
}

/** The text that a notice is about; null where the actor sees no report that it is in. */
async function readReport({ store, actor }: Context, subjectId: string): Promise<Duty['report']> {
  const spot = readTextSubject(subjectId);
  const path = spot && (await findTextPath(store.read, actor, spot));
  return spot && path !== null ? { place: spot.place, path } : null;
}

async function readNames(context: Context, period: Period): Promise<ReadonlyMap<string, string>> {
  const state = await readVisibleState(context, period);
  return new Map(state.accounts.map(({ number, name }) => [number, name]));
}
