import { expect, it } from 'vitest';
import { contrastWithWhite } from './brand.ts';

it.each([
  ['#000000', 21],
  ['#ffffff', 1],
  // As the checkers of the web have them.
  ['#767676', 4.54],
  ['#0000ff', 8.59],
  ['#ff0000', 4.0],
])('%s has a contrast of %f', (colour, contrast) => {
  expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 2);
});
