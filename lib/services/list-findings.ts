import { listDeadlineMoves } from '#lib/db/deadline-moves.ts';
import { listVersions } from '#lib/db/reconciliations.ts';
import { readWarningMonths } from '#lib/db/settings.ts';
import { listSettlements } from '#lib/db/settlements.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { type FindingRow, findingRows } from './account-rows.ts';
import type { Context } from './context.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/** The findings of a period, the committees to filter by, and today (ISO date), which tells what is late. */
export interface FindingList {
  findings: FindingRow[];
  committees: Committee[];
  today: string;
}

/** The findings of a period, of `only` where accounts are named; null where there is no such period. */
export async function listFindings(
  context: Context,
  periodId: string,
  only?: ReadonlySet<string>,
): Promise<FindingList | null> {
  const period = await findPeriod(context.store, periodId);
  if (!period) return null;
  // Versions first: what changes in between makes a save be refused, never overwrite what was not seen.
  const versions = await listVersions(context.store.read, periodId);
  const [state, moves, settlements, warningMonths] = await Promise.all([
    readVisibleState(context, period),
    listDeadlineMoves(context.store.read, periodId),
    listSettlements(context.store.read, [periodId]),
    readWarningMonths(context.store.read),
  ]);
  const today = danishDate(new Date());
  const findings = findingRows(state, { versions, moves, settlements, warning: { today, warningMonths } }, only);
  return { findings, committees: state.committees, today };
}
