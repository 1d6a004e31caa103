import { describe, expect, test } from 'vitest';
import { bindWords } from './bind-words.ts';

/** The text with its no-break spaces as `_`. */
const shown = (text: string): string => bindWords(text).replaceAll('\u00a0', '_');

describe('a number at the end of a line', () => {
  test.each([
    ['er 2,4 mio. kr., heraf 140 t.kr. ældre', 'er 2,4_mio._kr., heraf 140_t.kr. ældre'],
    ['mindst 1.000 kr. og 50 % eller 3 pct.', 'mindst 1.000_kr. og 50_% eller 3_pct.'],
    ['den 31. december 2022', 'den 31._december 2022'],
    ['pr. 1. maj', 'pr._1._maj'],
    ['i kategori 2 og 3 (Periode 12 i 2023)', 'i kategori_2 og 3 (Periode_12 i_2023)'],
    ['jf. tabel 1.1 og § 5', 'jf._tabel_1.1 og §_5'],
    ['§ 30, nr. 2, stk. 3; 12 stk. om 5 år', '§_30, nr._2, stk._3; 12_stk. om 5_år'],
    ['I alt netto, og i alt 3 i 2023', 'I_alt netto, og i_alt 3 i_2023'],
    ['beløb pr. borger, jf. bilag 3', 'beløb pr._borger, jf._bilag_3'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test.each([
    'i 20230 og 2022',
    'i altid, i Altona og hi alt',
    'pr. regnskabsafslutning',
    'de 12 åremål',
    'er 80 konti mod 75 året før',
    'version 1. Majoren kom',
    'underkategori 2',
    'Ingen tal.',
  ])('parts elsewhere: %s', (text) => {
    expect(bindWords(text)).toBe(text);
  });

  test('twice is once', () => {
    const once = bindWords('2,4 mio. kr. pr. 31. december i kategori 2, i alt i 2023');
    expect(bindWords(once)).toBe(once);
  });
});
