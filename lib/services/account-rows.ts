import { type Account, isSeparate, type Method } from '#lib/domain/account.ts';
import type { Category, FindingCategory } from '#lib/domain/category.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import type { DeadlineMove } from '#lib/domain/deadline-move.ts';
import {
  type Finding,
  followUp,
  grossAmount,
  type MissingPart,
  missingParts,
  olderPart,
  type PlanState,
  planStateOf,
  standingSteps,
} from '#lib/domain/finding.ts';
import { findingLimitation, type LimitationState, type LimitationWarning } from '#lib/domain/limitation.ts';
import type { Ore } from '#lib/domain/money.ts';
import { sum } from '#lib/domain/money.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { oneYearBefore } from '#lib/domain/period.ts';
import type { Settlement } from '#lib/domain/settlement.ts';
import type { Status } from '#lib/domain/workflow.ts';
import { daysBetween } from '#lib/domain/working-day.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { unitOf } from '#lib/report/tables/municipality-tables.ts';
import { firstOpenStep } from './open-steps.ts';

/** One line of *Konti*. Amounts in øre. */
export interface AccountRow {
  number: string;
  name: string;
  imFunction: string;
  functionName: string;
  balance: Ore;
  /** null: nobody has logged it, or it is reconciled separately. */
  category: Category | null;
  separately: boolean;
  /** null: not begun, or reconciled separately. */
  status: Status | null;
  followUp: Ore;
  older: Ore;
  findings: number;
  reconciledBy: string;
  committee: string;
  administration: string;
  /** Balance less what it was held against; null where that is not known. */
  difference: Ore | null;
  reconciledOn: string | null;
  initials: string;
  /** What a save must name; 0 while nothing has been logged. */
  version: number;
  documentedBalance: Ore | null;
  method: Method | null;
  /** Who is to reconcile it; '' where nobody is named. */
  assignee: string;
  /** By when, as an ISO date. */
  deadline: string | null;
  /** Names of those who approved it as it stands. */
  approvedBy: string;
  /** The day of the last approval, as an ISO date; null while it is not approved. */
  approvedOn: string | null;
  /** The rule that logged it; '' where a person or a file did. */
  rule: string;
  /** As the period before had it; null where it had none. */
  earlierCategory: Category | null;
  earlierBalance: Ore | null;
}

/** What is known of accounts beside the state of their period. */
export interface AccountFacts {
  versions: ReadonlyMap<string, { version: number }>;
  /** Of people by id. */
  names: ReadonlyMap<string, string>;
  /** The period before, as the reader sees it. */
  earlier: Pick<MunicipalityState, 'accounts' | 'reconciliations'> | null;
}

const NO_FACTS: AccountFacts = { versions: new Map(), names: new Map(), earlier: null };

/** One line of *Opfølgning*: an account's finding for one committee. Amounts in øre. */
export interface FindingRow {
  account: string;
  accountName: string;
  imFunction: string;
  functionName: string;
  committee: string;
  category: FindingCategory;
  theme: string;
  responsible: string;
  /** Under which the report lists what is older than one year: the responsible's unit and the theme. */
  unit: string;
  items: number;
  followUp: Ore;
  older: Ore;
  gross: Ore;
  /** The first deadline of what is still to be done, as an ISO date. */
  deadline: string | null;
  /** Days that it has passed by; null: it has not. */
  daysLate: number | null;
  /** How often deadlines of the plan were moved. */
  moves: number;
  plan: PlanState;
  /** What was settled or written off in the period, in øre. */
  settled: Ore;
  problem: string;
  activities: string;
  /** Of the open step whose deadline comes first; '' where nothing is open. */
  activity: string;
  missing: MissingPart[];
  /** The first day after which one of its open items is barred, and the worst that holds of any of them. */
  limitation: { first: IsoDate | null; state: LimitationState };
  /** Of the account's verdict: what a save must name. */
  version: number;
}

/** What was done about findings beside their verdicts. */
export interface FindingActs {
  versions?: ReadonlyMap<string, { version: number }>;
  /** Without it nothing is warned of, and nothing is late. */
  warning?: LimitationWarning;
  moves: readonly Pick<DeadlineMove, 'stepKey'>[];
  settlements: readonly Pick<Settlement, 'account' | 'committee' | 'amount'>[];
}

const NO_ACTS: FindingActs = { moves: [], settlements: [] };

function namesOf(state: MunicipalityState): Map<string, string> {
  return new Map(state.functions.map((one) => [one.code, one.name]));
}

/** The accounts of a period with their verdicts, by account number; of `only` some where they are named. */
export function accountRows(
  state: MunicipalityState,
  { versions, names: people, earlier }: AccountFacts = NO_FACTS,
  only?: ReadonlySet<string>,
): AccountRow[] {
  const accountsBefore = new Map((earlier?.accounts ?? []).map((account) => [account.number, account]));
  const names = namesOf(state);
  const limit = oneYearBefore(state.period.balanceDate);
  const wanted = only ? state.accounts.filter(({ number }) => only.has(number)) : state.accounts;
  return wanted.map((account) => {
    const responsibility = state.responsibilities.get(account.number);
    const reconciliation = state.reconciliations.get(account.number);
    const findings = reconciliation?.findings ?? [];
    const assignment = state.assignments.get(account.number);
    const approvals = reconciliation?.workflow.status === 'approved' ? reconciliation.workflow.approvals : [];
    const lastApproval = approvals.at(-1);
    return {
      number: account.number,
      name: account.name,
      imFunction: account.imFunction,
      functionName: names.get(account.imFunction) ?? '',
      balance: account.balance,
      category: reconciliation?.category ?? null,
      separately: isSeparate(account, responsibility),
      status: reconciliation?.workflow.status ?? null,
      followUp: sum(findings.map(followUp)),
      older: sum(findings.map((finding) => olderPart(finding, limit))),
      findings: findings.length,
      reconciledBy: responsibility?.reconciledBy ?? '',
      committee: responsibility?.committee ?? '',
      administration: responsibility?.administration ?? '',
      difference: reconciliation?.documentedBalance == null ? null : account.balance - reconciliation.documentedBalance,
      reconciledOn: reconciliation?.reconciledOn ?? null,
      initials: reconciliation?.initials ?? '',
      version: versions.get(account.number)?.version ?? 0,
      documentedBalance: reconciliation?.documentedBalance ?? null,
      method: reconciliation?.method ?? null,
      assignee: assignment?.personId == null ? '' : (people.get(assignment.personId) ?? assignment.personId),
      deadline: assignment?.deadline ?? null,
      approvedBy: approvals.map(({ name }) => name).join(', '),
      approvedOn: lastApproval === undefined ? null : danishDate(new Date(lastApproval.at)),
      rule: reconciliation?.rule?.name ?? '',
      earlierCategory: earlier?.reconciliations.get(account.number)?.category ?? null,
      earlierBalance: accountsBefore.get(account.number)?.balance ?? null,
    };
  });
}

/** The findings of a period, by account and committee; of the accounts of `only` where some are named. */
export function findingRows(
  state: MunicipalityState,
  acts: FindingActs = NO_ACTS,
  only?: ReadonlySet<string>,
): FindingRow[] {
  const moves = Map.groupBy(acts.moves, ({ stepKey }) => stepKey);
  const settled = Map.groupBy(acts.settlements, ({ account, committee }) => `${account}/${committee}`);
  const names = namesOf(state);
  const limit = oneYearBefore(state.period.balanceDate);
  const wanted = only ? state.accounts.filter(({ number }) => only.has(number)) : state.accounts;
  return wanted.flatMap((account: Account) =>
    (state.reconciliations.get(account.number)?.findings ?? []).map((finding) => ({
      account: account.number,
      accountName: account.name,
      imFunction: account.imFunction,
      functionName: names.get(account.imFunction) ?? '',
      committee: finding.committee,
      category: finding.category,
      theme: finding.theme,
      responsible: finding.responsible,
      unit: unitOf(finding),
      items: finding.items.length,
      followUp: followUp(finding),
      older: olderPart(finding, limit),
      gross: grossAmount(finding),
      deadline: firstOpenStep(finding)?.deadline ?? null,
      daysLate: daysLate(firstOpenStep(finding)?.deadline ?? null, acts.warning?.today),
      moves: finding.steps.reduce((count, { key }) => count + (moves.get(key ?? '')?.length ?? 0), 0),
      plan: planStateOf(finding.steps),
      settled: sum((settled.get(`${account.number}/${finding.committee}`) ?? []).map(({ amount }) => amount)),
      problem: finding.problem,
      activities: standingSteps(finding)
        .map((step) => step.activity)
        .filter((text) => text !== '')
        .join(' · '),
      activity: firstOpenStep(finding)?.activity ?? '',
      missing: missingParts(finding),
      limitation: limitationOf(finding, acts.warning),
      version: acts.versions?.get(account.number)?.version ?? 0,
    })),
  );
}

function daysLate(deadline: IsoDate | null, today: IsoDate | undefined): number | null {
  return deadline === null || today === undefined || deadline >= today ? null : daysBetween(deadline, today);
}

function limitationOf(finding: Finding, warning: LimitationWarning | undefined): FindingRow['limitation'] {
  if (!warning) return { first: null, state: null };
  const { first, state } = findingLimitation(finding, warning.today, warning.warningMonths);
  return { first, state };
}
