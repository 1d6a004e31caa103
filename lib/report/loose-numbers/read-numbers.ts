import {
  COUNTED_WORD,
  type CountedThing,
  type FoundThing,
  isBeforeYear,
  isNamed,
  KRONER,
  matchAt,
  moneyAfter,
  moneyBefore,
  NOT_OF_THE_REPORT,
  thingAfter,
  thingOf,
  valueOfWord,
} from './number-words.ts';

/** What a number is of: money in a unit of so many øre, accounts or findings, other things, nothing said, or no number. */
export type NumberKind =
  | { of: 'money'; scale: bigint }
  | { of: 'counted'; thing: CountedThing }
  | { of: 'things' }
  | { of: 'unsaid' }
  | { of: 'nothing' };

/** A number of a line of prose: its digits without separators and sign, and how many of them are decimals. */
export interface WrittenNumber {
  /** Where it begins and ends in the line, with its sign and its unit. */
  from: number;
  to: number;
  digits: bigint;
  decimals: number;
  kind: NumberKind;
}

const NOTHING: NumberKind = { of: 'nothing' };
const UNSAID: NumberKind = { of: 'unsaid' };
const THINGS: NumberKind = { of: 'things' };

/** Digits and what joins them, addresses and telephone numbers as one, and words that may be numbers. */
const TOKEN =
  /(?:https?:\/\/|www\.)\S+|[\p{L}\d._-]{1,64}@\S+|(?<!\d)\d\d(?: \d\d){3}(?![.,]?\d)|\d[\d.,/:-]*\d|\d|½|[\p{L}]+/giu;
const GROUPED = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const PLAIN = /^\d+(?:,\d+)?$/;
const DECIMAL_POINT = /^\d+\.\d{1,2}$/;
const ENGLISH = /^\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/;
/** A first group of digits, then groups of three after spaces. */
const SPACED = /[ \u00a0\u202f]\d{3}(?!\d)/y;

/**
 * The numbers of a line, in order: those that state something with what they are of, and those that are years, dates,
 * percentages, names of sections, laws and accounts with nothing (product.md, rule 12). Linear in the line.
 */
export function readNumbers(line: string): WrittenNumber[] {
  const numbers: WrittenNumber[] = [];
  let least = 0;
  for (const match of line.matchAll(TOKEN)) {
    const { index } = match;
    if (index < least) continue;
    const read = /^[\d½]/.test(match[0]) ? readDigits(line, index, match[0], least) : readWord(line, index, match[0]);
    for (const number of read) {
      numbers.push(number);
      least = Math.max(least, number.to);
    }
    if (/^(?:https?:|www\.)|@/i.test(match[0])) least = index + match[0].length;
  }
  takeFromNext(line, numbers);
  takeFromBefore(line, numbers);
  return numbers;
}

/** The numbers of a token of digits: two where a hyphen joins a range. */
function readDigits(line: string, index: number, token: string, least: number): WrittenNumber[] {
  const before = line.charAt(index - 1);
  const after = line.slice(index + token.length, index + token.length + 2);
  const glued = /[\p{L}_#'’]/u.test(before) || (/[-\u2011]/.test(before) && /[\p{L}\d]/u.test(line.charAt(index - 2)));
  if (glued || /^[-\u2011]\p{L}/u.test(after)) return [nothing(index, index + token.length)];
  const range = /^([\d.,]+)-([\d.,]+)$/.exec(token);
  const [, first = '', second = ''] = range ?? [];
  // `010190-1234` and `2022-23` are one thing each; `3-5` are two.
  if (range && first.length <= 4 + 3 && !/^\d{6}$/.test(first)) {
    const start = index + first.length + 1;
    const one = readOne(line, index, first, least);
    if (/^\d{4}$/.test(first) && second.length === 2) return [one];
    const other = readOne(line, start, second, start);
    const isPart = one.kind.of === 'nothing' && other.kind.of !== 'money' && other.kind.of !== 'counted';
    return [one, isPart ? nothing(other.from, other.to) : other];
  }
  if (/[/: -]/.test(token)) return [nothing(index, index + token.length)];
  return [readOne(line, index, token, least)];
}

function nothing(from: number, to: number): WrittenNumber {
  return { from, to, digits: 0n, decimals: 0, kind: NOTHING };
}

/** One number that begins at `index`, with its sign, further groups of digits, and unit. */
function readOne(line: string, index: number, token: string, least: number): WrittenNumber {
  const named = isNamed(line, index);
  const written = named ? token : withSpacedGroups(line, index, token);
  const isHalf = written !== '½' && line.charAt(index + written.length) === '½';
  const end = index + written.length + (isHalf ? 1 : 0);
  const parsed = parseNumber(isHalf ? `${written},5` : written.replace('½', '0,5'));
  const from = startWithSign(line, index);
  if (parsed === null) return nothing(from, end);
  const { digits, decimals, isPoint } = parsed;
  const own = { from, digits, decimals };
  const unit = moneyAfter(line, end);
  const thing = thingAfter(line, unit?.needsNoThing ? unit.at : end);
  if (unit && !(unit.needsNoThing && thing.kind !== 'none')) {
    return { ...own, to: unit.at, kind: { of: 'money', scale: unit.scale } };
  }
  if (unit) return { ...own, ...manyOf(own, unit.scale), to: thing.end, kind: kindOf(thing) };
  if (/\p{L}/u.test(line.charAt(end)) || isPoint || matchAt(NOT_OF_THE_REPORT, line, end) !== null) {
    return nothing(from, end);
  }
  const prefix = moneyBefore(line, from, least);
  if (prefix) return { ...own, from: prefix.at, to: end, kind: { of: 'money', scale: prefix.scale } };
  if (named || isOrdinal(line, end, written) || isYear(line, index, written, thing.kind === 'counted')) {
    return nothing(from, end);
  }
  if (/^\d{7,}$/.test(written) || isListMark(line, from, end)) return nothing(from, end);
  return thing.kind === 'none' ? { ...own, to: end, kind: UNSAID } : { ...own, to: thing.end, kind: kindOf(thing) };
}

function kindOf(thing: FoundThing): NumberKind {
  return thing.kind === 'counted' ? { of: 'counted', thing: thing.thing } : THINGS;
}

/** `2 millioner posteringer`: the number of things, whole. */
function manyOf({ digits, decimals }: { digits: bigint; decimals: number }, scale: bigint) {
  return { digits: (digits * (scale / KRONER)) / 10n ** BigInt(decimals), decimals: 0 };
}

function withSpacedGroups(line: string, index: number, token: string): string {
  if (!/^[1-9]\d{0,2}$/.test(token)) return token;
  let end = index + token.length;
  for (let next = matchAt(SPACED, line, end); next !== null; next = matchAt(SPACED, line, end)) end = next;
  if (end === index + token.length) return token;
  const decimals = /^,\d+/.exec(line.slice(end, end + 12))?.[0] ?? '';
  return line.slice(index, end) + decimals;
}

/** Digits without separators; null for what is written as no number: `9.52.59`, `31.12.2023`, `1.1` without a unit. */
function parseNumber(written: string): { digits: bigint; decimals: number; isPoint: boolean } | null {
  const text = written.replace(/[ \u00a0\u202f]/g, '');
  const isPoint = DECIMAL_POINT.test(text);
  if (isPoint || ENGLISH.test(text)) {
    const [whole = '', decimals = ''] = text.replaceAll(',', '').split('.');
    return { digits: BigInt(whole + decimals), decimals: decimals.length, isPoint };
  }
  if (!GROUPED.test(text) && !PLAIN.test(text)) return null;
  const [whole = '', decimals = ''] = text.replaceAll('.', '').split(',');
  return { digits: BigInt(whole + decimals), decimals: decimals.length, isPoint: false };
}

function startWithSign(line: string, index: number): number {
  const isSign = /[-\u2212\u2013]/.test(line.charAt(index - 1));
  return isSign && (index === 1 || /[\s(\ufffc]/.test(line.charAt(index - 2))) ? index - 1 : index;
}

/** `3. kvartal`, `31. december`, `den 2. behandling`. */
function isOrdinal(line: string, end: number, written: string): boolean {
  return /^\d{1,3}$/.test(written) && /^\.\s+\p{Ll}/u.test(line.slice(end, end + 4));
}

function isYear(line: string, index: number, written: string, countsThings: boolean): boolean {
  return /^(?:19|20)\d\d$/.test(written) && (!countsThings || isBeforeYear(line, index));
}

/** `1)` at the head of a point. */
function isListMark(line: string, from: number, end: number): boolean {
  return line.charAt(end) === ')' && /(?:^|[\s;:,])$/.test(line.slice(Math.max(0, from - 1), from));
}

const HUNDREDS = /\s+hundrede(?!\p{L})/iuy;
const HALF = /\s+halv(?=\s+(?:mio|mia|million|milliard))/iuy;

/** A number written as a word, where it is of money, accounts or findings; else it is only a word. */
function readWord(line: string, index: number, token: string): WrittenNumber[] {
  const word = token.toLowerCase();
  const isOne = word === 'en' || word === 'et';
  const value = isOne ? 1n : word === 'halvanden' || word === 'halvandet' ? 15n : valueOfWord(word);
  if (value === null || /[-\p{L}]/u.test(line.charAt(index - 1)) || isNamed(line, index)) return [];
  const afterWord = index + token.length;
  const half = isOne ? matchAt(HALF, line, afterWord) : null;
  const hundreds = isOne ? null : matchAt(HUNDREDS, line, afterWord);
  const end = half ?? hundreds ?? afterWord;
  const decimals = half !== null || (value === 15n && word.startsWith('halvand')) ? 1 : 0;
  const digits = half !== null ? 5n : hundreds !== null ? value * 100n : value;
  const unit = moneyAfter(line, end);
  const thing = thingAfter(line, unit?.needsNoThing ? unit.at : end);
  if (unit && !(unit.needsNoThing && thing.kind !== 'none') && !(isOne && unit.scale <= 100n)) {
    return [{ from: index, to: unit.at, digits, decimals, kind: { of: 'money', scale: unit.scale } }];
  }
  if (isOne || decimals > 0 || thing.kind !== 'counted') return [];
  return [{ from: index, to: thing.end, digits, decimals, kind: kindOf(thing) }];
}

/** What can stand between two numbers of one kind. */
const JOINS =
  /^\s*(?:,|[-\u2013/]|,?\s*(?:og|eller|samt|til|mod|imod|hhv\.?|henholdsvis)|(?:ud\s+)?af(?:\s+de|\s+i\s+alt)?)\s*(?:ca\.|cirka|kun|blot|højst|mindst|hhv\.|henholdsvis)?\s*$/iu;

/** `fra 97 til 6 konti`, `12 af 80 konti`, `10-15 pct.`: the kind is said once, at the last. */
function takeFromNext(line: string, numbers: WrittenNumber[]): void {
  for (let at = numbers.length - 2; at >= 0; at -= 1) {
    const number = numbers[at];
    const next = numbers[at + 1];
    if (!number || !next || number.kind.of !== 'unsaid' || next.kind.of === 'unsaid') continue;
    if (next.from - number.to <= MOST_BETWEEN && JOINS.test(line.slice(number.to, next.from))) number.kind = next.kind;
  }
}

/** How far apart two numbers of one kind can be, in signs. */
const MOST_BETWEEN = 30;

/** Words that lead from a number to another of its kind: `80 konti mod 75 året før, en stigning på 5`. */
const LEADS =
  /(?:[:(]|(?:^|[^\p{L}])(?:mod|imod|til|fra|på|med|er|var|af|og|eller|samt|heraf|hvoraf|kun|blot|nu|stadig|antal|antallet))\s*(?:ca\.|cirka|kun|blot)?\s*$/iu;

const SENTENCE_END = /[.!?]\s+(?=[\p{Lu}\ufffc])|\n/gu;

/** The number of a category or a section. */
const SHORT_NAME = /^\d(?:\.\d)?(?![\d.,])/;

/** Whether a number goes on where the one before it left off. After a year, only `2022–23` does: `97 i 2022 og 6 i 2023`. */
function isNextOf(line: string, before: WrittenNumber, number: WrittenNumber): boolean {
  const between = line.slice(Math.max(before.to, number.from - MOST_BETWEEN), number.from);
  const isAfterYear = /^(?:19|20)\d\d$/.test(line.slice(before.from, before.to)) && before.kind.of === 'nothing';
  return isAfterYear ? /^[-\u2013/]$/.test(between.trim()) : JOINS.test(between);
}

/** What says nothing of itself is of what its sentence spoke of last: a list of names, an amount, accounts or findings. */
function takeFromBefore(line: string, numbers: WrittenNumber[]): void {
  const ends = [...line.matchAll(SENTENCE_END)].map((match) => match.index);
  const counted = [...line.matchAll(COUNTED_WORD)].map((match) => ({ at: match.index, thing: thingOf(match[0]) }));
  let end = 0;
  let word = 0;
  let spoken: { at: number; thing: CountedThing } | null = null;
  let last: WrittenNumber | null = null;
  let before: WrittenNumber | null = null;
  let isAfterName = false;
  for (const number of numbers) {
    while ((ends[end] ?? Number.POSITIVE_INFINITY) < number.from) {
      last = null;
      before = null;
      spoken = null;
      // Words before the end belong to the sentence that it ends.
      while ((counted[word]?.at ?? Number.POSITIVE_INFINITY) < (ends[end] ?? 0)) word += 1;
      end += 1;
    }
    while ((counted[word]?.at ?? Number.POSITIVE_INFINITY) < number.from) {
      spoken = counted[word] ?? null;
      word += 1;
    }
    const isNext = before !== null && isNextOf(line, before, number);
    // The word after a list of names is none that its last counts: `kategori 2 og 3 udgør`.
    if (number.kind.of === 'things' && isNext && isAfterName && SHORT_NAME.test(line.slice(number.from))) {
      number.kind = NOTHING;
    }
    if (number.kind.of === 'unsaid') {
      const leads = LEADS.test(line.slice(Math.max(0, number.from - 24), number.from));
      if (isNext && before?.kind.of === 'nothing') number.kind = NOTHING;
      else if (leads && last !== null && last.to > (spoken?.at ?? -1)) number.kind = last.kind;
      else if (leads && spoken !== null && number.decimals === 0) number.kind = { of: 'counted', thing: spoken.thing };
    }
    if (number.kind.of === 'money' || number.kind.of === 'counted') last = number;
    isAfterName = number.kind.of === 'nothing' && (isNamed(line, number.from) || (isNext && isAfterName));
    before = number;
  }
}
