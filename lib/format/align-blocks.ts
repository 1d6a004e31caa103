import { diffArrays } from 'diff';
import type { TextBlock, TextDocument } from '#lib/domain/report-text.ts';
import { blockWords } from './text-words.ts';

/** What became of a text's blocks: each kept, changed or gone, and what came in between. */
export interface Alignment {
  /** By the block's position before: what it is now; null: it is gone. */
  now: (TextBlock | null)[];
  /** By position, one more than there were blocks: what came in before the block there. */
  inserted: TextBlock[][];
}

/** Blocks that share less of their words are two blocks, not one that was changed. */
const LEAST_ALIKE = 0.4;
/** More pairs than that are not held against each other: the one part was then written anew. */
const MOST_PAIRS = 2_500;

/** Whether two blocks, or two texts, are the same to the last sign, in whatever order their parts are named. */
export function areSame(left: TextBlock | TextDocument, right: TextBlock | TextDocument): boolean {
  return toComparable(left) === toComparable(right);
}

function toComparable(value: object): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** What became of the blocks of `before` in `after`. */
export function alignBlocks(before: TextDocument, after: TextDocument): Alignment {
  const now: (TextBlock | null)[] = [];
  const inserted: TextBlock[][] = [[]];
  const close = (block: TextBlock | null) => {
    now.push(block);
    inserted.push([]);
  };
  let gone: TextBlock[] = [];
  let come: TextBlock[] = [];
  const settle = () => {
    let next = 0;
    for (const partner of pairUp(gone, come)) {
      if (partner !== null) {
        inserted.at(-1)?.push(...come.slice(next, partner));
        next = partner + 1;
      }
      close(partner === null ? null : (come[partner] ?? null));
    }
    inserted.at(-1)?.push(...come.slice(next));
    gone = [];
    come = [];
  };
  let old = 0;
  let fresh = 0;
  const changes = diffArrays(before.map(toComparable), after.map(toComparable));
  for (const { added, removed, count } of changes) {
    if (removed) gone.push(...before.slice(old, old + count));
    else if (added) come.push(...after.slice(fresh, fresh + count));
    else {
      settle();
      for (const block of after.slice(fresh, fresh + count)) close(block);
    }
    if (!added) old += count;
    if (!removed) fresh += count;
  }
  settle();
  return { now, inserted };
}

/** For each block that went, the position of the one among those that came that it became, in rising order; null: none. */
function pairUp(gone: readonly TextBlock[], come: readonly TextBlock[]): (number | null)[] {
  if (gone.length * come.length > MOST_PAIRS) return gone.map(() => null);
  const [old, fresh] = [gone.map(bagOf), come.map(bagOf)];
  const alike = old.map((left) => fresh.map((right) => likeness(left, right)));
  // best[i][j]: how much alike the pairs of what went from i on and what came from j on can be, all together.
  const best = Array.from({ length: gone.length + 1 }, () => new Array<number>(come.length + 1).fill(0));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const pairAt = (i: number, j: number) => alike[i]?.[j] ?? 0;
  for (let i = gone.length - 1; i >= 0; i -= 1) {
    for (let j = come.length - 1; j >= 0; j -= 1) {
      const paired = pairAt(i, j) >= LEAST_ALIKE ? pairAt(i, j) + at(i + 1, j + 1) : 0;
      const row = best[i];
      if (row) row[j] = Math.max(paired, at(i + 1, j), at(i, j + 1));
    }
  }
  let next = 0;
  return gone.map((_, i) => {
    while (next < come.length) {
      const isPair = pairAt(i, next) >= LEAST_ALIKE && at(i, next) === pairAt(i, next) + at(i + 1, next + 1);
      if (isPair) {
        next += 1;
        return next - 1;
      }
      if (at(i, next) !== at(i, next + 1)) return null;
      next += 1;
    }
    return null;
  });
}

interface Bag {
  kind: string;
  words: Map<string, number>;
  count: number;
}

function bagOf(block: TextBlock): Bag {
  const words = new Map<string, number>();
  const all = blockWords(block)
    .split(/\s+/)
    .filter((word) => word !== '');
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1);
  return { kind: block.kind, words, count: all.length };
}

/** How much of their words two blocks share, from 0 to 1; blocks of two kinds share nothing. */
function likeness(left: Bag, right: Bag): number {
  if (left.kind !== right.kind) return 0;
  if (left.count + right.count === 0) return 1;
  let shared = 0;
  for (const [word, count] of left.words) shared += Math.min(count, right.words.get(word) ?? 0);
  return (2 * shared) / (left.count + right.count);
}
