import type { Category, FindingCategory } from '#lib/domain/category.ts';
import { followUp } from '#lib/domain/finding.ts';
import { type Ore, sum } from '#lib/domain/money.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { collectFacts, type Facts } from './aggregate.ts';
import { readCategories } from './tables/municipality-tables.ts';

/** What the report of the year before says of the whole municipality, from the period that it stands on. */
export interface LastYear {
  /** `2022-12` */
  period: string;
  /** Whether the system knows what that report says. */
  isComplete: boolean;
  /** Accounts, and net amount in øre. */
  categories: Record<Category, { accounts: number; net: Ore }>;
  /** All items open then, in øre: what the bridge into this year opens with. */
  openItems: Ore;
}

/** The municipality's follow-up in one year by category, accounts and net amount in øre; null where it is not registered. */
export interface CategoriesOfYear {
  year: number;
  categories: Record<FindingCategory, { accounts: number; net: Ore } | null>;
}

/**
 * The years that a year's report tells of, newest first: its own, where each account has its verdict, and the one that it
 * is held against, where that is registered.
 */
export function readCategoryYears(state: MunicipalityState): CategoriesOfYear[] {
  const facts = collectFacts(state);
  const { categories } = readCategories(facts, state);
  const year = state.period.fiscalYear;
  const [second, third] = [categories[2], categories[3]];
  const own = { year, categories: { 2: pick(second), 3: pick(third) } };
  const before = { year: year - 1, categories: { 2: second.previous, 3: third.previous } };
  return [
    ...(isDone(facts, state) ? [own] : []),
    ...(second.previous !== null || third.previous !== null ? [before] : []),
  ];
}

/** Whether each account has its verdict: only then does the system know what the year's report says. */
function isDone(facts: Facts, state: MunicipalityState): boolean {
  return facts.withoutVerdict.length === 0 && state.control !== null;
}

const pick = ({ accounts, net }: { accounts: number; net: Ore }) => ({ accounts, net });

/** Reads what a year's report says for the next year to hold its comparison figures against. */
export function readLastYear(state: MunicipalityState): LastYear {
  const facts = collectFacts(state);
  const { categories } = readCategories(facts, state);
  return {
    period: state.period.id,
    isComplete: isDone(facts, state),
    categories: { 1: pick(categories[1]), 2: pick(categories[2]), 3: pick(categories[3]) },
    openItems: sum([...state.reconciliations.values()].flatMap(({ findings }) => findings.map(followUp))),
  };
}
