import type { Method } from '#lib/domain/account.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import type { Ore } from '#lib/domain/money.ts';
import { parseAmount } from '#lib/format/parse-amount.ts';
import { parseTypedDate } from '#lib/format/parse-date.ts';

/**
 * What was typed into a cell, read the same way on the page and by whoever saves it. A string is the code of what is
 * wrong with it, as in messages/*.json under `problems`.
 */
export type CellReading<T> = { value: T } | string;

const LONGEST_SHORT = 200;
const LONGEST_LONG = 4000;

/** An amount in kroner, as people write it; null where the cell is emptied. */
export function readAmountCell(text: string): CellReading<Ore | null> {
  if (text === '') return { value: null };
  const amount = parseAmount(text, 'da');
  if (typeof amount === 'bigint') return { value: amount };
  return amount === 'three-decimals' ? amount : amount === 'too-large' ? 'amount-too-large' : 'not-an-amount';
}

/** A date as people type it; null where the cell is emptied. */
export function readDateCell(text: string): CellReading<IsoDate | null> {
  if (text === '') return { value: null };
  const date = parseTypedDate(text);
  return date === null ? 'impossible-date' : { value: date };
}

/** Only category 1 can be typed: the others want items (product.md, rule 3). */
export function readCategoryCell(text: string): CellReading<1> {
  if (text === '') return 'category-not-emptied';
  const [digit] = text;
  if (digit === '2' || digit === '3') return 'category-needs-items';
  return /^1($|\D)/.test(text) ? { value: 1 } : 'not-a-category';
}

/** The methods by the words that they are typed by, in either language (domain.md, law and guidance: a and b). */
const METHOD_WORDS: Record<Method, readonly string[]> = {
  source: ['Kildemateriale', 'Source material', 'a'],
  specification: ['Specifikation', 'Specifikation af saldoen', 'Specification', 'Specification of the balance', 'b'],
};

export function readMethodCell(text: string): CellReading<Method | null> {
  if (text === '') return { value: null };
  const wanted = text.toLocaleLowerCase('da');
  for (const method of ['source', 'specification'] as const) {
    if (METHOD_WORDS[method].some((word) => word.toLocaleLowerCase('da') === wanted)) return { value: method };
  }
  return 'not-a-method';
}

export function readInitialsCell(text: string): CellReading<string> {
  return text.length > 10 ? 'too-long' : { value: text };
}

/** A name or word. */
export function readShortCell(text: string): CellReading<string> {
  return text.length > LONGEST_SHORT ? 'too-long' : { value: text };
}

/** Prose. */
export function readLongCell(text: string): CellReading<string> {
  return text.length > LONGEST_LONG ? 'too-long' : { value: text };
}
