const MONTHS = 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december';
/** What a number belongs to that follows it. */
const NAMES = 'kategori|afsnit|tabel|periode|supplementsperiode|konto|bilag|side|note|nr\\.|ca\\.|kl\\.|§|§§';

const BEFORE_UNIT = /(?<=\d) (?=(?:mi[oa]\. |t\.)?kr\.|%|pct\.)/g;
const WITHIN_UNIT = /(?<=\d\u00a0mi[oa]\.) (?=kr\.)/g;
const BEFORE_MONTH = new RegExp(`(?<=(?<!\\d)\\d{1,2}\\.) (?=(?:${MONTHS})(?!\\p{L}))`, 'giu');
const BEFORE_NUMBER = new RegExp(`(?<=(?<!\\p{L})(?:${NAMES})) (?=\\d)`, 'giu');

/**
 * Text as print has it at the end of a line: a number stays with its unit, a day with its month, and a number with what
 * it counts or names (`2,4 mio. kr.`, `31. december`, `kategori 2`), by no-break spaces.
 */
export function bindWords(text: string): string {
  if (!/\d/.test(text)) return text;
  return text
    .replace(BEFORE_UNIT, '\u00a0')
    .replace(WITHIN_UNIT, '\u00a0')
    .replace(BEFORE_MONTH, '\u00a0')
    .replace(BEFORE_NUMBER, '\u00a0');
}
