import { type AccountRow, accountRows } from './account-rows.ts';
import type { Context } from './context.ts';
import { findPeriod, readState } from './read-state.ts';

/** All accounts of a period; null where there is no such period. */
export async function listAccounts({ store }: Context, periodId: string): Promise<AccountRow[] | null> {
  const period = await findPeriod(store, periodId);
  return period ? accountRows(await readState(store, period)) : null;
}
