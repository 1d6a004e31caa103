import { findReportPeriod } from '#lib/db/periods.ts';
import { readInstallation } from '#lib/db/settings.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import { buildReport } from '#lib/report/build-report.ts';
import type { ReportModel } from '#lib/report/model.ts';
import type { Context } from './context.ts';
import { readState } from './read-state.ts';

/** The report of a committee for a fiscal year; null where the year has no balance or the committee is unknown. */
export async function getReport(
  { store }: Context,
  fiscalYear: number,
  committee: string,
): Promise<ReportModel | null> {
  const period = await findReportPeriod(store.read, fiscalYear);
  if (!period) return null;
  const state = await readState(store, period);
  if (!state.committees.some((one) => one.code === committee)) return null;
  return buildReport(state, await readInstallation(store.read), committee);
}

/** The committees that a year's reports can be made for; null where the year has no balance to report on. */
export async function listReportCommittees({ store }: Context, fiscalYear: number): Promise<Committee[] | null> {
  const period = await findReportPeriod(store.read, fiscalYear);
  return period ? (await readState(store, period)).committees : null;
}
