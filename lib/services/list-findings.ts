import type { Committee } from '#lib/domain/municipality.ts';
import { type FindingRow, findingRows } from './account-rows.ts';
import type { Context } from './context.ts';
import { findPeriod, readState } from './read-state.ts';

/** All findings of a period with the committees to filter by; null where there is no such period. */
export async function listFindings(
  { store }: Context,
  periodId: string,
): Promise<{ findings: FindingRow[]; committees: Committee[] } | null> {
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const state = await readState(store, period);
  return { findings: findingRows(state), committees: state.committees };
}
