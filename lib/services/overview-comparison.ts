import { CATEGORIES, type Category } from '#lib/domain/category.ts';
import { type Ore, sum } from '#lib/domain/money.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { type AccountRow, accountRows, type FindingRow, findingRows } from './account-rows.ts';

interface CategoryFigure {
  accounts: number;
  /** In øre. */
  net: Ore;
}

export interface CategoryYears {
  category: Category;
  now: CategoryFigure;
  /** null: not known. */
  before: CategoryFigure | null;
}

/** A year's categories beside the year before it. */
export interface Comparison {
  year: number;
  /** Where the year before is from: what was registered of it, or its period by its id. */
  source: { kind: 'register' } | { kind: 'period'; id: string };
  categories: CategoryYears[];
}

/**
 * Accounts and net amount by category. Category 1's net is the balance less the follow-up (domain.md, arithmetic of the
 * report).
 */
export function sumCategories(
  accounts: readonly AccountRow[],
  findings: readonly FindingRow[],
): Record<Category, CategoryFigure> {
  const followUp = (category: Category) =>
    sum(findings.filter((finding) => finding.category === category).map((finding) => finding.followUp));
  const [second, third] = [followUp(2), followUp(3)];
  const count = (category: Category) => accounts.filter((row) => row.category === category).length;
  return {
    1: { accounts: count(1), net: sum(accounts.map(({ balance }) => balance)) - second - third },
    2: { accounts: count(2), net: second },
    3: { accounts: count(3), net: third },
  };
}

/**
 * This year's categories beside last year's: as they were registered (*sammenligningstal*, of the whole municipality)
 * for who sees all of it, otherwise out of last year's period; null where neither is known.
 */
export function compareYears(
  state: MunicipalityState,
  now: Record<Category, CategoryFigure>,
  seesAll: boolean,
  lastYear: MunicipalityState | null,
): Comparison | null {
  const { fiscalYear: year } = state.period;
  const lines = state.registers.sammenligningstal.filter(({ removed }) => !removed).map(({ content }) => content);
  if (seesAll && lines.length > 0) {
    const registered = (category: Category): CategoryFigure | null => {
      const own = lines.filter((line) => line.category === category);
      if (own.length === 0) return null;
      return { accounts: own.reduce((total, line) => total + line.accounts, 0), net: sum(own.map(({ net }) => net)) };
    };
    return { year, source: { kind: 'register' }, categories: pair(now, registered) };
  }
  if (lastYear === null) return null;
  const before = sumCategories(accountRows(lastYear), findingRows(lastYear));
  return { year, source: { kind: 'period', id: lastYear.period.id }, categories: pair(now, (one) => before[one]) };
}

function pair(
  now: Record<Category, CategoryFigure>,
  before: (category: Category) => CategoryFigure | null,
): CategoryYears[] {
  return CATEGORIES.map((category) => ({ category, now: now[category], before: before(category) }));
}
