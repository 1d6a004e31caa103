const MONTHS = 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december';
/** What a number belongs to that follows it. */
const NAMES = 'kategori|afsnit|tabel|periode|supplementsperiode|konto|bilag|side|note|nr\\.|stk\\.|ca\\.|kl\\.|§|§§';

const BEFORE_UNIT = /(?<=\d) (?=(?:mi[oa]\. |t\.)?kr\.|%|pct\.|stk\.|år(?!\p{L}))/gu;
const WITHIN_UNIT = /(?<=\d\u00a0mi[oa]\.) (?=kr\.)/g;
const BEFORE_MONTH = new RegExp(`(?<=(?<!\\d)\\d{1,2}\\.) (?=(?:${MONTHS})(?!\\p{L}))`, 'giu');
const BEFORE_NUMBER = new RegExp(`(?<=(?<!\\p{L})(?:${NAMES})) (?=\\d)`, 'giu');
const WITHIN_SUM = /(?<=(?<!\p{L})i) (?=alt(?!\p{L}))/giu;
const BEFORE_YEAR = /(?<=(?<!\p{L})i) (?=(?:19|20)\d\d(?!\d))/giu;
/** A longer word may have to be divided, which it is not where it is bound. */
const AFTER_SHORT = /(?<=(?<!\p{L})(?:pr|jf)\.) (?=\d|\S{1,7}(?!\S))/giu;

/**
 * Text as print has it at the end of a line: a number stays with its unit, a day with its month, a number with what it
 * counts or names, a year and a sum with their `i`, and `pr.` and `jf.` with what follows (`2,4 mio. kr.`,
 * `31. december`, `kategori 2`, `i 2023`, `i alt`, `pr. borger`), by no-break spaces.
 */
export function bindWords(text: string): string {
  return text
    .replace(BEFORE_UNIT, '\u00a0')
    .replace(WITHIN_UNIT, '\u00a0')
    .replace(BEFORE_MONTH, '\u00a0')
    .replace(BEFORE_NUMBER, '\u00a0')
    .replace(WITHIN_SUM, '\u00a0')
    .replace(BEFORE_YEAR, '\u00a0')
    .replace(AFTER_SHORT, '\u00a0');
}
