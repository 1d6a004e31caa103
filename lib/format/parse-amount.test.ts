import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatOre } from './amount.ts';
import { findAmountEvidence, parseAmount, parseCount, parseExcelAmount, toPlainNumber } from './parse-amount.ts';

test.each([
  ['1.234.567,89', 123456789n],
  ['1234567,89', 123456789n],
  ['1 234 567,89', 123456789n],
  ['1\u00a0234\u00a0567,89', 123456789n],
  ['1\u202f234,5', 123450n],
  ['-158.607,00', -15860700n],
  ['158.607,00-', -15860700n],
  ['(158.607,00)', -15860700n],
  ['\u2212158.607,00', -15860700n],
  ['158.607,00 K', -15860700n],
  ['158.607,00K', -15860700n],
  ['158.607,00 D', 15860700n],
  ['kr. 1.000', 100000n],
  ['1.000,00 kr.', 100000n],
  ['-1.000 kr', -100000n],
  ['+5,25', 525n],
  [',50', 50n],
  ['0', 0n],
  ['0,00-', 0n],
  ['90.000.000.000.000,00', 9_000_000_000_000_000n],
  ['-90.000.000.000.000,00', -9_000_000_000_000_000n],
])('reads %s in Danish form', (text, ore) => {
  expect(parseAmount(text, 'da')).toBe(ore);
});

test.each([
  ['4380.31', 438031n],
  ['-1,234,567.8', -123456780n],
  ['1,234.50-', -123450n],
  ['1,234', 123400n],
])('reads %s in English form', (text, ore) => {
  expect(parseAmount(text, 'en')).toBe(ore);
});

test.each([
  ['', 'not-an-amount'],
  ['abc', 'not-an-amount'],
  ['12.34.567,00', 'not-an-amount'],
  ['1,2,3', 'not-an-amount'],
  ['12,', 'not-an-amount'],
  ['-5-', 'not-an-amount'],
  ['(-5)', 'not-an-amount'],
  ['0.123', 'three-decimals'],
  ['1,234', 'three-decimals'],
  ['1.000,005', 'three-decimals'],
  ['4380.31', 'other-form'],
  ['90.000.000.000.000,01', 'too-large'],
  ['99999999999999999999', 'too-large'],
])('refuses %s in Danish form: %s', (text, problem) => {
  expect(parseAmount(text, 'da')).toBe(problem);
});

test('only a separator that can be one thing tells the form', () => {
  expect(['1.234,00', '12,5', '1.234.567'].map(findAmountEvidence)).toEqual(['da', 'da', 'da']);
  expect(['1,234.00', '12.5', '1,234,567'].map(findAmountEvidence)).toEqual(['en', 'en', 'en']);
  expect(['1.234', '-1,234', '123.456 K'].map(findAmountEvidence)).toEqual(['either', 'either', 'either']);
  expect(['1234', '1 234', '0'].map(findAmountEvidence)).toEqual(['neutral', 'neutral', 'neutral']);
  expect(findAmountEvidence('x')).toBe('none');
});

test('every amount in øre survives being written and read', () => {
  fc.assert(
    fc.property(fc.bigInt(-9_000_000_000_000_000n, 9_000_000_000_000_000n), (ore) => {
      expect(parseAmount(formatOre(ore), 'da')).toBe(ore);
    }),
  );
});

test('a number of Excel is exact to 15 digits', () => {
  expect(parseExcelAmount('158607.31')).toBe(15860731n);
  expect(parseExcelAmount('-1.5860700000000001E5')).toBe(-15860700n);
  expect(parseExcelAmount('4380.3100000000004')).toBe(438031n);
  expect(parseExcelAmount('1.005')).toBe('three-decimals');
  expect(parseExcelAmount('0.0004')).toBe('three-decimals');
  expect(parseExcelAmount('1.4901161193847656E-8')).toBe(0n);
  expect(parseExcelAmount('-567.889999999898')).toBe(-56789n);
  expect(parseExcelAmount('99.999999999')).toBe(10000n);
  expect(parseExcelAmount('1E+20')).toBe('too-large');
  expect(toPlainNumber('9.0100001E7')).toBe('90100001');
  expect(toPlainNumber('1E-3')).toBe('0.001');
  fc.assert(
    fc.property(fc.bigInt(-999_999_999_999_999n, 999_999_999_999_999n), (ore) => {
      expect(parseExcelAmount(String(Number(ore) / 100))).toBe(ore);
    }),
  );
});

test('counts are whole and never ambiguous', () => {
  expect(['2.338', '2,338', '2 338', '2338', '0'].map(parseCount)).toEqual([2338, 2338, 2338, 2338, 0]);
  expect(['2,5', '-1', '', '1.2345', 'x'].map(parseCount)).toEqual([null, null, null, null, null]);
});
