import { type AccountRow, accountRows } from './account-rows.ts';
import type { Context } from './context.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/** The accounts of a period that the actor may see; null where there is no such period. */
export async function listAccounts(context: Context, periodId: string): Promise<AccountRow[] | null> {
  const period = await findPeriod(context.store, periodId);
  return period ? accountRows(await readVisibleState(context, period)) : null;
}
