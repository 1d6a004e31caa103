import type { Category } from '#lib/domain/category.ts';
import { followUp } from '#lib/domain/finding.ts';
import { type Ore, sum } from '#lib/domain/money.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { collectFacts } from './aggregate.ts';
import { readCategories } from './tables/municipality-tables.ts';

/** What the report of the year before says of the whole municipality, from the period that it stands on. */
export interface LastYear {
  /** `2022-12` */
  period: string;
  /** Whether each account has its verdict there: only then does the system know what that report says. */
  isComplete: boolean;
  /** Accounts, and net amount in øre. */
  categories: Record<Category, { accounts: number; net: Ore }>;
  /** All items open then, in øre: what the bridge into this year opens with. */
  openItems: Ore;
}

/** Reads what a year's report says for the next year to hold its comparison figures against. */
export function readLastYear(state: MunicipalityState): LastYear {
  const facts = collectFacts(state);
  const { categories } = readCategories(facts, state);
  const pick = ({ accounts, net }: { accounts: number; net: Ore }) => ({ accounts, net });
  return {
    period: state.period.id,
    isComplete: facts.withoutVerdict.length === 0 && state.control !== null,
    categories: { 1: pick(categories[1]), 2: pick(categories[2]), 3: pick(categories[3]) },
    openItems: sum([...state.reconciliations.values()].flatMap(({ findings }) => findings.map(followUp))),
  };
}
