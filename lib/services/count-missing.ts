import { NO_WORK, type PeriodWork } from '#lib/db/period-work.ts';
import { findReportPeriod } from '#lib/db/periods.ts';
import { readInstallation } from '#lib/db/settings.ts';
import type { Store } from '#lib/db/store.ts';
import type { Period } from '#lib/domain/period.ts';
import { checkReport } from '#lib/report/build-report.ts';
import { listBlocking } from '#lib/report/model.ts';
import { readReportExtras } from './read-report-extras.ts';
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
  const [state, installation] = await Promise.all([readState(store, period), readInstallation(store.read)]);
  const checks = await Promise.all(
    state.committees.map(async ({ code }) => {
      const extras = await readReportExtras(store.read, period, code);
      return { committee: code, failing: listBlocking(checkReport(state, installation, code, extras)).length };
    }),
  );
  return { ...rest, checks: checks.filter(({ failing }) => failing > 0) };
}
