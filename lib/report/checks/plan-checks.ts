import { worstCategory } from '#lib/domain/category.ts';
import { type Finding, missingParts, standingSteps } from '#lib/domain/finding.ts';
import type { Material } from '../material.ts';
import type { Check, CheckPlace } from '../model.ts';
import { PART_NAMES, type PlanFault, tellConsequences, tellPlans } from '../texts/check-texts.ts';
import { accountPlace, listing, sortPlaces } from './listing.ts';

/** Whether a step that is still to be done was to be done by the balance date: then it is no plan for what is left. */
function hasEarlyDeadline(finding: Finding, balanceDate: string): boolean {
  return standingSteps(finding).some(
    ({ deadline, outcome }) => outcome === undefined && deadline !== null && deadline <= balanceDate,
  );
}

/**
 * The committee's findings have what rule 3 of product.md asks for, and from the threshold deadlines after the balance
 * date. An account of the committee that was logged as category 2 or 3 without a finding of that category lacks its item.
 */
export function checkPlans({ state, committee: { code }, findings }: Material): Check {
  const faults = new Map<PlanFault, number>();
  const failing: CheckPlace[] = [];
  const note = (account: string, found: readonly PlanFault[]) => {
    if (found.length === 0) return;
    failing.push({ kind: 'finding', account, committee: code, note: found.map((one) => PART_NAMES[one]).join(', ') });
    for (const one of found) faults.set(one, (faults.get(one) ?? 0) + 1);
  };
  for (const { account, finding, overThreshold } of findings) {
    const isEarly = overThreshold && hasEarlyDeadline(finding, state.period.balanceDate);
    note(account.number, [...missingParts(finding), ...(isEarly ? (['early'] as const) : [])]);
  }
  for (const { account, category, findings: own } of state.reconciliations.values()) {
    const isOfCommittee = state.responsibilities.get(account)?.committee === code;
    if (!isOfCommittee || category <= worstCategory(own)) continue;
    failing.push(accountPlace(account, PART_NAMES.item));
    faults.set('item', (faults.get('item') ?? 0) + 1);
  }
  return listing('handleplaner', sortPlaces(failing), tellPlans(failing.length, faults));
}

/** A plan of category 2 may leave its consequence out (domain.md); whoever reads the report will miss it. */
export function checkConsequences({ committee: { code }, findings }: Material): Check {
  const failing = findings
    .filter(
      ({ finding, overThreshold }) =>
        finding.category === 2 &&
        overThreshold &&
        missingParts(finding).length === 0 &&
        !standingSteps(finding).some(({ consequence }) => consequence !== ''),
    )
    .map(({ account }): CheckPlace => ({ kind: 'finding', account: account.number, committee: code, note: '' }));
  return listing('konsekvenser', sortPlaces(failing), tellConsequences(failing.length), 'warning');
}
