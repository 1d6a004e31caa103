import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayOfTerm, runOutBefore } from './retention.ts';

describe('a term of five years', () => {
  it('of fiscal year 2020 ends with 2025', () => {
    expect(lastDayOfTerm(2020, 5)).toBe('2025-12-31');
  });

  it.each([
    // 2019 ended on 31.12.2019; its fifth year ends on 31.12.2024. 2020 has a day left.
    ['2025-12-31', '2020-01-01'],
    ['2026-01-01', '2021-01-01'],
    ['2026-11-21', '2021-01-01'],
    ['2024-02-29', '2019-01-01'],
  ])('on %s has run out for what is before %s', (today, before) => {
    expect(runOutBefore(today, 5)).toBe(before);
  });

  it('has run out for a year exactly when its last day is over', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2060 }),
        fc.integer({ min: 1, max: 30 }),
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (year, years, date) => {
          const today = date.toISOString().slice(0, 10);
          expect(`${year}-12-31` < runOutBefore(today, years)).toBe(lastDayOfTerm(year, years) < today);
        },
      ),
    );
  });
});
