import { absolute } from '#lib/domain/money.ts';
import type { FigureScope, FigureWords } from '../figures/figure.ts';

/** As many as are offered for one number. */
export const MOST_NEAREST = 5;

/** A figure beside its size: the amount in øre, or the count, without its sign. */
export interface Sized {
  figure: FigureWords;
  size: bigint;
}

/** A figure that lies no farther from a number than one part in so many of it is nearly the same. */
const NEARLY = 20n;

/** Figures of one kind of thing, to find those that a number may have been meant for. */
export class NearFigures {
  /** By size, each size once, of each scope the totals and the rows. */
  readonly #groups: readonly { scope: FigureScope; isTotal: boolean; sorted: readonly Sized[] }[];

  constructor(sized: readonly Sized[]) {
    this.#groups = (['committee', 'municipality'] as const).flatMap((scope) =>
      [true, false].map((isTotal) => {
        const own = sized.filter(({ figure }) => figure.scope === scope && figure.isTotal === isTotal);
        return { scope, isTotal, sorted: distinct(own) };
      }),
    );
  }

  /**
   * At most five, of each size one: those of nearly that size but for rows of others, then all, each from the section's own totals to
   * the rows of others, and within these the nearest first.
   */
  find(size: bigint, scope: FigureScope): FigureWords[] {
    const found = this.#groups.flatMap((group) =>
      nearestIn(group.sorted, size).map((each) => {
        const distance = absolute(each.size - size);
        const tier = (group.scope === scope ? 0 : 2) + (group.isTotal ? 0 : 1);
        // Some row of another's is near any number at all.
        const isNearly = distance * NEARLY <= size && tier < 3;
        return { ...each, distance, order: tier + (isNearly ? 0 : 4) };
      }),
    );
    const sorted = found.sort((left, right) => left.order - right.order || compare(left.distance, right.distance));
    const bySize = new Map<bigint, FigureWords>();
    for (const each of sorted) if (!bySize.has(each.size)) bySize.set(each.size, each.figure);
    return [...bySize.values()].slice(0, MOST_NEAREST);
  }
}

function distinct(sized: readonly Sized[]): Sized[] {
  const first = new Map<bigint, Sized>();
  for (const each of sized) if (!first.has(each.size)) first.set(each.size, each);
  return [...first.values()].sort((left, right) => compare(left.size, right.size));
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The figures nearest in size, nearest first. */
function nearestIn(sorted: readonly Sized[], size: bigint): Sized[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.size ?? 0n) < size) low = middle + 1;
    else high = middle;
  }
  return sorted
    .slice(Math.max(0, low - MOST_NEAREST), low + MOST_NEAREST)
    .sort((left, right) => compare(absolute(left.size - size), absolute(right.size - size)))
    .slice(0, MOST_NEAREST);
}
