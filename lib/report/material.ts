import type { Committee, Installation, MunicipalityState } from '#lib/domain/municipality.ts';
import { collectFacts, type Facts, type FindingFact } from './aggregate.ts';
import type { ReportExtras } from './extras.ts';
import type { CategoriesOfYear } from './last-year.ts';
import { selectPlans } from './tables/committee-tables.ts';
import { type CategoryOverview, readCategories, readReconciledBy } from './tables/municipality-tables.ts';
import { type CommitteeRegisters, readRegisters } from './tables/register-tables.ts';

/** The exact figures of one committee's report, gathered once; tables, texts and checks are all made of them. */
export interface Material {
  state: MunicipalityState;
  installation: Installation;
  committee: Committee;
  year: number;
  facts: Facts;
  overview: CategoryOverview;
  /** Service centre first, then the administrations. */
  reconciledBy: { code: string; name: string; accounts: number }[];
  /** The committee's findings, in no order. */
  findings: FindingFact[];
  /** Those of them whose action plans are printed, in the plans' order. */
  plans: FindingFact[];
  registers: CommitteeRegisters;
  /** Those before the year before, newest first. */
  earlierYears: readonly CategoriesOfYear[];
}

/** Gathers a committee's figures. Throws where the state has no committee of that code. */
export function gatherMaterial(
  state: MunicipalityState,
  installation: Installation,
  committeeCode: string,
  { earlierYears }: Pick<ReportExtras, 'earlierYears'>,
): Material {
  const committee = state.committees.find((known) => known.code === committeeCode);
  if (!committee) throw new Error(`Udvalget ${committeeCode} findes ikke i organisationen.`);
  const facts = collectFacts(state);
  const findings = facts.findings.filter((fact) => fact.finding.committee === committeeCode);
  return {
    state,
    installation,
    committee,
    year: state.period.fiscalYear,
    facts,
    overview: readCategories(facts, state),
    reconciledBy: readReconciledBy(facts, state, installation),
    findings,
    plans: selectPlans(findings),
    registers: readRegisters(state, committeeCode),
    earlierYears,
  };
}
