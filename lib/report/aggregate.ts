import { type Account, isSeparate } from '#lib/domain/account.ts';
import { type Category, type FindingCategory, worstCategory } from '#lib/domain/category.ts';
import { type Finding, followUp, isOverThreshold, olderPart } from '#lib/domain/finding.ts';
import type { Ore } from '#lib/domain/money.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { oneYearBefore } from '#lib/domain/period.ts';
import { compareDanish } from '#lib/format/sort.ts';

/** Exact øre for follow-up, by the finding's category: all of it, and what is older than one year. */
export interface FollowUpSums {
  followUp: Record<FindingCategory, Ore>;
  older: Record<FindingCategory, Ore>;
}

/** A finding that counts in the report, with its exact sums in øre. */
export interface FindingFact extends FollowUpSums {
  account: Account;
  finding: Finding;
  net: Ore;
  netOlder: Ore;
  overThreshold: boolean;
}

/** What the accounts of one IM function (or of the municipality) come to, in exact øre. */
export interface FunctionFacts extends FollowUpSums {
  code: string;
  name: string;
  accounts: number;
  /** How many of the accounts are reconciled separately. */
  separate: number;
  balance: Ore;
}

/** All that the report counts and sums, taken once from the state. */
export interface Facts {
  /** Functions with at least one account, by code. */
  functions: FunctionFacts[];
  total: FunctionFacts;
  /** In no order. Findings of accounts that are reconciled separately do not count. */
  findings: FindingFact[];
  /** Accounts with a verdict, by category; those reconciled separately are not among them. */
  counts: Record<Category, number>;
  /** Accounts with a verdict by who reconciled them. */
  reconciledBy: Map<string, number>;
  /** Account numbers, sorted, that need a verdict and have none. */
  withoutVerdict: string[];
  /** Account numbers, sorted, that have a verdict which nobody, or not everyone who must, has approved. */
  notApproved: string[];
  /** ISO date: what is posted then or before is older than one year. */
  limit: string;
}

/** Follow-up in øre, category 2 and 3 together (domain.md, arithmetic). */
export function followUpOf(sums: FollowUpSums): Ore {
  return sums.followUp[2] + sums.followUp[3];
}

/** The older part in øre, category 2 and 3 together. */
export function olderOf(sums: FollowUpSums): Ore {
  return sums.older[2] + sums.older[3];
}

export function addSums(target: FollowUpSums, added: FollowUpSums): void {
  for (const category of [2, 3] as const) {
    target.followUp[category] += added.followUp[category];
    target.older[category] += added.older[category];
  }
}

export function noSums(): FollowUpSums {
  return { followUp: { 2: 0n, 3: 0n }, older: { 2: 0n, 3: 0n } };
}

/** Sums of several findings, in exact øre. */
export function sumFindings(findings: Iterable<FindingFact>): FollowUpSums {
  const sums = noSums();
  for (const fact of findings) addSums(sums, fact);
  return sums;
}

/** Counts and sums the state for the report, in one pass and in exact øre (domain.md, arithmetic of the report). */
export function collectFacts(state: MunicipalityState): Facts {
  const limit = oneYearBefore(state.period.balanceDate);
  const names = new Map(state.functions.map((known) => [known.code, known.name]));
  const functions = new Map<string, FunctionFacts>();
  const total = emptyFunction('', '');
  const findings: FindingFact[] = [];
  const counts: Record<Category, number> = { 1: 0, 2: 0, 3: 0 };
  const reconciledBy = new Map<string, number>();
  const withoutVerdict: string[] = [];
  const notApproved: string[] = [];

  for (const account of state.accounts) {
    const sums = functions.get(account.imFunction) ?? emptyFunction(account.imFunction, names.get(account.imFunction));
    functions.set(account.imFunction, sums);
    const responsibility = state.responsibilities.get(account.number);
    const separate = isSeparate(account, responsibility);
    for (const target of [sums, total]) {
      target.accounts += 1;
      target.balance += account.balance;
      if (separate) target.separate += 1;
    }
    if (separate) continue;
    const reconciliation = state.reconciliations.get(account.number);
    if (!reconciliation) {
      withoutVerdict.push(account.number);
      continue;
    }
    if (reconciliation.workflow.status !== 'approved') notApproved.push(account.number);
    counts[worstCategory(reconciliation.findings)] += 1;
    const unit = responsibility?.reconciledBy ?? '';
    reconciledBy.set(unit, (reconciledBy.get(unit) ?? 0) + 1);
    for (const finding of reconciliation.findings) {
      const fact = readFinding(account, finding, limit);
      findings.push(fact);
      addSums(sums, fact);
      addSums(total, fact);
    }
  }

  return {
    functions: [...functions.values()].sort((left, right) => compareDanish(left.code, right.code)),
    total,
    findings,
    counts,
    reconciledBy,
    withoutVerdict: withoutVerdict.sort(compareDanish),
    notApproved: notApproved.sort(compareDanish),
    limit,
  };
}

function emptyFunction(code: string, name: string | undefined): FunctionFacts {
  return { code, name: name ?? '', accounts: 0, separate: 0, balance: 0n, ...noSums() };
}

function readFinding(account: Account, finding: Finding, limit: string): FindingFact {
  const fact: FindingFact = {
    account,
    finding,
    net: followUp(finding),
    netOlder: olderPart(finding, limit),
    overThreshold: isOverThreshold(finding),
    ...noSums(),
  };
  fact.followUp[finding.category] = fact.net;
  fact.older[finding.category] = fact.netOlder;
  return fact;
}
