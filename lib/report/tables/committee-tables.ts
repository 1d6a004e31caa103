import { standingSteps } from '#lib/domain/finding.ts';
import { formatDate } from '#lib/format/date.ts';
import { compareDanish } from '#lib/format/sort.ts';
import { type Facts, type FindingFact, followUpOf, sumFindings } from '../aggregate.ts';
import { column, kroner, TOTAL_LABEL, thousands } from '../cells.ts';
import type { Cell, PlanCard, PlanGroup, Table } from '../model.ts';

/** Table `tabel-2-1`: the committee's findings, one per account, by IM function; t.kr. */
export function buildCommitteeTable(findings: FindingFact[], facts: Facts): Table {
  const columns = [
    column('im-funktion', 'IM-funktion'),
    column('navn', 'Navn'),
    column('antal-konti', 'Antal konti'),
    column('opfoelgning', 'Til opfølgning i alt', 't.kr.'),
    column('kategori-2', 'Kategori 2', 't.kr.'),
    column('kategori-3', 'Kategori 3', 't.kr.'),
    column('antal-aeldre', 'Antal med beløb ældre end 1 år'),
    column('aeldre-kategori-2', 'Ældre end 1 år kategori 2', 't.kr.'),
    column('aeldre-kategori-3', 'Ældre end 1 år kategori 3', 't.kr.'),
  ];
  const byFunction = Map.groupBy(findings, (fact) => fact.account.imFunction);
  const rows = facts.functions.flatMap(({ code, name }): Cell[][] => {
    const own = byFunction.get(code);
    return own ? [[code, name, ...committeeCells(own)]] : [];
  });
  return {
    id: 'tabel-2-1',
    title: 'Tabel 2.1 Udvalgets balanceposter til opfølgning',
    columns,
    rows,
    total: rows.length > 0 ? [TOTAL_LABEL, '', ...committeeCells(findings)] : null,
  };
}

function committeeCells(findings: FindingFact[]): Cell[] {
  const sums = sumFindings(findings);
  return [
    findings.length,
    ...[followUpOf(sums), sums.followUp[2], sums.followUp[3]].map(thousands),
    countOlder(findings),
    ...[sums.older[2], sums.older[3]].map(thousands),
  ];
}

/** How many findings have an older part that is not 0 øre (domain.md, arithmetic). */
export function countOlder(findings: FindingFact[]): number {
  return findings.filter((fact) => fact.netOlder !== 0n).length;
}

/**
 * The findings whose action plans are printed, in their order: over the threshold; category 3 before 2; theme, those
 * without one last; IM function; account (domain.md, arithmetic).
 */
export function selectPlans(findings: FindingFact[]): FindingFact[] {
  return findings
    .filter((fact) => fact.overThreshold)
    .sort(
      (left, right) =>
        right.finding.category - left.finding.category ||
        compareThemes(themeOf(left), themeOf(right)) ||
        compareDanish(left.account.imFunction, right.account.imFunction) ||
        compareDanish(left.account.number, right.account.number),
    );
}

function themeOf({ finding }: FindingFact): string {
  return finding.theme.trim();
}

function compareThemes(left: string, right: string): number {
  return Number(left === '') - Number(right === '') || compareDanish(left, right);
}

/** Table `handleplaner`: a row per plan of selectPlans; kroner; a line per step, aligned over the three columns. */
export function buildPlanTable(plans: FindingFact[]): Table {
  return {
    id: 'handleplaner',
    title: 'Handleplaner',
    columns: [
      column('konto', 'Konto'),
      column('kontonavn', 'Kontonavn'),
      column('udvalg', 'Udvalg'),
      column('im-funktion', 'IM-funktion'),
      column('tema', 'Tema'),
      column('kategori', 'Kategori'),
      column('opfoelgning', 'Til opfølgning', 'kr.'),
      column('heraf-aeldre', 'Heraf ældre end 1 år', 'kr.'),
      column('problem', 'Problem'),
      column('aktiviteter', 'Aktiviteter'),
      column('ansvarlig', 'Ansvarlig'),
      column('deadline', 'Deadline'),
      column('konsekvens', 'Konsekvens'),
    ],
    rows: plans.map((fact) => {
      const card = buildCard(fact);
      return [
        card.account,
        card.accountName,
        card.committee,
        fact.account.imFunction,
        themeOf(fact),
        fact.finding.category,
        card.followUp,
        card.older,
        card.problem,
        card.steps.map((step) => step.activity).join('\n'),
        card.responsible,
        card.steps.map((step) => step.deadline).join('\n'),
        card.steps.map((step) => step.consequence).join('\n'),
      ];
    }),
    total: null,
  };
}

function buildCard({ account, finding, net, netOlder }: FindingFact): PlanCard {
  return {
    account: account.number,
    accountName: account.name,
    committee: finding.committee,
    followUp: kroner(net),
    older: kroner(netOlder),
    problem: finding.problem,
    responsible: finding.responsible,
    steps: standingSteps(finding).map((step) => ({
      activity: onOneLine(step.activity),
      deadline: step.deadline === null ? '' : formatDate(step.deadline),
      consequence: onOneLine(step.consequence),
      ...(step.outcome?.state === 'done' ? { done: true as const } : {}),
    })),
  };
}

/** A step is one line of its cell, so that activity, deadline and consequence stay side by side. */
function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}

/** The plans of selectPlans as cards, grouped by category and theme, then by IM function. */
export function groupPlans(plans: FindingFact[], facts: Facts): PlanGroup[] {
  const names = new Map(facts.functions.map(({ code, name }) => [code, name]));
  const groups: PlanGroup[] = [];
  for (const fact of plans) {
    const { category } = fact.finding;
    const theme = themeOf(fact);
    let group = groups.at(-1);
    if (group?.category !== category || group.theme !== theme) {
      group = { category, theme, functions: [] };
      groups.push(group);
    }
    const code = fact.account.imFunction;
    let ofFunction = group.functions.at(-1);
    if (ofFunction?.code !== code) {
      ofFunction = { code, name: names.get(code) ?? '', cards: [] };
      group.functions.push(ofFunction);
    }
    ofFunction.cards.push(buildCard(fact));
  }
  return groups;
}
