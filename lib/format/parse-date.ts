import { type IsoDate, isoDate } from '#lib/domain/date.ts';

const DAY_FIRST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** What databases write after a date that has no time of day. */
const MIDNIGHT = /[T ]00:00(:00(\.0+)?)?Z?$/;

/**
 * Reads a date as users write it: `31.12.2023`, `31-12-2023`, `31/12/2023`, `2023-12-31`, `20231231` (domain.md, files
 * that users really have). Null for anything else and for days that do not exist.
 */
export function parseDate(text: string): IsoDate | null {
  const date = text.trim().replace(MIDNIGHT, '');
  const dayFirst = DAY_FIRST.exec(date);
  if (dayFirst) return toIsoDate(dayFirst[4], dayFirst[3], dayFirst[1]);
  const yearFirst = YEAR_FIRST.exec(date) ?? COMPACT.exec(date);
  return yearFirst ? toIsoDate(yearFirst[1], yearFirst[2], yearFirst[3]) : null;
}

function toIsoDate(year: string | undefined, month: string | undefined, day: string | undefined): IsoDate | null {
  return isoDate(Number(year), Number(month), Number(day));
}
