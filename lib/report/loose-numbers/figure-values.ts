import { absolute } from '#lib/domain/money.ts';
import { exactOf, type FigureWords } from '../figures/figure.ts';
import { isMoney } from '../model.ts';
import { KRONER, MILLIONS, THOUSANDS } from './number-words.ts';
import type { WrittenNumber } from './read-numbers.ts';

const MOST_NEAREST = 5;

/** A figure beside its size: the amount in øre, or the count, without its sign. */
interface Sized {
  figure: FigureWords;
  size: bigint;
}

/** The figures of a report, to hold numbers against. Signs can be in the words, so sizes are compared. */
export class FigureValues {
  readonly #amounts: Sized[];
  readonly #counts: Sized[];
  /** By quantum in øre: the first figure of each size rounded to it. */
  readonly #rounded = new Map<bigint, Map<bigint, FigureWords>>();
  readonly #countsBySize: ReadonlySet<bigint>;

  constructor(figures: readonly FigureWords[]) {
    const sized = figures.map((figure) => ({ figure, size: absolute(exactOf(figure)) }));
    this.#amounts = distinct(sized.filter(({ figure }) => isMoney(figure.cell)));
    this.#counts = distinct(sized.filter(({ figure }) => !isMoney(figure.cell)));
    this.#countsBySize = new Set(this.#counts.map(({ size }) => size));
  }

  /** Whether some figure is what the number states, at the precision at which it is written. */
  has(number: WrittenNumber): boolean {
    const { kind } = number;
    switch (kind.of) {
      case 'nothing':
        return true;
      case 'money':
        return this.#amountOf(number, kind.scale) !== null;
      case 'counted':
      case 'things':
        return this.#hasCount(number);
      case 'unsaid':
        return (
          this.#hasCount(number) ||
          [KRONER, THOUSANDS, MILLIONS].some((scale) => this.#amountOf(number, scale) !== null)
        );
    }
  }

  /**
   * At most five figures that may be meant: those that have the same digits in another unit, then the nearest in size.
   */
  nearest(number: WrittenNumber): FigureWords[] {
    const { kind, digits, decimals } = number;
    if (kind.of === 'money') {
      const slips = [THOUSANDS, KRONER, MILLIONS]
        .filter((scale) => scale !== kind.scale && digits !== 0n)
        .flatMap((scale) => this.#amountOf(number, scale) ?? []);
      const size = (digits * kind.scale) / 10n ** BigInt(decimals);
      return [...new Set([...slips, ...nearestIn(this.#amounts, size)])].slice(0, MOST_NEAREST);
    }
    return nearestIn(this.#counts, digits / 10n ** BigInt(decimals));
  }

  #hasCount({ digits, decimals }: WrittenNumber): boolean {
    return decimals === 0 && this.#countsBySize.has(digits);
  }

  /** The first figure that rounds, half away from zero, to the digits of an amount in units of `scale` øre. */
  #amountOf({ digits, decimals }: WrittenNumber, scale: bigint): FigureWords | null {
    let [wanted, left] = [digits, decimals];
    // Below one øre only zeros can be right.
    while (scale % 10n ** BigInt(left) !== 0n) {
      if (wanted % 10n !== 0n) return null;
      wanted /= 10n;
      left -= 1;
    }
    const quantum = scale / 10n ** BigInt(left);
    let bySize = this.#rounded.get(quantum);
    if (!bySize) {
      bySize = new Map();
      for (const { figure, size } of this.#amounts) {
        const rounded = (size + quantum / 2n) / quantum;
        if (!bySize.has(rounded)) bySize.set(rounded, figure);
      }
      this.#rounded.set(quantum, bySize);
    }
    return bySize.get(wanted) ?? null;
  }
}

/** By size, each size once, with the first figure that has it. */
function distinct(sized: Sized[]): Sized[] {
  const first = new Map<bigint, Sized>();
  for (const each of sized) if (!first.has(each.size)) first.set(each.size, each);
  return [...first.values()].sort((left, right) => compare(left.size, right.size));
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The figures nearest in size, nearest first. */
function nearestIn(sorted: readonly Sized[], size: bigint): FigureWords[] {
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
    .slice(0, MOST_NEAREST)
    .map(({ figure }) => figure);
}
