import { expect, it } from 'vitest';
import { readTagged, writeTagged } from './tagged-json.ts';

it('brings amounts through JSON exactly, and leaves texts what they are', () => {
  const value = { amounts: [9_007_199_254_740_993n, -1n, 0n], text: '123', null: null, count: 5, deep: { ore: 12n } };
  expect(readTagged(writeTagged(value))).toEqual(value);
});
