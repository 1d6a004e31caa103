import { findReportPeriod } from '#lib/db/periods.ts';
import { listReportVersions } from '#lib/db/report-versions.ts';
import { readInstallation } from '#lib/db/settings.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import type { Period } from '#lib/domain/period.ts';
import type { ReportVersion, VersionStatus } from '#lib/domain/report-version.ts';
import { layOutPage, type PageBlock } from '#lib/render/page/lay-out-page.ts';
import { buildReport } from '#lib/report/build-report.ts';
import { openEdition } from '#lib/report/edition.ts';
import { type Check, listBlocking, type ReportModel } from '#lib/report/model.ts';
import type { Context } from './context.ts';
import { maySeeClosed, reportableCommittees, withVisibleSubjects } from './get-report.ts';
import { readReportExtras } from './read-report-extras.ts';
import { findPeriod, readState, readVisibleState } from './read-state.ts';
import { isAsFrozen } from './render-version.ts';

/** How far a committee's report is. */
export interface ReportSummary extends Committee {
  status: ReportModel['status'];
  /** How many of its blocking checks fail. */
  failing: number;
  /** Its newest version, and whether the report says something else by now; null: there is none. */
  version: { number: number; status: VersionStatus; isChanged: boolean } | null;
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
  const versions = await listReportVersions(store.read, year, null);
  const wholes = await Promise.all(
    reportableCommittees(context, state).map(async ({ code }) =>
      buildReport(state, installation, code, await readReportExtras(store.read, period, code)),
    ),
  );
  const models = wholes.map((whole) => {
    const model = withVisibleSubjects(whole, visible);
    return maySeeClosed(context, state, whole.committee.code) ? model : openEdition(model);
  });
  const chosen = models.find((model) => model.committee.code === committee);
  return {
    kind: 'reports',
    year,
    period,
    summaries: wholes.map((model) => ({
      ...model.committee,
      status: model.status,
      failing: listBlocking(model).length,
      version: tellNewest(
        model,
        versions.find((version) => version.committee === model.committee.code),
      ),
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

/** How far the newest version is, and whether the report has changed since. */
function tellNewest(model: ReportModel, version: ReportVersion | undefined): ReportSummary['version'] {
  if (!version) return null;
  return { number: version.number, status: version.status, isChanged: !isAsFrozen(model, version) };
}
