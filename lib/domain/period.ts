import { dateParts, daysInMonth, type IsoDate, isoDate } from './date.ts';

/** An accounting period. Months 13–16 are supplementary periods at 31 December (domain.md). */
export interface Period {
  /** `2023-12` */
  id: string;
  fiscalYear: number;
  /** 1–16 */
  month: number;
  balanceDate: IsoDate;
}

/** Open; closed: nothing new, ongoing work goes on; locked: nothing changes (product.md, rule 7). */
export const PERIOD_STATUSES = ['open', 'closed', 'locked'] as const;
export type PeriodStatus = (typeof PERIOD_STATUSES)[number];

/** Why nothing may be done in a period: `isNew` for what was not begun before it closed; null: it may. */
export function refusalOf(status: PeriodStatus, isNew: boolean): 'period-locked' | 'period-closed' | null {
  if (status === 'locked') return 'period-locked';
  return status === 'closed' && isNew ? 'period-closed' : null;
}

/** Reads `2023-12`; null for anything that is no period. */
export function parsePeriod(text: string): Period | null {
  const match = /^(\d{4})-(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const fiscalYear = Number.parseInt(match[1] ?? '', 10);
  const month = Number.parseInt(match[2] ?? '', 10);
  if (month < 1 || month > 16) return null;
  const calendarMonth = Math.min(month, 12);
  const balanceDate = isoDate(fiscalYear, calendarMonth, daysInMonth(fiscalYear, calendarMonth));
  return balanceDate === null ? null : { id: match[0], fiscalYear, month, balanceDate };
}

/**
 * The periods that one can be carried into: all later ones up to the end of the next fiscal year, supplementary ones
 * included, the usual next one first.
 */
export function nextPeriods({ fiscalYear, month }: Period): Period[] {
  const usual = month < 12 ? [fiscalYear, month + 1] : [fiscalYear + 1, 1];
  const later = [
    ...MONTHS.filter((one) => one > month).map((one) => [fiscalYear, one]),
    ...MONTHS.map((one) => [fiscalYear + 1, one]),
  ].filter(([year, one]) => year !== usual[0] || one !== usual[1]);
  return [usual, ...later].flatMap(([year, one]) => {
    const period = parsePeriod(`${year}-${String(one).padStart(2, '0')}`);
    return period === null ? [] : [period];
  });
}

const MONTHS = Array.from({ length: 16 }, (_, index) => index + 1);

/** The months whose balance a year's report can stand on; the highest that has a balance is used (domain.md). */
export function isYearEndMonth(month: number): boolean {
  return month >= 12 && month <= 16;
}

/**
 * The last posting date that is older than one year: the balance date minus twelve months, the day clipped to the
 * month's last (domain.md: 29.02.2024 → 28.02.2023; 28.02.2025 → 28.02.2024).
 */
export function oneYearBefore(balanceDate: IsoDate): IsoDate {
  const { year, month, day } = dateParts(balanceDate);
  const clipped = Math.min(day, daysInMonth(year - 1, month));
  return `${year - 1}-${String(month).padStart(2, '0')}-${String(clipped).padStart(2, '0')}`;
}
