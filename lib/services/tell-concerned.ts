import { createNotices, type NewNotice } from '#lib/db/notices.ts';
import type { WriteDb } from '#lib/db/store.ts';
import { loadAssignees } from './assignees.ts';

/**
 * Tells of accounts that are to be gone on with. A word goes only to who can do that: whoever merely imported what
 * others log had a hand in it, but has nothing to do there.
 */
export async function tellConcerned(tx: WriteDb, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const able = new Set((await loadAssignees(tx)).map(({ id }) => id));
  await createNotices(
    tx,
    notices.filter(({ personId }) => able.has(personId)),
  );
}
