import { type ImportRecord, listImportRecords } from '#lib/db/imports.ts';
import { findReportPeriod } from '#lib/db/periods.ts';
import { listPersonNames } from '#lib/db/person-names.ts';
import { readInstallation } from '#lib/db/settings.ts';
import { CATEGORIES, type Category } from '#lib/domain/category.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import { absolute, type Ore, sum } from '#lib/domain/money.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { Period } from '#lib/domain/period.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import { accountRows, type FindingRow, findingRows } from './account-rows.ts';
import type { Context } from './context.ts';
import { reportableCommittees } from './get-report.ts';
import { type Comparison, compareYears, sumCategories } from './overview-comparison.ts';
import { type Counted, type DeadlineSpan, listDeadlines } from './overview-deadlines.ts';
import { type CommitteeLacks, listLacks } from './overview-lacks.ts';
import { countProgress, divideProgress, PROGRESS_BY, type Progress, type ProgressBy } from './overview-progress.ts';
import { readCheckedReport } from './read-current-report.ts';
import { findPeriod, readState, readVisibleState } from './read-state.ts';

export interface Overview {
  period: Period;
  /** The day that deadlines are held against. */
  today: IsoDate;
  accounts: number;
  /** Sum of the balance in øre. */
  balance: Ore;
  /** Accounts that nobody has logged, those reconciled separately left out. */
  notLogged: number;
  separately: number;
  /** How far the accounts that are to be logged have come, all of them and by each division. */
  progress: { all: Progress; divisions: { by: ProgressBy; rows: Progress[] }[] };
  /** The names of committees and units, by code. */
  names: { committees: ReadonlyMap<string, string>; units: ReadonlyMap<string, string> };
  deadlines: DeadlineSpan[];
  /** Accounts by their own category, follow-up in øre by the finding's (domain.md, arithmetic of the report). */
  categories: { category: Category; accounts: number; followUp: Ore; older: Ore }[];
  findings: Counted;
  /** What is older than one year; its amount is the older part alone. */
  older: Counted;
  /** The same by the findings' committee, the largest amount first. */
  olderByCommittee: (Counted & { committee: string })[];
  /** Findings whose first deadline has passed. */
  late: Counted;
  /** Findings that lack what they must have. */
  incomplete: Counted;
  /** What each committee's report still lacks; null where the year's report stands on another period. */
  reports: CommitteeLacks[] | null;
  /** null where nothing is known of the year before. */
  comparison: Comparison | null;
  /** null for who may not see imports. */
  imports: ImportRecord[] | null;
}

function sumFindings(findings: readonly FindingRow[], amountOf: (finding: FindingRow) => Ore): Counted {
  return { count: findings.length, amount: sum(findings.map(amountOf)) };
}

const followUpOf = ({ followUp }: FindingRow) => followUp;
const olderOf = ({ older }: FindingRow) => older;

/** The committees whose reports the actor may see, with how far these are. */
async function readReports(context: Context, whole: MunicipalityState) {
  return Promise.all(
    reportableCommittees(context, whole).map(async ({ code, name }) => ({
      code,
      name,
      report: await readCheckedReport(context.store, whole.period, code),
    })),
  );
}

/**
 * Where a period stands for the actor: how far the accounts have come, what is to be followed up and by when, seen on
 * `today` (an ISO date), and what the reports lack.
 */
export async function getOverview(context: Context, periodId: string, today: IsoDate): Promise<Overview | null> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const [whole, state, installation, reportPeriod, lastYear, people, imports] = await Promise.all([
    readState(store, period),
    readVisibleState(context, period),
    readInstallation(store.read),
    findReportPeriod(store.read, period.fiscalYear),
    findReportPeriod(store.read, period.fiscalYear - 1),
    listPersonNames(store.read),
    may(actor, 'seeImports', EVERYWHERE) ? listImportRecords(store.read, 5) : null,
  ]);
  const rows = accountRows(state, { versions: new Map(), names: people, earlier: null });
  const findings = findingRows(state);
  const older = findings.filter((finding) => finding.older !== 0n);
  const late = findings.filter(({ deadline }) => deadline !== null && deadline < today);
  const incomplete = findings.filter(({ missing }) => missing.length > 0);
  return {
    period,
    today,
    accounts: rows.length,
    balance: sum(rows.map((row) => row.balance)),
    notLogged: rows.filter((row) => row.category === null && !row.separately).length,
    separately: rows.filter((row) => row.separately).length,
    progress: {
      all: countProgress('', rows),
      divisions: PROGRESS_BY.map((by) => ({ by, rows: divideProgress(rows, by) })),
    },
    names: {
      committees: new Map(state.committees.map(({ code, name }) => [code, name])),
      units: new Map([
        [installation.serviceCentreCode, installation.serviceCentreName],
        ...state.administrations.map(({ code, name }) => [code, name] as const),
      ]),
    },
    deadlines: listDeadlines(rows, findings, today),
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
    older: sumFindings(older, olderOf),
    olderByCommittee: [...Map.groupBy(older, ({ committee }) => committee)]
      .map(([committee, own]) => ({ committee, ...sumFindings(own, olderOf) }))
      .sort((left, right) => (absolute(left.amount) > absolute(right.amount) ? -1 : 1)),
    late: sumFindings(late, followUpOf),
    incomplete: sumFindings(incomplete, followUpOf),
    reports:
      reportPeriod?.id === period.id
        ? listLacks(whole, await readReports(context, whole), { accounts: rows, findings })
        : null,
    comparison: compareYears(
      state,
      sumCategories(rows, findings),
      may(actor, 'see', EVERYWHERE),
      lastYear && (await readVisibleState(context, lastYear)),
    ),
    imports,
  };
}
