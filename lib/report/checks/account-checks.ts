import { followUp } from '#lib/domain/finding.ts';
import { type Ore, sum } from '#lib/domain/money.ts';
import type { Installation, MunicipalityState } from '#lib/domain/municipality.ts';
import { balancesByCommittee } from '#lib/domain/sharing.ts';
import { type Facts, followUpOf } from '../aggregate.ts';
import type { Check, CheckId } from '../model.ts';
import {
  tellBalance,
  tellNotApproved,
  tellSum,
  tellWithoutCommittee,
  tellWithoutResponsible,
  tellWithoutVerdict,
} from '../texts/check-texts.ts';
import { accountPlace, listing, sortUnique } from './listing.ts';

/** What must hold of the whole balance: it adds up, and each account is reconciled, approved and somebody's. */
export function checkAccounts(state: MunicipalityState, installation: Installation, facts: Facts): Check[] {
  const outsideCommittees = listOutsideCommittees(state);
  const withoutResponsible = listWithoutResponsible(state, installation);
  return [
    checkSum(state, facts, outsideCommittees),
    checkBalance(state, facts),
    ofAccounts('uden-vurdering', facts.withoutVerdict, tellWithoutVerdict(facts.withoutVerdict.length)),
    ofAccounts('uden-godkendelse', facts.notApproved, tellNotApproved(facts.notApproved.length)),
    ofAccounts('uden-ansvarlig', withoutResponsible, tellWithoutResponsible(withoutResponsible.length)),
    ofAccounts('uden-udvalg', outsideCommittees, tellWithoutCommittee(outsideCommittees.length)),
  ];
}

function ofAccounts(id: CheckId, accounts: readonly string[], message: string): Check {
  return listing(
    id,
    accounts.map((account) => accountPlace(account)),
    message,
  );
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
  return { ...ofAccounts('sum', failing, message), ok: holds, count: holds ? 0 : Math.max(1, failing.length) };
}

/** The balance sums to 0 and is what the balance file said, in number and sum. */
function checkBalance(state: MunicipalityState, facts: Facts): Check {
  const actual: { count: number; sum: Ore } = { count: facts.total.accounts, sum: facts.total.balance };
  const { control } = state;
  const ok = control !== null && actual.sum === 0n && control.sum === actual.sum && control.count === actual.count;
  return { ...listing('balance', [], tellBalance(ok, actual, control)), ok, count: ok ? 0 : 1 };
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
