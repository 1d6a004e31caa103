import { describe, expect, test } from 'vitest';
import { bindWords } from './bind-words.ts';

/** The text with its no-break spaces as `_`. */
const shown = (text: string): string => bindWords(text).replaceAll('\u00a0', '_');

describe('a number at the end of a line', () => {
  test.each([
    ['er 2,4 mio. kr., heraf 140 t.kr. ældre', 'er 2,4_mio._kr., heraf 140_t.kr. ældre'],
    ['mindst 1.000 kr. og 50 % eller 3 pct.', 'mindst 1.000_kr. og 50_% eller 3_pct.'],
    ['den 31. december 2022', 'den 31._december 2022'],
    ['pr. 1. maj', 'pr. 1._maj'],
    ['i kategori 2 og 3 (Periode 12 i 2023)', 'i kategori_2 og 3 (Periode_12 i 2023)'],
    ['jf. tabel 1.1 og § 5', 'jf. tabel_1.1 og §_5'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test.each([
    'i 2023 og 2022',
    'er 80 konti mod 75 året før',
    'version 1. Majoren kom',
    'underkategori 2',
    'Ingen tal.',
  ])('parts elsewhere: %s', (text) => {
    expect(bindWords(text)).toBe(text);
  });

  test('twice is once', () => {
    const once = bindWords('2,4 mio. kr. pr. 31. december i kategori 2');
    expect(bindWords(once)).toBe(once);
  });
});
