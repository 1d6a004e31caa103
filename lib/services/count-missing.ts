import { NO_WORK, type PeriodWork } from '#lib/db/period-work.ts';
import { findReportPeriod } from '#lib/db/periods.ts';
import type { Store } from '#lib/db/store.ts';
import type { Period } from '#lib/domain/period.ts';
import { listBlocking } from '#lib/report/model.ts';
import { readCheckedReport } from './read-current-report.ts';
import { readState } from './read-state.ts';

/** What is missing before a period is done: accounts by how far they have come, and what the year's reports lack. */
export interface Missing extends Omit<PeriodWork, 'approved'> {
  /** Blocking checks that fail, by committee; empty where the year's report stands on another period. */
  checks: { committee: string; failing: number }[];
}

export function isMissing({ checks, ...work }: Missing): boolean {
  return checks.length > 0 || Object.values(work).some((count) => count > 0);
}

/** `work` as it was counted; missing where the period has no account. */
export async function countMissing(store: Store, period: Period, work: PeriodWork = NO_WORK): Promise<Missing> {
  const { approved: _, ...rest } = work;
  const reportPeriod = await findReportPeriod(store.read, period.fiscalYear);
  if (reportPeriod?.id !== period.id) return { ...rest, checks: [] };
  const { committees } = await readState(store, period);
  const checks = await Promise.all(
    committees.map(async ({ code }) => {
      const report = await readCheckedReport(store, period, code);
      return { committee: code, failing: listBlocking(report).length };
    }),
  );
  return { ...rest, checks: checks.filter(({ failing }) => failing > 0) };
}
