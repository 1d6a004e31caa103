/** An amount of money in whole øre. Never a float (product.md, rule 1). */
export type Ore = bigint;

/** The largest amount that is accepted anywhere, in øre, on both sides of zero. */
export const LARGEST_AMOUNT: Ore = 9_000_000_000_000_000n;

const ORE_PER_KRONE = 100n;
const ORE_PER_THOUSAND_KRONER = 100_000n;

/** Sum in øre; 0 of nothing. */
export function sum(amounts: Iterable<Ore>): Ore {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

export function absolute(amount: Ore): Ore {
  return amount < 0n ? -amount : amount;
}

/** `amount` in whole `unit`s, half away from zero (domain.md, arithmetic of the report). Zero has no sign. */
function roundTo(amount: Ore, unit: bigint): bigint {
  const rounded = (absolute(amount) + unit / 2n) / unit;
  return amount < 0n ? -rounded : rounded;
}

/** Øre → whole t.kr., half away from zero. */
export function toThousandKroner(amount: Ore): bigint {
  return roundTo(amount, ORE_PER_THOUSAND_KRONER);
}

/** Øre → whole kroner, half away from zero. */
export function toKroner(amount: Ore): bigint {
  return roundTo(amount, ORE_PER_KRONE);
}

/** Øre → tenths of a mio. kr., half away from zero. */
export function toTenthsOfMillion(amount: Ore): bigint {
  return roundTo(amount, 10_000_000n);
}
