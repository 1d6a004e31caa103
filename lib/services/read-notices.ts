import { listNotices, type StoredNotice } from '#lib/db/notices.ts';
import { type Period, parsePeriod } from '#lib/domain/period.ts';
import type { Context } from './context.ts';
import { readVisibleState } from './read-state.ts';

/** A notice with what it is about; its account's name is '' where it is about none. */
export interface TaskNotice extends StoredNotice {
  accountName: string;
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
    if (notice.accountNumber === null || !period) {
      kept.push({ ...notice, accountName: '' });
      continue;
    }
    const known = names.get(period.id) ?? (await readNames(context, period));
    names.set(period.id, known);
    const accountName = known.get(notice.accountNumber);
    if (accountName !== undefined) kept.push({ ...notice, accountName });
  }
  return kept;
}

async function readNames(context: Context, period: Period): Promise<ReadonlyMap<string, string>> {
  const state = await readVisibleState(context, period);
  return new Map(state.accounts.map(({ number, name }) => [number, name]));
}
