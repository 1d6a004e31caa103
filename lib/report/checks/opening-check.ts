import { CATEGORIES } from '#lib/domain/category.ts';
import { formatCount, formatOre } from '#lib/format/amount.ts';
import type { LastYear } from '../last-year.ts';
import type { Material } from '../material.ts';
import type { Check, CheckPlace } from '../model.ts';
import { tellOpening } from '../texts/check-texts.ts';
import { listing } from './listing.ts';

/**
 * What the report states of the year before is what that year's own report states: number and net of each category, to
 * the øre, and the bridge into this year opens with what that report had for follow-up (product.md, rule 6).
 */
export function checkOpening({ overview, year }: Material, lastYear: LastYear | null): Check {
  if (lastYear === null) return listing('primo', [], tellOpening({ kind: 'unknown', year: year - 1 }));
  const { period, isComplete } = lastYear;
  if (!isComplete) return listing('primo', [], tellOpening({ kind: 'incomplete', period }));
  const notes = CATEGORIES.flatMap((category): string[] => {
    const { accounts, net } = lastYear.categories[category];
    const { previous } = overview.categories[category];
    if (previous && previous.accounts === accounts && previous.net === net) return [];
    const registered = previous ? tellFigures(previous) : 'ingen tal';
    return [
      `Kategori ${category}: ${registered}, men rapporten for ${year - 1} har ${tellFigures(lastYear.categories[category])}`,
    ];
  });
  const followUp = lastYear.categories[2].net + lastYear.categories[3].net;
  if (lastYear.openItems !== followUp) {
    notes.push(
      `Broen fra ${period} åbner med ${formatOre(lastYear.openItems)} kr., men rapporten for ${year - 1} har ${formatOre(followUp)} kr. til opfølgning`,
    );
  }
  const places = notes.map((note): CheckPlace => ({ kind: 'register', register: 'sammenligningstal', note }));
  return listing('primo', places, tellOpening({ kind: 'held', period, differences: notes }));
}

/** Accounts and net in øre. */
function tellFigures({ accounts, net }: { accounts: number; net: bigint }): string {
  return `${formatCount(accounts)} konti og ${formatOre(net)} kr.`;
}
