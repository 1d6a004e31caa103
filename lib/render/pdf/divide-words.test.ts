import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideToFit, divideWords } from './divide-words.ts';
import { measureText, polish } from './fonts.ts';

const SOFT_HYPHEN = '\u00ad';
const seen = (text: string): string => text.replaceAll(SOFT_HYPHEN, '-');

describe('words divided for a column', () => {
  test.each([
    ['mellemregningskonto', 70, 'mellemregnings-konto'],
    ['debitorafstemning', 50, 'debitor-afstemning'],
    ['boligindskudslån', 59, 'boligindskuds-lån'],
    ['Beskæftigelsesforvaltningen', 80, 'Beskæftigelses-forvaltningen'],
  ])('%s at %i points is %s', (word, width, divided) => {
    expect(seen(divideWords(word, width, 8))).toBe(divided);
  });

  test.each(['95900015', 'https://example.org/en/meget/lang/adresse', 'navn.navnesen@eksempel.dk', '2023-12-31-00001'])(
    '%s is never divided',
    (text) => {
      expect(divideWords(text, 20, 8)).toBe(text);
    },
  );

  test('are whole where their line has room, and where a short end is all that a division would save', () => {
    const text = 'Kortfristede tilgodehavender';
    expect(divideWords(text, measureText(text, 8) + 1, 8)).toBe(text);
    expect(
      divideWords('en to tre fire fem tilgodehavender', measureText('en to tre fire fem til', 8), 8),
    ).not.toContain(SOFT_HYPHEN);
  });

  test('are whole in a cell, too, where a division saves no line', () => {
    const cell = 'Tilgodehavender i betalingskontrol';
    const width = measureText('Tilgodehavender i beta-', 8) + 1;
    expect(seen(divideWords(cell, width, 8))).toBe('Tilgodehavender i beta-lingskontrol');
    expect(divideToFit(cell, width, 8)).toBe(cell);
    const four = 'Finansielle aktiver tilhørende selvejende institutioner med overenskomst';
    const narrow = measureText('tioner med overenskomst', 8) + 1;
    expect(seen(divideToFit(four, narrow, 8))).toBe(
      'Finansielle aktiver tilhø-rende selvejende institu-tioner med overenskomst',
    );
    expect(divideToFit('mellemregningskonto', 70, 8)).toContain(SOFT_HYPHEN);
  });

  test('lose and gain nothing but soft hyphens, with three letters at either end', () => {
    const word = fc.constantFrom(
      'afstemning',
      'af',
      'mellemregningskonto',
      'kr.',
      '-12.000',
      'Ærø-',
      'overførselsindkomster',
    );
    const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.integer({ min: 24, max: 300 }), (whole, width) => {
        const divided = divideWords(whole, width, 8);
        expect(divided.replaceAll(SOFT_HYPHEN, '')).toBe(polish(whole));
        for (const part of divided.match(/[\p{L}\u00ad]+/gu) ?? []) {
          const parts = part.split(SOFT_HYPHEN);
          if (parts.length === 1) continue;
          expect(parts[0]?.length, divided).toBeGreaterThanOrEqual(3);
          expect(parts.at(-1)?.length, divided).toBeGreaterThanOrEqual(3);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
