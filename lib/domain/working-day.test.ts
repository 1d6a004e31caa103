import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, addMonths, closedDay, daysBetween, easterSunday, nextWorkingDay } from './working-day.ts';

/** Easter Sundays as almanacs have them, the earliest and latest of two centuries among them. */
test.each([
  '1943-04-25',
  '1961-04-02',
  '2000-04-23',
  '2008-03-23',
  '2023-04-09',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2038-04-25',
  '2076-04-19',
])('Easter Sunday is %s', (date) => {
  expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
});

/** The days of three years on which Danish authorities are closed, by hand from the almanac. */
test.each([
  ['2023', '01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 06-05 12-24 12-25 12-26 12-31'],
  ['2024', '01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 06-05 12-24 12-25 12-26 12-31'],
  ['2026', '01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 06-05 12-24 12-25 12-26 12-31'],
])('the holidays of %s', (year, days) => {
  const found: string[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    const reason = closedDay(date);
    if (reason !== null && reason !== 'loerdag' && reason !== 'soendag') found.push(date.slice(5));
  }
  expect(found.join(' ')).toBe(days);
});

describe('a working day', () => {
  test.each([
    ['2026-11-20', '2026-11-20'], // a Friday
    ['2026-11-21', '2026-11-23'],
    ['2026-04-02', '2026-04-07'], // Maundy Thursday to Easter Monday
    ['2025-12-31', '2026-01-02'],
    ['2023-05-05', '2023-05-08'], // Store bededag
    ['2024-04-26', '2024-04-26'], // when it was no more
  ])('at or after %s is %s', (date, expected) => {
    expect(nextWorkingDay(date)).toBe(expected);
  });

  it('is never far, and never before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => {
        const date = addDays('1950-01-01', days);
        const next = nextWorkingDay(date);
        expect(daysBetween(date, next)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(date, next)).toBeLessThanOrEqual(6);
        expect(closedDay(next)).toBeNull();
      }),
    );
  });
});

test.each([
  ['2024-02-29', 36, '2027-02-28'],
  ['2023-12-31', 36, '2026-12-31'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -2, '2025-11-15'],
])('%s and %i months is %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});
