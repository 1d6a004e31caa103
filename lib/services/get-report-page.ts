import { findReportPeriod } from '#lib/db/periods.ts';
import { readInstallation } from '#lib/db/settings.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import type { Period } from '#lib/domain/period.ts';
import { layOutPage, type PageBlock } from '#lib/render/page/lay-out-page.ts';
import { buildReport } from '#lib/report/build-report.ts';
import { type Check, listBlocking, type ReportModel } from '#lib/report/model.ts';
import type { Context } from './context.ts';
import { reportableCommittees, withVisibleSubjects } from './get-report.ts';
import { readReportExtras } from './read-report-extras.ts';
import { findPeriod, readState, readVisibleState } from './read-state.ts';

/** How far a committee's report is. */
export interface ReportSummary extends Committee {
  status: ReportModel['status'];
  /** How many of its blocking checks fail. */
  failing: number;
}

/** The report of the committee that was chosen. */
interface ShownReport {
  committee: Committee;
  status: ReportModel['status'];
  title: string;
  checks: Check[];
  blocks: PageBlock[];
}

/** What *Rapport* has to show in a period. */
export type ReportPage =
  /** No period of the year from 12 to 16 has a balance. */
  | { kind: 'no-balance'; year: number }
  /** The year's report stands on another of its periods. */
  | { kind: 'other-period'; year: number; reportPeriod: string }
  | { kind: 'no-committees'; year: number }
  /** None of the year's reports is of a committee of the actor's. */
  | { kind: 'none-visible'; year: number }
  | { kind: 'reports'; year: number; period: Period; summaries: ReportSummary[]; report: ShownReport | null };

/**
 * The reports of the period's year, and that of `committee` as the page shows it; `report` is null where there is no
 * such committee. Null where there is no such period.
 */
export async function getReportPage(
  context: Context,
  periodId: string,
  committee: string | null,
): Promise<ReportPage | null> {
  const { store } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const year = period.fiscalYear;
  const reportPeriod = await findReportPeriod(store.read, year);
  if (!reportPeriod) return { kind: 'no-balance', year };
  if (reportPeriod.id !== period.id) return { kind: 'other-period', year, reportPeriod: reportPeriod.id };
  const [state, installation] = await Promise.all([readState(store, period), readInstallation(store.read)]);
  if (state.committees.length === 0) return { kind: 'no-committees', year };
  if (reportableCommittees(context, state).length === 0) return { kind: 'none-visible', year };
  const visible = await readVisibleState(context, period);
  const models = await Promise.all(
    reportableCommittees(context, state).map(async ({ code }) =>
      withVisibleSubjects(
        buildReport(state, installation, code, await readReportExtras(store.read, period, code)),
        visible,
      ),
    ),
  );
  const chosen = models.find((model) => model.committee.code === committee);
  return {
    kind: 'reports',
    year,
    period,
    summaries: models.map((model) => ({
      ...model.committee,
      status: model.status,
      failing: listBlocking(model).length,
    })),
    report: chosen
      ? {
          committee: chosen.committee,
          status: chosen.status,
          title: chosen.title,
          checks: chosen.checks,
          blocks: layOutPage(chosen),
        }
      : null,
  };
}
