import { expect, test } from 'vitest';
import { parseDate, parseTypedDate } from './parse-date.ts';

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

test.each([
  '5/1-24',
  '5.1.24',
  '05-01-24',
  '050124',
  '05012024',
  '5.1.2024',
  '5 1 2024',
  '5. 1. 2024',
  '05/01-2024',
  '20240105',
])('takes %s for 5 January 2024 where it is typed', (text) => {
  expect(parseTypedDate(text)).toBe('2024-01-05');
});

test('takes two digits of a year for the century that an open posting can be of', () => {
  expect(parseTypedDate('31/12-69')).toBe('2069-12-31');
  expect(parseTypedDate('31/12-70')).toBe('1970-12-31');
  expect(parseTypedDate('311299')).toBe('1999-12-31');
});

test.each(['', '5/1', '31/2-24', '321224', '51224', '5124', 'i dag', '1.2.3.24', '5/1-024'])(
  'takes %s for no date where it is typed',
  (text) => {
    expect(parseTypedDate(text)).toBeNull();
  },
);
