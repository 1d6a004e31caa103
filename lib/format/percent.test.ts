import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { formatPercent, parsePercent } from './percent.ts';

test.each([
  ['33,3333', 333_333n],
  ['60 %', 600_000n],
  [' 0.5', 5_000n],
  ['100', 1_000_000n],
  ['12,34567', null],
  ['-1', null],
  ['', null],
  ['1.000', 10_000n],
  ['tres', null],
])('%j is %s millionths', (text, expected) => {
  expect(parsePercent(text)).toBe(expected);
});

it('reads what it writes', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 1_000_000n), (millionths) => {
      expect(parsePercent(formatPercent(millionths))).toBe(millionths);
    }),
  );
});
