import { type Account, isSeparate } from '#lib/domain/account.ts';
import type { Category, FindingCategory } from '#lib/domain/category.ts';
import type { DeadlineMove } from '#lib/domain/deadline-move.ts';
import {
  followUp,
  grossAmount,
  type MissingPart,
  missingParts,
  olderPart,
  type PlanState,
  planStateOf,
  standingSteps,
} from '#lib/domain/finding.ts';
import type { Ore } from '#lib/domain/money.ts';
import { sum } from '#lib/domain/money.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { oneYearBefore } from '#lib/domain/period.ts';
import type { Settlement } from '#lib/domain/settlement.ts';
import type { Status } from '#lib/domain/workflow.ts';
import { unitOf } from '#lib/report/tables/municipality-tables.ts';

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
}

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
  /** How often deadlines of the plan were moved. */
  moves: number;
  plan: PlanState;
  /** What was settled or written off in the period, in øre. */
  settled: Ore;
  problem: string;
  activities: string;
  missing: MissingPart[];
}

/** What was done about findings beside their verdicts. */
export interface FindingActs {
  moves: readonly Pick<DeadlineMove, 'stepKey'>[];
  settlements: readonly Pick<Settlement, 'account' | 'committee' | 'amount'>[];
}

const NO_ACTS: FindingActs = { moves: [], settlements: [] };

function namesOf(state: MunicipalityState): Map<string, string> {
  return new Map(state.functions.map((one) => [one.code, one.name]));
}

/** The accounts of a period with their verdicts, by account number. */
export function accountRows(state: MunicipalityState): AccountRow[] {
  const names = namesOf(state);
  const limit = oneYearBefore(state.period.balanceDate);
  return state.accounts.map((account) => {
    const responsibility = state.responsibilities.get(account.number);
    const reconciliation = state.reconciliations.get(account.number);
    const findings = reconciliation?.findings ?? [];
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
    };
  });
}

/** The findings of a period, by account and committee. */
export function findingRows(state: MunicipalityState, acts: FindingActs = NO_ACTS): FindingRow[] {
  const moves = Map.groupBy(acts.moves, ({ stepKey }) => stepKey);
  const settled = Map.groupBy(acts.settlements, ({ account, committee }) => `${account}/${committee}`);
  const names = namesOf(state);
  const limit = oneYearBefore(state.period.balanceDate);
  return state.accounts.flatMap((account: Account) =>
    (state.reconciliations.get(account.number)?.findings ?? []).map((finding) => ({
      account: account.number,
      accountName: account.name,
      imFunction: account.imFunction,
      functionName: names.get(account.imFunction) ?? '',
      committee: finding.committee,
      category: finding.category,
      theme: finding.theme,
      responsible: finding.responsible,
      unit: unitOf({ finding }),
      items: finding.items.length,
      followUp: followUp(finding),
      older: olderPart(finding, limit),
      gross: grossAmount(finding),
      deadline:
        finding.steps
          .filter(({ outcome }) => outcome === undefined)
          .map((step) => step.deadline)
          .filter((date) => date !== null)
          .sort()[0] ?? null,
      moves: finding.steps.reduce((count, { key }) => count + (moves.get(key ?? '')?.length ?? 0), 0),
      plan: planStateOf(finding.steps),
      settled: sum((settled.get(`${account.number}/${finding.committee}`) ?? []).map(({ amount }) => amount)),
      problem: finding.problem,
      activities: standingSteps(finding)
        .map((step) => step.activity)
        .filter((text) => text !== '')
        .join(' · '),
      missing: missingParts(finding),
    })),
  );
}
