import { type ImportRecord, listImportRecords } from '#lib/db/imports.ts';
import { findReportPeriod } from '#lib/db/periods.ts';
import { readInstallation } from '#lib/db/settings.ts';
import { CATEGORIES, type Category } from '#lib/domain/category.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import { type Ore, sum } from '#lib/domain/money.ts';
import type { Period } from '#lib/domain/period.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import { buildReport } from '#lib/report/build-report.ts';
import { STATUS_VALUES, type StatusValue, statusValue } from './account-list.ts';
import { accountRows, type FindingRow, findingRows } from './account-rows.ts';
import type { Context } from './context.ts';
import { reportableCommittees } from './get-report.ts';
import { findPeriod, readState, readVisibleState } from './read-state.ts';

export interface Overview {
  period: Period;
  accounts: number;
  /** Sum of the balance in øre. */
  balance: Ore;
  /** Accounts that nobody has logged, those reconciled separately left out. */
  notLogged: number;
  separately: number;
  /** How many of the accounts that are to be logged stand where. */
  statuses: { value: StatusValue; accounts: number }[];
  /** Accounts by their own category, follow-up in øre by the finding's (domain.md, arithmetic of the report). */
  categories: { category: Category; accounts: number; followUp: Ore; older: Ore }[];
  findings: FindingSum;
  /** What is older than one year; its amount is the older part alone. */
  older: FindingSum;
  /** Findings whose first deadline has passed. */
  late: FindingSum;
  /** Findings that lack what they must have. */
  incomplete: FindingSum;
  /** Whether the year's report stands on this period, and what each committee's still lacks. */
  reports: { code: string; name: string; status: 'udkast' | 'klar'; failing: number }[] | null;
  /** null for who may not see imports. */
  imports: ImportRecord[] | null;
}

/** A number of findings and an amount in øre. */
interface FindingSum {
  count: number;
  amount: Ore;
}

function sumFindings(findings: readonly FindingRow[], amountOf: (finding: FindingRow) => Ore): FindingSum {
  return { count: findings.length, amount: sum(findings.map(amountOf)) };
}

const followUpOf = ({ followUp }: FindingRow) => followUp;
const olderOf = ({ older }: FindingRow) => older;

/**
 * Where a period stands: how many are logged, how much is to be followed up, what is late on `today` (an ISO date), and
 * what the reports lack.
 */
export async function getOverview(context: Context, periodId: string, today: IsoDate): Promise<Overview | null> {
  const { store } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const [whole, state, installation, reportPeriod, imports] = await Promise.all([
    readState(store, period),
    readVisibleState(context, period),
    readInstallation(store.read),
    findReportPeriod(store.read, period.fiscalYear),
    may(context.actor, 'seeImports', EVERYWHERE) ? listImportRecords(store.read, 5) : null,
  ]);
  const rows = accountRows(state);
  const findings = findingRows(state);
  return {
    period,
    accounts: rows.length,
    balance: sum(rows.map((row) => row.balance)),
    notLogged: rows.filter((row) => row.category === null && !row.separately).length,
    separately: rows.filter((row) => row.separately).length,
    statuses: STATUS_VALUES.map((value) => ({
      value,
      accounts: rows.filter((row) => statusValue(row) === value).length,
    })),
    categories: CATEGORIES.map((category) => {
      const own = findings.filter((finding) => finding.category === category);
      return {
        category,
        accounts: rows.filter((row) => row.category === category).length,
        followUp: sum(own.map(followUpOf)),
        older: sum(own.map(olderOf)),
      };
    }),
    findings: sumFindings(findings, followUpOf),
    older: sumFindings(
      findings.filter(({ older }) => older !== 0n),
      olderOf,
    ),
    late: sumFindings(
      findings.filter(({ deadline }) => deadline !== null && deadline < today),
      followUpOf,
    ),
    incomplete: sumFindings(
      findings.filter(({ missing }) => missing.length > 0),
      followUpOf,
    ),
    reports:
      reportPeriod?.id === period.id
        ? reportableCommittees(context, whole).map(({ code, name }) => {
            const { status, checks } = buildReport(whole, installation, code);
            return { code, name, status, failing: checks.filter((check) => !check.ok).length };
          })
        : null,
    imports,
  };
}
