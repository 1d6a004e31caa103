import type { FigureThing } from '../figures/figure.ts';

/** The words by which prose says what a number is of. All in lower case; matched at a place in the text, never searched. */

const ORE_PER_KRONE = 100n;
export const KRONER = ORE_PER_KRONE;
export const THOUSANDS = 1_000n * ORE_PER_KRONE;
export const MILLIONS = 1_000_000n * ORE_PER_KRONE;
export const BILLIONS = 1_000_000_000n * ORE_PER_KRONE;

const KR = String.raw`(?:kr\.?|kroner|dkk)`;
const END = String.raw`(?![\p{L}\d])`;

/** Units that follow an amount, those that hold others first. */
const MONEY_SUFFIXES: readonly (readonly [pattern: RegExp, scale: bigint])[] = [
  [new RegExp(String.raw`\s*(?:mia\.?|milliarder|milliard)\s*${KR}${END}`, 'iuy'), BILLIONS],
  [new RegExp(String.raw`\s*(?:mio\.?|mill\.?|millioner|million)\s*${KR}${END}`, 'iuy'), MILLIONS],
  [new RegExp(String.raw`\s*(?:t\.?\s?kr\.?|tkr\.?|tdkk|(?:hele\s+)?tusinde?\s*${KR})${END}`, 'iuy'), THOUSANDS],
  [new RegExp(String.raw`\s*${KR}${END}`, 'iuy'), KRONER],
  [/,-(?!\d)/uy, KRONER],
];

/** Units that are of money unless a thing follows that they count: `2 millioner`, but not `2 millioner posteringer`. */
const BARE_SUFFIXES: readonly (readonly [pattern: RegExp, scale: bigint])[] = [
  [new RegExp(String.raw`\s*(?:mia\.?|milliarder|milliard)${END}`, 'iuy'), BILLIONS],
  [new RegExp(String.raw`\s*(?:mio\.?|mill\.|millioner|million)${END}`, 'iuy'), MILLIONS],
  [new RegExp(String.raw`\s*(?:tusinde?)${END}`, 'iuy'), THOUSANDS],
];

/** Units that stand before an amount: `kr. 500`. */
const MONEY_PREFIXES: readonly (readonly [pattern: RegExp, scale: bigint])[] = [
  [/(?<![\p{L}\d])(?:mio|mill)\.?\s*(?:kr\.?|kroner|dkk)\s*$/iu, MILLIONS],
  [/(?<![\p{L}\d])(?:t\.\s?kr\.?|tkr\.?)\s*$/iu, THOUSANDS],
  [/(?<![\p{L}\d.])(?:kr\.?|kroner|dkk)\s*$/iu, KRONER],
];

/** A unit and where it ends or begins in the text; `needsNoThing`: it is of money only where no thing follows. */
interface FoundUnit {
  scale: bigint;
  at: number;
  needsNoThing: boolean;
}

/** The unit of money that begins at `from`. */
export function moneyAfter(text: string, from: number): FoundUnit | null {
  for (const [list, needsNoThing] of [
    [MONEY_SUFFIXES, false],
    [BARE_SUFFIXES, true],
  ] as const) {
    for (const [pattern, scale] of list) {
      const end = matchAt(pattern, text, from);
      if (end !== null) return { scale, at: end, needsNoThing };
    }
  }
  return null;
}

/** The unit of money that ends at `to` and begins no earlier than `least`. */
export function moneyBefore(text: string, to: number, least: number): FoundUnit | null {
  const before = text.slice(Math.max(least, to - 16), to);
  for (const [pattern, scale] of MONEY_PREFIXES) {
    const found = pattern.exec(before);
    if (found) return { scale, at: to - before.length + found.index, needsNoThing: false };
  }
  return null;
}

/** Where a match of a sticky pattern that begins at `from` ends. */
export function matchAt(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Percentages, and how long or how often: neither amounts nor counts of what the report counts. */
export const NOT_OF_THE_REPORT =
  /\s?(?:%|‰|pct(?![\p{L}])|procent|promille|(?:hele\s+|halve\s+)?(?:år|års|årige?|måned|måneder|måneders|uge|uger|ugers|mdr|(?:arbejds|bank|hver|kalender)?dage?|dages|døgn|time|timer|timers|minut|minutter|kvartal|kvartaler|halvår|gang|gange|km|m2|m²|gb|mb|kb)(?![\p{L}]))/iuy;

/** After these a number is a name: of a part of the report, a law, an account, a period. */
const NAMED =
  /(?:^|[^\p{L}])(?:kat|kategori|kategorien|kategorier|kategorierne|afsnit|afsnittet|afsnittene|kapitel|kapitlet|kap|tabel|tabellen|tabeller|figur|figuren|bilag|bilaget|side|siderne|s|note|noten|fodnote|punkt|punktet|pkt|§|§§|stk|stykke|nr|nummer|litra|artikel|periode|perioden|perioder|supplementsperiode|hovedkonto|hovedfunktion|funktion|funktionen|funktionerne|im-funktion|im-funktionen|im-funktioner|gruppering|grupperingen|konto|kontoen|balancekonto|balancekontoen|kontonr|kontonummer|artskonto|lov|uge|kvartal|fase|trin|niveau|version|kl|klokken|tlf|telefon|cvr|cvr-nr|ean|ean-nr|sagsnr|journalnr|j\.nr|postnr|linje|række|kolonne|ark|lokale|mødelokale|værelse|etage)\.?\s*$/iu;

/** Whether what ends at `to` names the number that begins there. */
export function isNamed(text: string, to: number): boolean {
  return NAMED.test(text.slice(Math.max(0, to - 24), to));
}

/** Words before a year. */
const BEFORE_YEAR =
  /(?:^|[^\p{L}])(?:i|år|året|årene|regnskab|regnskabet|regnskabsår|regnskabsåret|årsregnskab|årsregnskabet|budget|budgettet|ultimo|primo|medio|fra|siden|efter|før|inden|for|pr|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|foråret|sommeren|efteråret|vinteren)\.?\s*$/iu;

export function isBeforeYear(text: string, to: number): boolean {
  return BEFORE_YEAR.test(text.slice(Math.max(0, to - 18), to));
}

/**
 * A word with the parts that hyphens join, after a space or, between adjectives, a comma. What names it further is part
 * of it: `kategori 3-konti`, `status- og driftskonti`.
 */
const WORD = /(?:\s+|(?<=\p{L}),\s+)(?:kategori\s?[123][\s-]+|\p{L}[\p{L}-]*-\s+(?:og|eller)\s+)?(\p{L}[\p{L}-]*)/iuy;

/** Words that can stand between a number and what it counts: `80 af kommunens ikke afstemte konti`. */
const BETWEEN =
  /^(?:af|de|den|disse|alle|andre|øvrige|ud|i|alt|ikke|endnu|kun|andre|ældre|små|store|større|mindre|nye|flere|færre|forskellige|særlige|egne|vores|sine|deres|tilsvarende|åbne|gamle|(?:\p{L}+(?:te|ede|ende|ige|iske|ske|bne|kkede|ene|ne))|(?:\p{L}+(?:ens|ets|ernes|enes|ts|gs|ns)))$/u;

const COUNTED =
  /^(?:[\p{L}-]*(?:konti|kontiene|kontoene|kontoer|kontoerne)|(?:balance|status|mellemregnings|drifts)?konto|(?:opfølgnings|[\p{L}-]*-)?forhold(?:ene)?|balanceposter|balanceposterne|balancepost|handleplan|handleplaner|handleplanerne|handlingsplan|handlingsplaner)$/u;
const ITEMS = /^poster(?:ne)?$/u;
const TO_FOLLOW_UP = /\s+til\s+opfølgning(?![\p{L}])/iuy;

/** Words that are no things: what stands before one of them is a number by itself. */
const NO_THING =
  /^(?:i|på|til|fra|med|mod|af|for|ved|under|over|om|og|eller|samt|men|som|der|hvor|hvoraf|heraf|derfor|fordi|da|når|hvis|så|er|var|bliver|blev|har|havde|kan|skal|vil|året|år|ultimo|primo|højere|lavere|mere|mindre|flere|færre|ældre|nye|større|tilbage|netto|brutto|alt|siden|efter|før|end|pr|den|det|de|en|et|kun|både|uden|inden|omkring|hvilket|hvilke|dels|mens|således|særskilt|samlet|årligt|månedligt|a|at|jf|dvs|dog|også|ikke|igen|nu|stadig|endnu|ud|sidste|forrige|foregående|samme)$/u;

/** What the report counts, by the words for it. */
export type CountedThing = Exclude<FigureThing, '' | 'andet'>;

/** What one of the words for what the report counts is of. */
export function thingOf(word: string): CountedThing {
  if (/^hand(?:le|lings)plan/i.test(word)) return 'handleplaner';
  return /kont(?:i|o)/i.test(word) ? 'konti' : 'forhold';
}

/** What a number counts, if anything. `end`: where the word for it ends. */
export type FoundThing = { end: number } & ({ kind: 'counted'; thing: CountedThing } | { kind: 'thing' | 'none' });

/** What follows a number: what the report counts, another thing, or none. */
export function thingAfter(text: string, from: number): FoundThing {
  let at = from;
  let first = true;
  let isThing = false;
  for (let words = 0; words < MOST_BETWEEN; words += 1) {
    WORD.lastIndex = at;
    const found = WORD.exec(text);
    const word = found?.[1]?.toLowerCase();
    if (word === undefined) break;
    at = WORD.lastIndex;
    if (COUNTED.test(word)) return { kind: 'counted', thing: thingOf(word), end: at };
    if (ITEMS.test(word)) {
      const end = matchAt(TO_FOLLOW_UP, text, at);
      return end === null ? { kind: 'thing', end: at } : { kind: 'counted', thing: 'forhold', end };
    }
    if (first) isThing = !NO_THING.test(word);
    first = false;
    if (!BETWEEN.test(word)) break;
  }
  return isThing ? { kind: 'thing', end: at } : { kind: 'none', end: from };
}
const MOST_BETWEEN = 5;

/** A word of the report's counts anywhere: by which a number later in the sentence counts. */
export const COUNTED_WORD =
  /(?<!\p{L})(?:konti|kontiene|balancekonti|statuskonti|forhold|forholdene|balanceposter|handleplaner|handlingsplaner)(?!\p{L})/giu;

/** Numbers written as words. `en` and `et` are mostly no numbers, and stand apart. */
const NUMBER_WORDS: Readonly<Record<string, bigint>> = {
  én: 1n,
  ét: 1n,
  to: 2n,
  tre: 3n,
  fire: 4n,
  fem: 5n,
  seks: 6n,
  syv: 7n,
  otte: 8n,
  ni: 9n,
  ti: 10n,
  elleve: 11n,
  tolv: 12n,
  tretten: 13n,
  fjorten: 14n,
  femten: 15n,
  seksten: 16n,
  sytten: 17n,
  atten: 18n,
  nitten: 19n,
  tyve: 20n,
  tredive: 30n,
  fyrre: 40n,
  halvtreds: 50n,
  tres: 60n,
  halvfjerds: 70n,
  firs: 80n,
  halvfems: 90n,
  hundrede: 100n,
};

/** `femogtyve`: ones before tens. */
const ONES_AND_TENS =
  /^(en|to|tre|fire|fem|seks|syv|otte|ni)og(tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems)$/;

/** The number that a word in lower case says; null for other words, and for `en` and `et`. */
export function valueOfWord(word: string): bigint | null {
  const [, ones, tens] = ONES_AND_TENS.exec(word) ?? [];
  if (ones !== undefined && tens !== undefined) return (ones === 'en' ? 1n : lookUp(ones)) + lookUp(tens);
  return Object.hasOwn(NUMBER_WORDS, word) ? lookUp(word) : null;
}

const lookUp = (word: string): bigint => NUMBER_WORDS[word] ?? 0n;
