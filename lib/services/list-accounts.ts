import { findEarlierPeriod } from '#lib/db/earlier-period.ts';
import { listPersonNames } from '#lib/db/person-names.ts';
import { listVersions } from '#lib/db/reconciliations.ts';
import { type AccountRow, accountRows } from './account-rows.ts';
import type { Context } from './context.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/** The accounts of a period that the actor may see, of `only` where some are named; null where there is no such period. */
export async function listAccounts(
  context: Context,
  periodId: string,
  only?: ReadonlySet<string>,
): Promise<AccountRow[] | null> {
  const { read } = context.store;
  const period = await findPeriod(context.store, periodId);
  if (!period) return null;
  // Versions first: what changes in between makes a save be refused, never overwrite what was not seen.
  const versions = await listVersions(read, periodId);
  const [names, before] = await Promise.all([listPersonNames(read), findEarlierPeriod(read, periodId)]);
  const earlier = before && (await readVisibleState(context, before));
  return accountRows(await readVisibleState(context, period), { versions, names, earlier }, only);
}
