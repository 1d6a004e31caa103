import { absolute } from '#lib/domain/money.ts';
import { exactOf, type FigureScope, type FigureThing, type FigureWords } from '../figures/figure.ts';
import { isMoney } from '../model.ts';
import { MOST_NEAREST, NearFigures, type Sized } from './near-figures.ts';
import { KRONER, MILLIONS, THOUSANDS } from './number-words.ts';
import type { NumberKind, WrittenNumber } from './read-numbers.ts';

/** Numbers of fewer digits have the same digits as some figure by chance. */
const FEWEST_TELLING = 100n;

/** The figures of a report, to hold numbers against. Signs can be in the words, so sizes are compared. */
export class FigureValues {
  readonly #amounts: Sized[];
  readonly #near: ReadonlyMap<FigureThing | 'counts', NearFigures>;
  /** By quantum in øre: the first figure of each size rounded to it. */
  readonly #rounded = new Map<bigint, Map<bigint, FigureWords>>();
  readonly #countsBySize: ReadonlySet<bigint>;

  constructor(figures: readonly FigureWords[]) {
    const sized = figures.map((figure) => ({ figure, size: absolute(exactOf(figure)) }));
    const counts = sized.filter(({ figure }) => !isMoney(figure.cell));
    this.#amounts = sized.filter(({ figure }) => isMoney(figure.cell));
    this.#countsBySize = new Set(counts.map(({ size }) => size));
    this.#near = new Map([
      ...(['konti', 'forhold', 'handleplaner', 'andet'] as const).map(
        (thing) => [thing, new NearFigures(counts.filter(({ figure }) => figure.thing === thing))] as const,
      ),
      ['counts', new NearFigures(counts)],
      ['', new NearFigures(this.#amounts)],
    ]);
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
   * At most five figures that may be meant, of the same kind of thing: those that have the same digits in another unit,
   * then those that are near, whose the section is first.
   */
  nearest(number: WrittenNumber, scope: FigureScope): FigureWords[] {
    const { kind, digits, decimals } = number;
    if (kind.of === 'nothing') return [];
    const near = this.#near.get(thingsOf(kind));
    if (kind.of === 'money') {
      const slips = [THOUSANDS, KRONER, MILLIONS]
        .filter((scale) => scale !== kind.scale && digits >= FEWEST_TELLING)
        .flatMap((scale) => this.#amountOf(number, scale) ?? []);
      const size = (digits * kind.scale) / 10n ** BigInt(decimals);
      return [...new Set([...slips, ...(near?.find(size, scope) ?? [])])].slice(0, MOST_NEAREST);
    }
    return near?.find(digits / 10n ** BigInt(decimals), scope) ?? [];
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

/** Among which figures a number is looked for that says what it is of. */
function thingsOf(kind: Exclude<NumberKind, { of: 'nothing' }>): FigureThing | 'counts' {
  switch (kind.of) {
    case 'money':
      return '';
    case 'counted':
      return kind.thing;
    case 'things':
      return 'andet';
    case 'unsaid':
      return 'counts';
  }
}
