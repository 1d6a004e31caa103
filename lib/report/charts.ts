import { absolute, type Ore, sum } from '#lib/domain/money.ts';
import { formatCount } from '#lib/format/amount.ts';
import { compareDanish } from '#lib/format/sort.ts';
import { type FindingFact, followUpOf, olderOf, sumFindings } from './aggregate.ts';
import { BLANK_MONEY, thousands } from './cells.ts';
import type { CategoriesOfYear } from './last-year.ts';
import type { Material } from './material.ts';
import type { Cell, Chart, ChartPanel } from './model.ts';
import { drawn } from './tell-chart.ts';

/** A chart of more functions than this shows the largest ones and the others as one. */
const MOST_FUNCTIONS = 9;

/** As many years stand beside each other. */
const MOST_YEARS = 5;

/**
 * Categories 2 and 3 of the municipality, this year beside last year where that is registered, and the years before for
 * as far back as each is known: how many accounts, and how much to follow up. Category 1 is left out: it is all the rest,
 * and beside it nothing else could be seen.
 */
export function chartCategories(material: Material): Chart | null {
  const years = listYears(material);
  const panel = (
    title: string,
    unit: ChartPanel['unit'],
    measure: 'antal' | 'netto',
    cellOf: (facts: { accounts: number; net: Ore } | null) => Cell,
  ): ChartPanel => ({
    title,
    unit,
    series: years.map(({ year }) => String(year)),
    groups: ([2, 3] as const).map((category) => ({
      label: `Kategori ${category}`,
      cells: years.map(({ categories }) => cellOf(categories[category])),
      keys: years.map((_, age) => `${measure}.kategori-${category}${age < 2 ? ['', '.forrige'][age] : `.aar-${age}`}`),
    })),
  });
  return drawn({
    id: 'kategorier-over-aarene',
    title: `Konti til opfølgning, ${tellYears(years.map(({ year }) => year))}`,
    sources: ['antal', 'netto', 'antal-forrige', 'netto-forrige'].map((column) => `kategorier.${column}`),
    panels: [
      panel('Antal konti', '', 'antal', (facts) => facts?.accounts ?? ''),
      panel('Nettobeløb', 't.kr.', 'netto', (facts) => (facts ? thousands(facts.net) : BLANK_MONEY)),
    ],
  });
}

/** This year and those before it, newest first, until one is not known. */
function listYears({ overview: { categories }, year, earlierYears }: Material): CategoriesOfYear[] {
  const [second, third] = [categories[2], categories[3]];
  const known = [{ year: year - 1, categories: { 2: second.previous, 3: third.previous } }, ...earlierYears];
  const years: CategoriesOfYear[] = [{ year, categories: { 2: second, 3: third } }];
  while (years.length < MOST_YEARS) {
    const next = known.find((one) => one.year === year - years.length);
    if (!next || (next.categories[2] === null && next.categories[3] === null)) break;
    years.push(next);
  }
  return years;
}

/** Newest first: `2023`, `2023 og 2022`, `2019–2023`. */
function tellYears(years: readonly number[]): string {
  return years.length > 2 ? `${years.at(-1)}–${years[0]}` : years.join(' og ');
}

/** The committee's follow-up by IM function, what is older than one year apart; largest first, the smallest together. */
export function chartFollowUp({ findings, facts }: Material): Chart | null {
  const names = new Map(facts.functions.map(({ code, name }) => [code, name]));
  const all = [...Map.groupBy(findings, (fact) => fact.account.imFunction)]
    .map(([code, own]) => ({ key: code, label: `${code} ${names.get(code) ?? ''}`.trim(), ...splitByAge(own) }))
    .filter(({ older, newer }) => older !== 0n || newer !== 0n)
    .sort((left, right) => compareSize(right, left) || compareDanish(left.label, right.label));
  if (all.length < 2) return null;
  const shown = all.length > MOST_FUNCTIONS ? all.slice(0, MOST_FUNCTIONS - 1) : all;
  const others = all.slice(shown.length);
  const rest = {
    key: 'oevrige',
    label: `Øvrige ${formatCount(others.length)} IM-funktioner`,
    older: sum(others.map(({ older }) => older)),
    newer: sum(others.map(({ newer }) => newer)),
  };
  const groups = others.length > 0 ? [...shown, rest] : shown;
  // Where nothing is older than one year, there is nothing to tell apart.
  const isApart = all.some(({ older }) => older !== 0n);
  return drawn({
    id: 'opfoelgning-efter-funktion',
    title: `Udvalgets beløb til opfølgning efter IM-funktion${isApart ? ' og alder' : ''}`,
    sources: ['opfoelgning', 'kategori-2', 'kategori-3', 'aeldre-kategori-2', 'aeldre-kategori-3'].map(
      (column) => `tabel-2-1.${column}`,
    ),
    panels: [
      {
        title: '',
        unit: 't.kr.',
        series: isApart ? ['ældre end 1 år', 'højst 1 år'] : ['højst 1 år'],
        groups: groups.map(({ key, label, older, newer }) => ({
          label,
          cells: isApart ? [thousands(older), thousands(newer)] : [thousands(newer)],
          keys: (isApart ? ['aeldre', 'hoejst-et-aar'] : ['hoejst-et-aar']).map((age) => `${key}.${age}`),
        })),
      },
    ],
  });
}

interface ByAge {
  older: Ore;
  newer: Ore;
}

function splitByAge(findings: FindingFact[]): ByAge {
  const sums = sumFindings(findings);
  const older = olderOf(sums);
  return { older, newer: followUpOf(sums) - older };
}

function compareSize(left: ByAge, right: ByAge): number {
  const sizeOf = ({ older, newer }: ByAge) => absolute(older) + absolute(newer);
  const difference = sizeOf(left) - sizeOf(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
