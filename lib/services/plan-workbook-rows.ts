import type { Account } from '#lib/domain/account.ts';
import { type Finding, isOverThreshold, standingSteps } from '#lib/domain/finding.ts';
import type { Committee, MunicipalityState } from '#lib/domain/municipality.ts';
import { type Act, may } from '#lib/domain/permissions.ts';
import { PLAN_FIELDS, type PlanRow } from '#lib/domain/plan-row.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import { compareDanish } from '#lib/format/sort.ts';
import { cleanText } from '#lib/render/excel/sheet.ts';
import { markOf, type PlanRowKey } from '#lib/schemas/plan-workbook.ts';
import { type Context, type Problem, problem } from './context.ts';

/** The committee whose plans go out and come home, or why the actor cannot have them. */
export function findPlanCommittee({ actor }: Context, state: MunicipalityState, code: string): Committee | Problem {
  const committee = state.committees.find((one) => one.code === code);
  const mayThere = (act: Act) => may(actor, act, placeOfCommittee(code, state.administrations));
  if (!committee || !mayThere('seeReport')) return problem('unknown-committee', 'committee');
  return mayThere('collectPlans') ? committee : problem('not-allowed');
}

/** A committee's finding that has a plan, or must have one. */
export interface PlannedFinding {
  account: Account;
  finding: Finding;
}

/** The findings of a committee whose plans go out, by account: those from the threshold, and smaller ones that have a plan. */
export function listPlanned(state: MunicipalityState, committee: string): PlannedFinding[] {
  return state.accounts
    .flatMap((account) =>
      (state.reconciliations.get(account.number)?.findings ?? [])
        .filter((finding) => finding.committee === committee)
        .map((finding) => ({ account, finding })),
    )
    .filter(({ finding }) => isOverThreshold(finding) || standingSteps(finding).length > 0)
    .sort((left, right) => compareDanish(left.account.number, right.account.number));
}

/** Who a plan is sent to: the responsible up to the first `/`, as in the list of older amounts (domain.md, arithmetic). */
export function recipientOf({ responsible }: Pick<Finding, 'responsible'>): string {
  return (responsible.split('/', 1)[0] ?? '').trim();
}

/** A text as a cell shows it and a reader of the workbook hands it back. */
export function asCellText(text: string): string {
  return cleanText(text).normalize('NFC').trim();
}

/** By what a row is known again, and told from what was sent out. */
export function keyOfRow(periodId: string, row: PlanRow): PlanRowKey {
  return {
    period: periodId,
    committee: row.committee,
    account: asCellText(row.account),
    step: row.stepKey,
    first: row.isFirst,
    open: row.values.state === 'open',
    marks: PLAN_FIELDS.map((field) => markOf(asCellText(row.values[field]))),
  };
}
