import { findReportPeriod } from '#lib/db/periods.ts';
import { listReportVersions } from '#lib/db/report-versions.ts';
import type { Store } from '#lib/db/store.ts';
import type { Committee, MunicipalityState } from '#lib/domain/municipality.ts';
import type { Period } from '#lib/domain/period.ts';
import type { ReportVersion, VersionStatus } from '#lib/domain/report-version.ts';
import { layOutPage, type PageBlock } from '#lib/render/page/lay-out-page.ts';
import { openEdition } from '#lib/report/edition.ts';
import { type Check, listBlocking, type ReportModel } from '#lib/report/model.ts';
import type { Context } from './context.ts';
import { maySeeClosed, reportableCommittees, withVisibleSubjects } from './get-report.ts';
import { type FormerCommittee, listFormerCommittees } from './known-versions.ts';
import { type CheckedReport, readCheckedReport, readCurrentReport } from './read-current-report.ts';
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
  | {
      kind: 'reports';
      year: number;
      period: Period;
      summaries: ReportSummary[];
      former: FormerCommittee[];
      report: ShownReport | null;
    };

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
  const state = await readState(store, period);
  if (state.committees.length === 0) return { kind: 'no-committees', year };
  const versions = await listReportVersions(store.read, year, null);
  const committees = reportableCommittees(context, state);
  const former = listFormerCommittees(context, state, versions);
  if (committees.length + former.length === 0) return { kind: 'none-visible', year };
  const visible = await readVisibleState(context, period);
  const chosen = committees.some(({ code }) => code === committee) ? committee : null;
  const [summaries, report] = await Promise.all([
    Promise.all(committees.map((one) => summarise(store, period, one, versions))),
    chosen === null ? null : showReport(context, period, chosen, visible),
  ]);
  return {
    kind: 'reports',
    year,
    period,
    summaries,
    former,
    report,
  };
}

/** How far a committee's report is. What a version says is held against the report only where there is one. */
async function summarise(
  store: Store,
  period: Period,
  committee: Committee,
  versions: readonly ReportVersion[],
): Promise<ReportSummary> {
  const { code, name } = committee;
  const version = versions.find((one) => one.committee === code);
  if (!version) return { code, name, ...standingOf(await readCheckedReport(store, period, code)), version: null };
  const { model } = await readCurrentReport(store, period, code);
  const { number, status } = version;
  return { code, name, ...standingOf(model), version: { number, status, isChanged: !isAsFrozen(model, version) } };
}

function standingOf(report: CheckedReport): Pick<ReportSummary, 'status' | 'failing'> {
  return { status: report.status, failing: listBlocking(report).length };
}

/** The report of the committee that was chosen, in the edition that is for its reader. */
async function showReport(
  context: Context,
  period: Period,
  code: string,
  visible: MunicipalityState,
): Promise<ShownReport> {
  const { model: whole, state } = await readCurrentReport(context.store, period, code);
  const known = withVisibleSubjects(whole, visible);
  const model = maySeeClosed(context, state, code) ? known : openEdition(known);
  const { committee, status, title, checks } = model;
  return { committee, status, title, checks, blocks: layOutPage(model) };
}
