/** A calendar date as ISO text, `2023-12-31`. Compares as text. */
export type IsoDate = string;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in `month` (1–12) of `year`. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The ISO date of year, month and day, or null where the calendar has no such day (years 1900–2199). */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (!Number.isInteger(year) || year < 1900 || year > 2199) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The parts of an ISO date. */
export function dateParts(date: IsoDate): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map((part) => Number.parseInt(part, 10));
  return { year, month, day };
}

/** The last day of the month that is `months` after that of `date`. */
export function endOfMonthAfter(date: IsoDate, months: number): IsoDate {
  const { year, month } = dateParts(date);
  const count = year * 12 + (month - 1) + months;
  const [ofYear, ofMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return `${ofYear}-${String(ofMonth).padStart(2, '0')}-${String(daysInMonth(ofYear, ofMonth)).padStart(2, '0')}`;
}
