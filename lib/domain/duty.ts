import type { Reconciliation } from './account.ts';
import type { IsoDate } from './date.ts';
import { followUp } from './finding.ts';
import { findingLimitation, USUAL_WARNING_MONTHS } from './limitation.ts';
import type { Ore } from './money.ts';
import type { MunicipalityState } from './municipality.ts';
import type { TextPlace } from './report-text.ts';

/**
 * What a person is to do by a date: reconcile an account, do a step of a plan, raise a claim before it is barred, write a
 * text of the report.
 */
type DutyKind = 'reconcile' | 'plan-step' | 'limitation' | 'report-text';

export interface Duty {
  kind: DutyKind;
  /** Stays the same for as long as the duty does. */
  key: string;
  periodId: string;
  /** '' where it is of none. */
  account: string;
  accountName: string;
  /** Of the finding or text; null: the account's, or a text for all committees. */
  committee: string | null;
  /** null: none was given. */
  deadline: IsoDate | null;
  /** The step's activity; '' otherwise. */
  text: string;
  /** Of the finding's follow-up, in øre; null: the account's. */
  amount: Ore | null;
  /** The text's place, and the path of the page on which it is written; null: it is no text. */
  report: { place: TextPlace; path: string } | null;
}

/** Whose an account is: whoever it was assigned to; where nobody was, everyone who had a hand in its reconciliation. */
function isAnsweredBy(
  state: Pick<MunicipalityState, 'assignments' | 'reconciliations'>,
  account: string,
  personId: string,
): boolean {
  const assigned = state.assignments.get(account)?.personId;
  if (assigned) return assigned === personId;
  return state.reconciliations.get(account)?.workflow.preparers.includes(personId) ?? false;
}

/** What a person is to do in a period as they see it, the earliest deadline first, what has none last. */
export function listDuties(
  state: MunicipalityState,
  personId: string,
  today: IsoDate,
  warningMonths: number = USUAL_WARNING_MONTHS,
): Duty[] {
  const duties = state.accounts.flatMap(({ number, name }): Duty[] => {
    if (!isAnsweredBy(state, number, personId)) return [];
    const reconciliation = state.reconciliations.get(number);
    const assignment = state.assignments.get(number);
    const place = { periodId: state.period.id, account: number, accountName: name };
    const own: Duty[] =
      assignment?.personId === personId && isToBeDone(reconciliation)
        ? [
            {
              ...place,
              kind: 'reconcile',
              key: `reconcile/${state.period.id}/${number}`,
              committee: null,
              deadline: assignment.deadline,
              text: '',
              amount: null,
              report: null,
            },
          ]
        : [];
    return [...own, ...listFindingDuties(place, reconciliation, today, warningMonths)];
  });
  return duties.sort(
    (left, right) =>
      compareDeadlines(left.deadline, right.deadline) ||
      (left.account < right.account ? -1 : left.account > right.account ? 1 : 0),
  );
}

function isToBeDone(reconciliation: Reconciliation | undefined): boolean {
  const status = reconciliation?.workflow.status;
  return status === undefined || status === 'draft' || status === 'returned';
}

function listFindingDuties(
  place: Pick<Duty, 'periodId' | 'account' | 'accountName'>,
  reconciliation: Reconciliation | undefined,
  today: IsoDate,
  warningMonths: number,
): Duty[] {
  return (reconciliation?.findings ?? []).flatMap((finding): Duty[] => {
    const { committee, items, steps } = finding;
    const ofFinding = { ...place, committee, amount: followUp(finding), report: null };
    const open = steps.flatMap(({ activity, deadline, key, outcome }, index): Duty[] =>
      outcome === undefined && deadline !== null
        ? [
            {
              ...ofFinding,
              kind: 'plan-step',
              key: `step/${key || `${place.account}/${committee}/${index}`}`,
              deadline,
              text: activity,
            },
          ]
        : [],
    );
    const { next, near } = findingLimitation({ items }, today, warningMonths);
    if (near === 0) return open;
    const key = `limitation/${place.account}/${committee}/${next}`;
    return [...open, { ...ofFinding, kind: 'limitation', key, deadline: next, text: '' }];
  });
}

function compareDeadlines(left: IsoDate | null, right: IsoDate | null): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -1 : 1;
}
