import { expect, test } from 'vitest';
import { withMinus } from './minus.ts';

test.each([
  ['-401.803', '−401.803'],
  ['faldet fra -388,6 til (-12) mio. kr.', 'faldet fra −388,6 til (−12) mio. kr.'],
  ['2022-2023, 3-5, 31-12-2023 og 2023-12-31', '2022-2023, 3-5, 31-12-2023 og 2023-12-31'],
  ['COVID-19, 010203-1234 og --5', 'COVID-19, 010203-1234 og --5'],
  ['KSD - 5', 'KSD - 5'],
])('%s is read as %s', (text, shown) => {
  expect(withMinus(text)).toBe(shown);
});
