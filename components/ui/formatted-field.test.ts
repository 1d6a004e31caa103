import { describe, expect, it } from 'vitest';
import { readDate, readMoney } from './formatted-field.tsx';

describe('what people type into a field', () => {
  it.each([
    ['1.234,5', 123_450n],
    ['-1234,50', -123_450n],
    ['1234-', -123_400n],
    ['1 234 567,89', 123_456_789n],
    ['  0  ', 0n],
    ['', null],
    ['   ', null],
    ['4380.31', 438_031n],
    ['1,234.50', 123_450n],
    ['1.234', 123_400n],
    ['12,345', undefined],
    ['tolv', undefined],
  ])('amount %s', (text, expected) => expect(readMoney(text)).toBe(expected));

  it.each([
    ['31.12.2023', '2023-12-31'],
    ['31-12-2023', '2023-12-31'],
    ['20231231', '2023-12-31'],
    ['', null],
    ['31.02.2023', undefined],
    ['i morgen', undefined],
  ])('date %s', (text, expected) => expect(readDate(text)).toBe(expected));
});
