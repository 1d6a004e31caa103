import { LARGEST_AMOUNT, type Ore } from '#lib/domain/money.ts';

/** How amounts are written: `1.234,50` or `1,234.50`. */
export type AmountForm = 'da' | 'en';

/** Why a text is no amount in a form. `other-form`: it is one in the other form. */
export type AmountProblem = 'not-an-amount' | 'three-decimals' | 'too-large' | 'other-form';

/** What a text says about the form: `either` reads both ways (`1.234`), `neutral` has no separator that tells. */
export type AmountEvidence = AmountForm | 'either' | 'neutral' | 'none';

const LARGEST = Number(LARGEST_AMOUNT);
const FAILED = -1;
const THREE_DECIMALS = -2;
const TOO_LARGE = -3;

const SPACES = /[\s\u00a0\u2007\u2009\u202f]/g;
const DOT = 46;
const COMMA = 44;
const HYPHEN = 45;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A blank, or one of the no-break and narrow spaces that stand between thousands. */
function isSpace(code: number): boolean {
  return code === 32 || code === 0xa0 || code === 0x2007 || code === 0x2009 || code === 0x202f;
}

/**
 * Øre of unsigned digits with separators, or one of the negative codes above. A double holds every whole number up to
 * LARGEST_AMOUNT exactly, so counting in one loses nothing.
 */
function readDigits(text: string, start: number, end: number, group: number, decimal: number): number {
  let value = 0;
  let run = 0;
  let digits = 0;
  let grouping = 0;
  let decimals = FAILED;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      digits += 1;
      if (decimals === FAILED) run += 1;
      else decimals += 1;
      if (decimals <= 2) value = value * 10 + (code - 48);
      if (value > LARGEST) value = Number.POSITIVE_INFINITY;
    } else if (code === group || isSpace(code)) {
      const kind = code === group ? group : 32;
      const whole = grouping === 0 ? run >= 1 && run <= 3 && text.charCodeAt(start) !== 48 : run === 3;
      if (decimals !== FAILED || !whole || (grouping !== 0 && grouping !== kind)) return FAILED;
      grouping = kind;
      run = 0;
    } else if (code === decimal) {
      if (decimals !== FAILED || (grouping !== 0 && run !== 3)) return FAILED;
      decimals = 0;
    } else return FAILED;
  }
  if (digits === 0 || decimals === 0 || (decimals === FAILED && grouping !== 0 && run !== 3)) return FAILED;
  if (decimals > 2) return THREE_DECIMALS;
  const ore = value * (decimals === 2 ? 1 : decimals === 1 ? 10 : 100);
  return ore > LARGEST ? TOO_LARGE : ore;
}

/** The text without its sign, unit and marks, and whether they make it negative; null where they contradict. */
function unwrap(text: string): { negative: boolean; body: string } | null {
  let body = text
    .replace(SPACES, ' ')
    .replace(/[\u2212\u2013]/g, '-')
    .trim()
    .replace(/^(kr\.?|dkk) ?/i, '')
    .replace(/ ?(kr\.?|dkk)$/i, '');
  let signs = 0;
  let negative = false;
  const parentheses = /^\((.*)\)$/.exec(body);
  if (parentheses) {
    signs += 1;
    negative = true;
    body = (parentheses[1] ?? '').trim();
  }
  const side = / ?([dk])$/i.exec(body);
  if (side) {
    signs += 1;
    negative = side[1] === 'K' || side[1] === 'k';
    body = body.slice(0, side.index);
  }
  if (body.startsWith('-') || body.startsWith('+')) {
    signs += 1;
    negative = body.startsWith('-');
    body = body.slice(1).trim();
  }
  if (body.endsWith('-') || body.endsWith('+')) {
    signs += 1;
    negative = body.endsWith('-');
    body = body.slice(0, -1).trim();
  }
  body = body.replace(/^(kr\.?|dkk) ?/i, '').replace(/ ?(kr\.?|dkk)$/i, '');
  return signs > 1 ? null : { negative, body };
}

/** The sign, and øre or one of the negative codes. */
function readInForm(text: string, form: AmountForm): { negative: boolean; result: number } {
  const group = form === 'da' ? DOT : COMMA;
  const decimal = form === 'da' ? COMMA : DOT;
  // Most cells have at most a minus before or after: no need to look for the rarer marks.
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  const leading = first === HYPHEN;
  const trailing = last === HYPHEN;
  if (leading !== trailing ? isDigit(leading ? last : first) : isDigit(first) && isDigit(last)) {
    const end = trailing ? text.length - 1 : text.length;
    return { negative: leading || trailing, result: readDigits(text, leading ? 1 : 0, end, group, decimal) };
  }
  const parts = unwrap(text);
  if (!parts) return { negative: false, result: FAILED };
  return { negative: parts.negative, result: readDigits(parts.body, 0, parts.body.length, group, decimal) };
}

/**
 * Reads an amount in kroner in every form of domain.md (files that users really have) → øre, or why it is none:
 * leading or trailing minus, parentheses, `D`/`K` (kredit is negative), blanks as thousands separators, `kr.`.
 */
export function parseAmount(text: string, form: AmountForm): Ore | AmountProblem {
  const { negative, result } = readInForm(text, form);
  if (result >= 0) return BigInt(negative ? -result : result);
  if (result === TOO_LARGE) return 'too-large';
  if (result === THREE_DECIMALS) return 'three-decimals';
  const other = readInForm(text, form === 'da' ? 'en' : 'da').result;
  if (other === FAILED) return 'not-an-amount';
  return other === THREE_DECIMALS ? 'three-decimals' : 'other-form';
}

/** Which form a text can only be in, if it tells (domain.md: never guess between `1.234` = 1234 and 1.234). */
export function findAmountEvidence(text: string): AmountEvidence {
  const danish = readInForm(text, 'da').result;
  const english = readInForm(text, 'en').result;
  if (danish === FAILED) return english === FAILED ? 'none' : 'en';
  if (english === FAILED) return 'da';
  return danish === english ? 'neutral' : 'either';
}

/** Decimals that are looked at in a number of Excel: a third one is an error, what a sum leaves beyond is not. */
const EXCEL_DECIMALS = 4;

/**
 * Reads a number as Excel stores it (`158607.31`, `-1.5860700000000001E5`): exact to 15 significant digits, which is
 * all that Excel itself shows, so that what binary fractions add beyond them is no third decimal. Nor is what they
 * leave of a computed difference or sum (`1.4901161193847656E-8` for 0).
 */
export function parseExcelAmount(text: string): Ore | AmountProblem {
  const plain = toPlainNumber(text);
  if (plain === null) return 'not-an-amount';
  const decimals = plain.length - plain.indexOf('.') - 1;
  if (!plain.includes('.') || decimals <= EXCEL_DECIMALS) return parseAmount(plain, 'en');
  return parseAmount(Number(plain).toFixed(EXCEL_DECIMALS).replace(/0+$/, '').replace(/\.$/, ''), 'en');
}

/** A stored Excel number in plain notation with at most 15 significant digits: `9.01E7` → `90100000`; null if none. */
export function toPlainNumber(text: string): string | null {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) return null;
  const [mantissa = '', exponentText = '0'] = value.toExponential(14).split('e');
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace(/[-.]/g, '');
  const exponent = Number.parseInt(exponentText, 10);
  const point = exponent + 1;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const wholeLength = Math.max(point, 1);
  const decimals = padded.slice(wholeLength).replace(/0+$/, '');
  const plain = padded.slice(0, wholeLength) + (decimals === '' ? '' : `.${decimals}`);
  return negative && value !== 0 ? `-${plain}` : plain;
}

/** Reads a number of things (`2.338`, `2,338`, `2 338`, `2338`); null for anything that is no whole number ≥ 0. */
export function parseCount(text: string): number | null {
  const compact = text.replace(SPACES, '');
  if (!/^(\d+|\d{1,3}([.,]\d{3})+)$/.test(compact)) return null;
  const count = Number.parseInt(compact.replace(/[.,]/g, ''), 10);
  return Number.isSafeInteger(count) ? count : null;
}
