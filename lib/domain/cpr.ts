import { daysInMonth } from './date.ts';

/** Something that looks like a personal number (domain.md): a valid date and four digits; modulus 11 makes it near certain. */
export interface CprSuspicion {
  /** Where it begins in the text. */
  at: number;
  /** As it may be shown: `010203-••••`. */
  masked: string;
  /** Whether modulus 11 holds. It does not for all numbers issued since October 2007. */
  nearCertain: boolean;
}

/** Spaces of any width on one line, and what does not show at all. */
const GAP = String.raw`[ \u00a0\u00ad\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]{0,2}`;
const BETWEEN = String.raw`${GAP}[-\u2010-\u2015\u2212]?${GAP}`;
/** Six digits, a hyphen or a space or nothing, four digits; not part of a longer run of digits. */
const SHAPE = new RegExp(String.raw`(?<!\d)(\d{2})(\d{2})(\d{2})${BETWEEN}(\d)(\d{3})(?!\d)`, 'g');
const WHOLE = new RegExp(String.raw`^\d{6}${BETWEEN}\d{4}`);
/** The date, two gaps and a hyphen, the four digits. */
const LONGEST = 6 + 5 + 4;
const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** The year of birth by the seventh digit, the century's, and the two digits of the year. */
export function birthYear(seventh: number, year: number): number {
  if (seventh <= 3) return 1900 + year;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 + year : 1900 + year;
  return year <= 57 ? 2000 + year : 1800 + year;
}

function isModulus11(digits: string): boolean {
  return WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0) % 11 === 0;
}

/** Everything in a text that looks like a personal number, in order. */
export function findCprNumbers(text: string): CprSuspicion[] {
  return [...text.matchAll(SHAPE)].flatMap((match) => {
    const [, day = '', month = '', year = '', seventh = '', rest = ''] = match;
    const [d, m] = [Number(day), Number(month)];
    if (m < 1 || m > 12 || d < 1 || d > daysInMonth(m === 2 ? birthYear(Number(seventh), Number(year)) : 2000, m))
      return [];
    const digits = `${day}${month}${year}${seventh}${rest}`;
    return [{ at: match.index, masked: `${day}${month}${year}-••••`, nearCertain: isModulus11(digits) }];
  });
}

/** How many signs of the text a suspicion takes up. */
export function lengthOfCpr(text: string, { at }: Pick<CprSuspicion, 'at'>): number {
  return WHOLE.exec(text.slice(at, at + LONGEST))?.[0].length ?? 0;
}

/** A text with the last four digits of whatever looks like a personal number hidden: for lists and the trail. */
export function maskCprNumbers(text: string): string {
  return findCprNumbers(text).reduceRight((shown, suspicion) => {
    const { at, masked } = suspicion;
    return `${shown.slice(0, at)}${masked}${shown.slice(at + lengthOfCpr(text, suspicion))}`;
  }, text);
}
