import { expect, test } from 'vitest';
import { parseDate } from './parse-date.ts';

test.each(['31.12.2023', '31-12-2023', '31/12/2023', '2023-12-31', '20231231', ' 31.12.2023 ', '2023-12-31T00:00:00'])(
  'reads %s',
  (text) => {
    expect(parseDate(text)).toBe('2023-12-31');
  },
);

test('reads days and months of one digit, and leap days', () => {
  expect(parseDate('1.2.2024')).toBe('2024-02-01');
  expect(parseDate('29.02.2024')).toBe('2024-02-29');
});

test.each(['', '31.11.2023', '29.02.2023', '2023-13-01', '31.12.23', '31.12-2023', '45291', '20231301', 'Afsluttet'])(
  'refuses %s',
  (text) => {
    expect(parseDate(text)).toBeNull();
  },
);
