import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextBlock } from '#lib/domain/report-text.ts';
import { diffDocuments, diffWordsOf } from './diff-texts.ts';
import { documentWords } from './text-words.ts';

const p = (text: string): TextBlock => ({ kind: 'paragraph', content: [{ kind: 'text', text }] });
const said = (kind: 'same' | 'added' | 'removed', text: string) => ({ kind, text });

describe('diffWordsOf', () => {
  it('tells which words came and which went', () => {
    expect(diffWordsOf('Der er 3 konti i kategori 3.', 'Der er 4 konti i kategori 3.')).toEqual([
      said('same', 'Der er '),
      said('removed', '3'),
      said('added', '4'),
      said('same', ' konti i kategori 3.'),
    ]);
    expect(diffWordsOf('', '')).toEqual([]);
  });

  it('gives both texts back, read with what came or with what went', () => {
    const words = fc
      .array(fc.constantFrom('konti', 'steg', 'faldt', 'æble', '3.', '\n', ' '))
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = diffWordsOf(before, after);
        const without = (kind: string) => parts.filter((part) => part.kind !== kind).map((part) => part.text);
        expect(without('added').join('')).toBe(before);
        expect(without('removed').join('')).toBe(after);
      }),
    );
  });

  it('ends with two long texts that have nothing to do with each other', () => {
    const long = (word: string) => Array.from({ length: 30_000 }, (_, index) => `${word}${index}`).join(' ');
    expect(diffWordsOf(long('a'), long('b')).length).toBeGreaterThan(0);
  });
});

describe('diffDocuments', () => {
  const list: TextBlock = {
    kind: 'list',
    ordered: false,
    items: [[{ kind: 'text', text: 'Et' }], [{ kind: 'figure', key: 'kategori3.antal', unit: 'usual' }]],
  };

  it('tells block by block what is the same, changed, new and gone', () => {
    const before = [p('Indledning.'), p('Saldoen er faldet med 12 konti.'), p('Dette udgår helt nu.')];
    const after = [p('Indledning.'), list, p('Saldoen er steget med 12 konti.')];
    expect(diffDocuments(before, after)).toEqual([
      { kind: 'same', block: 'paragraph', words: [said('same', 'Indledning.')] },
      { kind: 'added', block: 'list', words: [said('added', 'Et\n{{kategori3.antal}}')] },
      {
        kind: 'changed',
        block: 'paragraph',
        words: [
          said('same', 'Saldoen er '),
          said('removed', 'faldet'),
          said('added', 'steget'),
          said('same', ' med 12 konti.'),
        ],
      },
      { kind: 'removed', block: 'paragraph', words: [said('removed', 'Dette udgår helt nu.')] },
    ]);
  });

  it('calls a change of looks alone a change, though no word differs', () => {
    const bold: TextBlock = { kind: 'paragraph', content: [{ kind: 'text', text: 'Fed', bold: true }] };
    expect(diffDocuments([p('Fed')], [bold])).toEqual([
      { kind: 'changed', block: 'paragraph', words: [said('same', 'Fed')] },
    ]);
  });
});

describe('documentWords', () => {
  it('tells figures by their keys, choices by their words and footnotes in brackets', () => {
    const words = documentWords([
      {
        kind: 'paragraph',
        content: [
          { kind: 'text', text: 'Antallet ' },
          {
            kind: 'choice',
            key: 'kategori3.antal',
            choice: { by: 'change', rise: 'steg', fall: 'faldt', none: 'er uændret' },
          },
          { kind: 'footnote', content: [{ kind: 'text', text: 'Se bilag.' }] },
        ],
      },
      {
        kind: 'table',
        head: true,
        rows: [
          [[{ kind: 'text', text: 'A' }], [{ kind: 'text', text: 'B' }]],
          [[], [{ kind: 'text', text: 'C' }]],
        ],
      },
    ]);
    expect(words).toBe('Antallet {{kategori3.antal: steg / faldt / er uændret}} [Se bilag.]\nA\tB\n\tC');
  });
});
