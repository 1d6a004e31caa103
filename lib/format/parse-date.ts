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

const TYPED = /^(\d{1,2})\s*([./\s-])\s*(\d{1,2})\s*[./\s-]\s*(\d{4}|\d{2})\.?$/;
const TYPED_COMPACT = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;
/** Years of two digits from here on are of the last century: no posting that is still open is older. */
const FIRST_OF_LAST_CENTURY = 70;

/**
 * Reads a date as people type it into a field: all that parseDate takes and the short forms of everyday Danish, day
 * first (`5/1-24`, `5.1.24`, `050124`, `05012024`). Files are read by parseDate alone: in a column of thousands nobody
 * sees what was guessed, in a field the date that was understood is shown at once.
 */
export function parseTypedDate(text: string): IsoDate | null {
  const typed = text.trim();
  const known = parseDate(typed);
  if (known !== null) return known;
  const parts = TYPED.exec(typed);
  if (parts) return toIsoDate(toFullYear(parts[4]), parts[3], parts[1]);
  const compact = TYPED_COMPACT.exec(typed);
  return compact ? toIsoDate(toFullYear(compact[3]), compact[2], compact[1]) : null;
}

function toFullYear(year: string | undefined): string | undefined {
  if (year?.length !== 2) return year;
  return Number(year) < FIRST_OF_LAST_CENTURY ? `20${year}` : `19${year}`;
}

function toIsoDate(year: string | undefined, month: string | undefined, day: string | undefined): IsoDate | null {
  return isoDate(Number(year), Number(month), Number(day));
}
