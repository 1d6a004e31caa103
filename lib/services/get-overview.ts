import { type ImportRecord, listImportRecords } from '#lib/db/imports.ts';
import { findReportPeriod } from '#lib/db/periods.ts';
import { readInstallation } from '#lib/db/settings.ts';
import { CATEGORIES, type Category } from '#lib/domain/category.ts';
import { type Ore, sum } from '#lib/domain/money.ts';
import type { Period } from '#lib/domain/period.ts';
import { buildReport } from '#lib/report/build-report.ts';
import { accountRows, findingRows } from './account-rows.ts';
import type { Context } from './context.ts';
import { findPeriod, readState } from './read-state.ts';

export interface Overview {
  period: Period;
  accounts: number;
  /** Sum of the balance in øre. */
  balance: Ore;
  /** Accounts that nobody has logged, those reconciled separately left out. */
  notLogged: number;
  separately: number;
  categories: { category: Category; accounts: number; followUp: Ore }[];
  older: Ore;
  findings: number;
  /** Whether the year's report stands on this period, and what each committee's still lacks. */
  reports: { code: string; name: string; status: 'udkast' | 'klar'; failing: number }[] | null;
  imports: ImportRecord[];
}

/** Where a period stands: how many are logged, how much is to be followed up, and what the reports lack. */
export async function getOverview({ store }: Context, periodId: string): Promise<Overview | null> {
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const [state, installation, reportPeriod, imports] = await Promise.all([
    readState(store, period),
    readInstallation(store.read),
    findReportPeriod(store.read, period.fiscalYear),
    listImportRecords(store.read, 5),
  ]);
  const rows = accountRows(state);
  const findings = findingRows(state);
  return {
    period,
    accounts: rows.length,
    balance: sum(rows.map((row) => row.balance)),
    notLogged: rows.filter((row) => row.category === null && !row.separately).length,
    separately: rows.filter((row) => row.separately).length,
    categories: CATEGORIES.map((category) => ({
      category,
      accounts: rows.filter((row) => row.category === category).length,
      followUp: sum(findings.filter((finding) => finding.category === category).map((finding) => finding.followUp)),
    })),
    older: sum(findings.map((finding) => finding.older)),
    findings: findings.length,
    reports:
      reportPeriod?.id === period.id
        ? state.committees.map(({ code, name }) => {
            const { status, checks } = buildReport(state, installation, code);
            return { code, name, status, failing: checks.filter((check) => !check.ok).length };
          })
        : null,
    imports,
  };
}
