import { CATEGORIES, type Category } from '#lib/domain/category.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Ore } from '#lib/domain/money.ts';
import type { Installation, MunicipalityState } from '#lib/domain/municipality.ts';
import { compareDanish } from '#lib/format/sort.ts';
import { addSums, type Facts, type FollowUpSums, type FunctionFacts, followUpOf, noSums } from '../aggregate.ts';
import { BLANK_MONEY, column, TOTAL_LABEL, thousands, thousandsOrBlank, totalRow } from '../cells.ts';
import type { Cell, Table } from '../model.ts';

/** A category's number of accounts and net amount in øre, this year and (null where not registered) the year before. */
export interface CategoryFacts {
  accounts: number;
  net: Ore;
  previous: { accounts: number; net: Ore } | null;
}

/** Categories 1–3 and their total, in exact figures. */
export interface CategoryOverview {
  categories: Record<Category, CategoryFacts>;
  total: CategoryFacts;
}

/**
 * This year's and last year's figures by category. Category 1's net is the balance less the follow-up, so that the
 * total is the balance also while verdicts are missing (domain.md, arithmetic of the report).
 */
export function readCategories(facts: Facts, state: MunicipalityState): CategoryOverview {
  const { balance, followUp } = facts.total;
  const nets: Record<Category, Ore> = { 1: balance - followUp[2] - followUp[3], 2: followUp[2], 3: followUp[3] };
  const read = (category: Category): CategoryFacts => {
    const lines = state.registers.sammenligningstal.filter(
      (line) => !line.removed && line.content.category === category,
    );
    const previous = lines.reduce(
      (sum, { content }) => ({ accounts: sum.accounts + content.accounts, net: sum.net + content.net }),
      { accounts: 0, net: 0n },
    );
    return { accounts: facts.counts[category], net: nets[category], previous: lines.length > 0 ? previous : null };
  };
  const categories: Record<Category, CategoryFacts> = { 1: read(1), 2: read(2), 3: read(3) };
  return { categories, total: CATEGORIES.map((category) => categories[category]).reduce(addCategories) };
}

/** Without one category's figures there is no total of the year before either. */
function addCategories(left: CategoryFacts, right: CategoryFacts): CategoryFacts {
  return {
    accounts: left.accounts + right.accounts,
    net: left.net + right.net,
    previous:
      left.previous && right.previous
        ? { accounts: left.previous.accounts + right.previous.accounts, net: left.previous.net + right.previous.net }
        : null,
  };
}

/** Table `kategorier`: the municipality's accounts by category, this year, last year, change; money in t.kr. */
export function buildCategoryTable(overview: CategoryOverview, year: number): Table {
  return {
    id: 'kategorier',
    title: `Kommunens balance fordelt på afstemningskategorier, ${year} og ${year - 1}`,
    columns: [
      column('kategori', 'Kategori'),
      column('antal', `Antal konti ${year}`),
      column('netto', `Nettobeløb ${year}`, 't.kr.'),
      column('antal-forrige', `Antal konti ${year - 1}`),
      column('netto-forrige', `Nettobeløb ${year - 1}`, 't.kr.'),
      column('aendring-antal', 'Ændring i antal konti'),
      column('aendring-netto', 'Ændring i nettobeløb', 't.kr.'),
    ],
    rows: CATEGORIES.map((category) => [category, ...categoryCells(overview.categories[category])]),
    total: [TOTAL_LABEL, ...categoryCells(overview.total)],
  };
}

function categoryCells({ accounts, net, previous }: CategoryFacts): Cell[] {
  if (!previous) return [accounts, thousands(net), '', BLANK_MONEY, '', BLANK_MONEY];
  return [
    accounts,
    thousands(net),
    previous.accounts,
    thousands(previous.net),
    accounts - previous.accounts,
    thousands(net - previous.net),
  ];
}

/**
 * Who reconciled how many accounts: the service centre first, then the administrations in the organisation's order,
 * those that reconciled something. Accounts of unknown units are told by the check `uden-ansvarlig`.
 */
export function readReconciledBy(
  facts: Facts,
  state: MunicipalityState,
  installation: Installation,
): { code: string; name: string; accounts: number }[] {
  const centre = { code: installation.serviceCentreCode, name: installation.serviceCentreName };
  const units = [centre, ...state.administrations.filter((unit) => unit.code !== centre.code)];
  return units
    .filter((unit) => unit.code !== '')
    .map(({ code, name }) => ({ code, name, accounts: facts.reconciledBy.get(code) ?? 0 }))
    .filter((unit) => unit.accounts > 0);
}

/** Table `afstemt-af`: number of accounts with a verdict by unit. */
export function buildReconciledByTable(units: { code: string; accounts: number }[], year: number): Table {
  const columns = [column('enhed', 'Enhed'), column('antal', 'Antal konti')];
  const antal = units.reduce((sum, unit) => sum + unit.accounts, 0);
  return {
    id: 'afstemt-af',
    title: `Afstemte konti ${year} efter den enhed, der har afstemt dem`,
    columns,
    rows: units.map((unit) => [unit.code, unit.accounts]),
    total: units.length > 0 ? totalRow(columns, { antal }) : null,
  };
}

/** The unit of the list of older amounts: the responsible up to the first `/`, then the theme (domain.md, arithmetic). */
export function unitOf({ responsible, theme }: Pick<Finding, 'responsible' | 'theme'>): string {
  const [first = ''] = responsible.split('/', 1);
  return [first.trim(), theme.trim()].filter((part) => part !== '').join(', ');
}

/** Table `aeldre-end-1-aar`: a row per function and unit with something older than one year; t.kr., zero blank. */
export function buildOlderTable(facts: Facts): Table {
  const columns = [
    column('im-funktion', 'IM-funktion'),
    column('enhed', 'Forvaltning og tema'),
    column('kategori-2', 'Kategori 2', 't.kr.'),
    column('kategori-3', 'Kategori 3', 't.kr.'),
  ];
  const lines = new Map<string, { code: string; unit: string; sums: FollowUpSums }>();
  for (const fact of facts.findings) {
    const line = { code: fact.account.imFunction, unit: unitOf(fact.finding), sums: noSums() };
    const key = `${line.code} ${line.unit}`;
    const known = lines.get(key) ?? line;
    addSums(known.sums, fact);
    lines.set(key, known);
  }
  const rows = [...lines.values()]
    .filter(({ sums }) => sums.older[2] !== 0n || sums.older[3] !== 0n)
    .sort((left, right) => compareDanish(left.code, right.code) || compareDanish(left.unit, right.unit))
    .map(({ code, unit, sums }) => [code, unit, thousandsOrBlank(sums.older[2]), thousandsOrBlank(sums.older[3])]);
  const { older } = facts.total;
  return {
    id: 'aeldre-end-1-aar',
    title: 'Beløb til opfølgning, der er ældre end ét år, i hele kommunen',
    columns,
    rows,
    total:
      rows.length > 0
        ? totalRow(columns, { 'kategori-2': thousandsOrBlank(older[2]), 'kategori-3': thousandsOrBlank(older[3]) })
        : null,
  };
}

/** Table `tabel-1-1`: the whole balance by IM function, in t.kr. */
export function buildBalanceTable(facts: Facts): Table {
  const columns = [
    column('im-funktion', 'IM-funktion'),
    column('navn', 'Navn'),
    column('antal-konti', 'Antal konti'),
    column('saldo', 'Saldo', 't.kr.'),
    column('saldo-kategori-1', 'Saldo kategori 1', 't.kr.'),
    column('opfoelgning', 'Til opfølgning i alt', 't.kr.'),
    column('opfoelgning-kategori-2', 'Til opfølgning kategori 2', 't.kr.'),
    column('opfoelgning-kategori-3', 'Til opfølgning kategori 3', 't.kr.'),
    column('aeldre-kategori-2', 'Ældre end 1 år kategori 2', 't.kr.'),
    column('aeldre-kategori-3', 'Ældre end 1 år kategori 3', 't.kr.'),
  ];
  return {
    id: 'tabel-1-1',
    title: 'Tabel 1.1 Kommunens balance fordelt på IM-funktioner',
    columns,
    rows: facts.functions.map((row) => [row.code, nameInBalance(row), ...balanceCells(row, isAllSeparate(row))]),
    total: facts.functions.length > 0 ? [TOTAL_LABEL, '', ...balanceCells(facts.total, false)] : null,
  };
}

/** Whether each of a function's accounts is reconciled separately, so that it has no follow-up to show. */
function isAllSeparate(row: FunctionFacts): boolean {
  return row.separate === row.accounts;
}

function nameInBalance(row: FunctionFacts): string {
  return isAllSeparate(row) ? `${row.name} (afstemmes særskilt)`.trim() : row.name;
}

function balanceCells(row: FunctionFacts, withoutFollowUp: boolean): Cell[] {
  const followUpCells = withoutFollowUp
    ? [BLANK_MONEY, BLANK_MONEY, BLANK_MONEY, BLANK_MONEY, BLANK_MONEY]
    : [followUpOf(row), row.followUp[2], row.followUp[3], row.older[2], row.older[3]].map(thousands);
  return [row.accounts, thousands(row.balance), thousands(row.balance - followUpOf(row)), ...followUpCells];
}
