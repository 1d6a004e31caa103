import { listReportVersions } from '#lib/db/report-versions.ts';
import type { VersionStatus } from '#lib/domain/report-version.ts';
import type { Context } from './context.ts';
import { maySeeClosed } from './get-report.ts';
import { getReportPage, type ReportPage } from './get-report-page.ts';
import { findPeriod, readState } from './read-state.ts';

type Reports = Extract<ReportPage, { kind: 'reports' }>;

/** What the page on which all reports are had at once has to show. */
export type BundleDesk =
  | Exclude<ReportPage, Reports>
  | {
      kind: 'reports';
      year: number;
      period: Reports['period'];
      reports: (Reports['summaries'][number] & {
        /** The newest frozen version; null: there is none. */
        version: { number: number; status: VersionStatus } | null;
        /** Whether the edition that leaves nothing out is the actor's to see. */
        isWhole: boolean;
      })[];
    };

/** The reports of the period's year that the actor may see, and how they can be had; null where there is no such period. */
export async function getBundleDesk(context: Context, periodId: string): Promise<BundleDesk | null> {
  const page = await getReportPage(context, periodId, null);
  if (page?.kind !== 'reports') return page;
  const { store } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const [state, versions] = await Promise.all([
    readState(store, period),
    listReportVersions(store.read, page.year, null),
  ]);
  return {
    kind: 'reports',
    year: page.year,
    period: page.period,
    reports: page.summaries.map((summary) => {
      const version = versions.find(({ committee }) => committee === summary.code);
      return {
        ...summary,
        version: version ? { number: version.number, status: version.status } : null,
        isWhole: maySeeClosed(context, state, summary.code),
      };
    }),
  };
}
