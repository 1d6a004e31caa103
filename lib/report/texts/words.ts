import { absolute, type Ore } from '#lib/domain/money.ts';
import { formatCount, formatMillions, formatThousands } from '#lib/format/amount.ts';

const ORE_PER_MILLION_KRONER = 100_000_000n;

/** `1 konto`, `2.355 konti`, `ingen konti`. */
export function countOf(count: number, singular: string, plural: string): string {
  if (count === 0) return `ingen ${plural}`;
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

export function countAccounts(count: number): string {
  return countOf(count, 'konto', 'konti');
}

/** An amount in prose: t.kr. as in tables, from one mio. kr. with one decimal (domain.md, arithmetic). */
export function amountOf(amount: Ore): string {
  const unit = unitInProse(amount);
  return `${unit === 'mio. kr.' ? formatMillions(amount) : formatThousands(amount)} ${unit}`;
}

/** The unit in which prose writes an amount. */
export function unitInProse(amount: Ore): 'mio. kr.' | 't.kr.' {
  return absolute(amount) >= ORE_PER_MILLION_KRONER ? 'mio. kr.' : 't.kr.';
}

/** How a net amount lies in the categories, as the end of a sentence: `, alt i kategori 2`; '' where both are 0 øre. */
export function splitOf(second: Ore, third: Ore): string {
  if (second === 0n && third === 0n) return '';
  if (third === 0n) return ', alt i kategori 2';
  if (second === 0n) return ', alt i kategori 3';
  return `, heraf ${amountOf(second)} i kategori 2 og ${amountOf(third)} i kategori 3`;
}

/** `a`, `a og b`, `a, b og c`. */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} og ${last}`;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
