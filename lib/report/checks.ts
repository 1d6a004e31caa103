import { worstCategory } from '#lib/domain/category.ts';
import { followUp, type MissingPart, missingParts, PLAN_THRESHOLD } from '#lib/domain/finding.ts';
import { absolute, type Ore, sum } from '#lib/domain/money.ts';
import type { Installation, MunicipalityState } from '#lib/domain/municipality.ts';
import type { ConfirmableRegister, TransferControl } from '#lib/domain/register.ts';
import { balancesByCommittee } from '#lib/domain/sharing.ts';
import { compareDanish } from '#lib/format/sort.ts';
import { type Facts, followUpOf } from './aggregate.ts';
import type { Check, CheckId } from './model.ts';
import type { CommitteeRegisters } from './tables/register-tables.ts';
import {
  tellBalance,
  tellControlsWithoutPlan,
  tellNotApproved,
  tellPlans,
  tellRegister,
  tellSum,
  tellWithoutCommittee,
  tellWithoutResponsible,
  tellWithoutVerdict,
} from './texts/check-texts.ts';

const MOST_SUBJECTS = 100;

/**
 * What must hold before a committee's report is ready (product.md, rule 10; domain.md, arithmetic of the report). The
 * municipality's checks come first, then the committee's own.
 */
export function runChecks(
  state: MunicipalityState,
  installation: Installation,
  facts: Facts,
  committee: string,
  registers: CommitteeRegisters,
): Check[] {
  const outsideCommittees = listOutsideCommittees(state);
  const withoutResponsible = listWithoutResponsible(state, installation);
  return [
    checkSum(state, facts, outsideCommittees),
    checkBalance(state, facts),
    listing('uden-vurdering', facts.withoutVerdict, tellWithoutVerdict(facts.withoutVerdict.length)),
    listing('uden-godkendelse', facts.notApproved, tellNotApproved(facts.notApproved.length)),
    listing('uden-ansvarlig', withoutResponsible, tellWithoutResponsible(withoutResponsible.length)),
    listing('uden-udvalg', outsideCommittees, tellWithoutCommittee(outsideCommittees.length)),
    checkPlans(state, facts, committee),
    checkControls(state, committee, registers.controls),
    checkRegister(state, committee, 'afskrivninger', registers.writeOffs.length),
    checkRegister(state, committee, 'periodiserede-poster', registers.accruals.length),
    checkRegister(state, committee, 'egenkapital', registers.equityMovements.length),
  ];
}

/** A check that fails by each of `failing`. */
function listing(id: CheckId, failing: string[], message: string): Check {
  return {
    id,
    severity: 'blocking',
    ok: failing.length === 0,
    message,
    count: failing.length,
    subjects: failing.slice(0, MOST_SUBJECTS),
  };
}

/** Whether a person has confirmed that the committee has nothing in the register. */
export function isConfirmedNone(state: MunicipalityState, committee: string, register: ConfirmableRegister): boolean {
  return state.confirmations.some((known) => known.register === register && known.committee === committee);
}

/** Σ committees = municipality = the balance file's control sum, to the øre, for balances and for follow-up. */
function checkSum(state: MunicipalityState, facts: Facts, outsideCommittees: string[]): Check {
  const committees = new Set(state.committees.map((known) => known.code));
  const counted = new Set(facts.findings.map((fact) => fact.finding));
  const uncounted = [...state.reconciliations.values()].filter((each) =>
    each.findings.some((finding) => !counted.has(finding)),
  );
  const figures = {
    balance: facts.total.balance,
    balanceOfCommittees: sum(
      [...balancesByCommittee(state)].filter(([code]) => committees.has(code)).map(([, balance]) => balance),
    ),
    followUp: sum([...state.reconciliations.values()].flatMap((each) => each.findings.map(followUp))),
    followUpOfCommittees: sum(
      facts.findings.filter((fact) => committees.has(fact.finding.committee)).map((fact) => fact.net),
    ),
  };
  const holds =
    state.control !== null &&
    figures.balance === state.control.sum &&
    figures.balanceOfCommittees === figures.balance &&
    figures.followUpOfCommittees === figures.followUp &&
    figures.followUp === followUpOf(facts.total);
  const failing = holds ? [] : sortUnique([...outsideCommittees, ...uncounted.map((each) => each.account)]);
  const message = tellSum(holds, figures, state.control);
  return { ...listing('sum', failing, message), ok: holds, count: holds ? 0 : Math.max(1, failing.length) };
}

/** The balance sums to 0 and is what the balance file said, in number and sum. */
function checkBalance(state: MunicipalityState, facts: Facts): Check {
  const actual: { count: number; sum: Ore } = { count: facts.total.accounts, sum: facts.total.balance };
  const { control } = state;
  const ok = control !== null && actual.sum === 0n && control.sum === actual.sum && control.count === actual.count;
  return {
    id: 'balance',
    severity: 'blocking',
    ok,
    message: tellBalance(ok, actual, control),
    count: ok ? 0 : 1,
    subjects: [],
  };
}

function listWithoutResponsible(state: MunicipalityState, installation: Installation): string[] {
  const units = new Set([installation.serviceCentreCode, ...state.administrations.map((unit) => unit.code)]);
  units.delete('');
  return sortUnique(
    state.accounts
      .map((account) => account.number)
      .filter((number) => !units.has(state.responsibilities.get(number)?.reconciledBy ?? '')),
  );
}

function listOutsideCommittees(state: MunicipalityState): string[] {
  const committees = new Set(state.committees.map((known) => known.code));
  return sortUnique(
    state.accounts
      .map((account) => account.number)
      .filter(
        (number) =>
          !committees.has(state.responsibilities.get(number)?.committee ?? '') ||
          state.sharing.get(number)?.parts.some(({ committee, weight }) => weight > 0n && !committees.has(committee)) ||
          state.reconciliations.get(number)?.findings.some((finding) => !committees.has(finding.committee)),
      ),
  );
}

/**
 * The committee's findings have what rule 3 of product.md asks for. An account of the committee that was logged as
 * category 2 or 3 without a finding of that category lacks its item.
 */
function checkPlans(state: MunicipalityState, facts: Facts, committee: string): Check {
  const parts = new Map<MissingPart, number>();
  const failing: string[] = [];
  const note = (account: string, missing: MissingPart[]) => {
    if (missing.length === 0) return;
    failing.push(account);
    for (const part of missing) parts.set(part, (parts.get(part) ?? 0) + 1);
  };
  for (const { account, finding } of facts.findings) {
    if (finding.committee === committee) note(account.number, missingParts(finding));
  }
  for (const { account, category, findings } of state.reconciliations.values()) {
    const ofCommittee = state.responsibilities.get(account)?.committee === committee;
    if (ofCommittee && category > worstCategory(findings)) note(account, ['item']);
  }
  return listing('handleplaner', failing.sort(compareDanish), tellPlans(failing.length, parts));
}

/** Controls are registered or confirmed as none; from 1.000 kr. a difference has its plan and consequence. */
function checkControls(state: MunicipalityState, committee: string, controls: TransferControl[]): Check {
  const withoutPlan = controls.filter(
    (line) =>
      absolute(line.difference) >= PLAN_THRESHOLD &&
      [line.responsible, line.activity, line.deadline, line.consequence].includes(''),
  );
  if (withoutPlan.length === 0) return checkRegister(state, committee, 'systemafstemninger', controls.length);
  const count = withoutPlan.length;
  return { ...listing('systemafstemninger', ['systemafstemninger'], tellControlsWithoutPlan(count)), count };
}

function checkRegister(
  state: MunicipalityState,
  committee: string,
  register: ConfirmableRegister,
  lines: number,
): Check {
  const confirmed = isConfirmedNone(state, committee, register);
  return listing(register, lines > 0 || confirmed ? [] : [register], tellRegister(register, lines, confirmed));
}

function sortUnique(numbers: string[]): string[] {
  return [...new Set(numbers)].sort(compareDanish);
}
