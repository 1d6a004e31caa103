import { dateParts, daysInMonth, type IsoDate, isoDate } from './date.ts';

/** Why nobody is at work: a public holiday by its name, or the day of a weekend. */
export type ClosedDay =
  | 'nytaarsdag'
  | 'skaertorsdag'
  | 'langfredag'
  | 'paaskedag'
  | 'anden-paaskedag'
  | 'store-bededag'
  | 'kristi-himmelfartsdag'
  | 'pinsedag'
  | 'anden-pinsedag'
  | 'grundlovsdag'
  | 'juleaftensdag'
  | 'juledag'
  | 'anden-juledag'
  | 'nytaarsaftensdag'
  | 'loerdag'
  | 'soendag';

/** Days after Easter Sunday. */
const BY_EASTER: readonly [number, ClosedDay][] = [
  [-3, 'skaertorsdag'],
  [-2, 'langfredag'],
  [0, 'paaskedag'],
  [1, 'anden-paaskedag'],
  [39, 'kristi-himmelfartsdag'],
  [49, 'pinsedag'],
  [50, 'anden-pinsedag'],
];

/** By month and day. Grundlovsdag, 24 and 31 December count as holidays where a time limit runs out (retsplejeloven § 148 a). */
const BY_DATE: readonly [string, ClosedDay][] = [
  ['01-01', 'nytaarsdag'],
  ['06-05', 'grundlovsdag'],
  ['12-24', 'juleaftensdag'],
  ['12-25', 'juledag'],
  ['12-26', 'anden-juledag'],
  ['12-31', 'nytaarsaftensdag'],
];

/** The fourth Friday after Easter; abolished from 2024. */
const PRAYER_DAY = 26;
const LAST_YEAR_OF_PRAYER_DAY = 2023;

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
export function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return isoDate(year, month, day) ?? '';
}

/** The date `days` after `date`; before it, where negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const { year, month, day } = dateParts(date);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative where it lies before. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The date `months` later, the day clipped to the month's last. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = dateParts(date);
  const count = year * 12 + (month - 1) + months;
  const [inYear, inMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return isoDate(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth))) ?? date;
}

/** Why nobody works that day; null: it is a working day. A holiday is named before a weekend. */
export function closedDay(date: IsoDate): ClosedDay | null {
  const fixed = BY_DATE.find(([monthDay]) => date.endsWith(monthDay));
  if (fixed) return fixed[1];
  const { year } = dateParts(date);
  const afterEaster = daysBetween(easterSunday(year), date);
  const moving = BY_EASTER.find(([days]) => days === afterEaster);
  if (moving) return moving[1];
  if (afterEaster === PRAYER_DAY && year <= LAST_YEAR_OF_PRAYER_DAY) return 'store-bededag';
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? 'loerdag' : weekday === 0 ? 'soendag' : null;
}

/** The date itself if it is a working day, else the first one after it. */
export function nextWorkingDay(date: IsoDate): IsoDate {
  let day = date;
  while (closedDay(day) !== null) day = addDays(day, 1);
  return day;
}
