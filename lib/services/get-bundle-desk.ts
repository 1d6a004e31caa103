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
      /** `isWhole`: whether the edition that leaves nothing out is the actor's to see. */
      reports: (Reports['summaries'][number] & { isWhole: boolean })[];
    };

/** The reports of the period's year that the actor may see, and how they can be had; null where there is no such period. */
export async function getBundleDesk(context: Context, periodId: string): Promise<BundleDesk | null> {
  const page = await getReportPage(context, periodId, null);
  if (page?.kind !== 'reports') return page;
  const { store } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const state = await readState(store, period);
  return {
    kind: 'reports',
    year: page.year,
    period: page.period,
    reports: page.summaries.map((summary) => ({ ...summary, isWhole: maySeeClosed(context, state, summary.code) })),
  };
}
