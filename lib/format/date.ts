import { dateParts, type IsoDate } from '#lib/domain/date.ts';

/** `2024-03-31` → `31.03.2024`. */
export function formatDate(date: IsoDate): string {
  const { year, month, day } = dateParts(date);
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
}

const MONTHS = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];

/** `2023-12-31` → `31. december 2023`, as Danish prose writes it. */
export function formatDateInProse(date: IsoDate): string {
  const { year, month, day } = dateParts(date);
  return `${day}. ${MONTHS[month - 1]} ${year}`;
}

/** `2024-03-31` → `marts 2024`. */
export function formatMonth(date: IsoDate): string {
  const { year, month } = dateParts(date);
  return `${MONTHS[month - 1]} ${year}`;
}
