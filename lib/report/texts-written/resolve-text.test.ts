import { describe, expect, test } from 'vitest';
import type { Choice, Inline, TextBlock } from '#lib/domain/report-text.ts';
import type { Run } from '../model.ts';
import { amount, figure } from '../testing/sample-figures.ts';
import { indexFigures, resolveText } from './resolve-text.ts';

const FIGURES = indexFigures([
  figure('kategori3.antal', 6),
  figure('en', 1),
  figure('nul', 0),
  figure('fald', -91),
  figure('kategori2.netto', { ore: '-40180312345', printed: '-401.803' }, 't.kr.'),
  figure('plan', { ore: '-15860749', printed: '-158.607' }, 'kr.'),
  figure('lidt', { ore: '49999', printed: '0' }, 't.kr.'),
  figure('lidt-fald', { ore: '-30000', printed: '0' }, 't.kr.'),
  figure('halvt', { ore: '-50000', printed: '-1' }, 't.kr.'),
  figure('oere', { ore: '49', printed: '0' }, 'kr.'),
  figure('krone', { ore: '50', printed: '1' }, 'kr.'),
]);

const text = (words: string): Inline => ({ kind: 'text', text: words });
const bound = (key: string, parts: Partial<Extract<Inline, { kind: 'figure' }>> = {}): Inline => ({
  kind: 'figure',
  key,
  unit: 'usual',
  ...parts,
});
const note = (...content: Inline[]): Inline => ({ kind: 'footnote', content });
const paragraph = (...content: Inline[]): TextBlock => ({ kind: 'paragraph', content });

/** The runs of the only paragraph. */
function runsOf(...content: Inline[]): Run[] {
  const [part] = resolveText([paragraph(...content)], FIGURES);
  const block = part?.kind === 'rich' ? part.blocks[0] : undefined;
  return block?.kind === 'paragraph' ? block.runs : [];
}

const read = (...content: Inline[]): string =>
  runsOf(...content)
    .map((run) => run.text)
    .join('');

describe('a bound figure', () => {
  test('is stated with its unit and its key', () => {
    expect(runsOf(text('Der er '), bound('kategori3.antal', { bold: true }), text(' konti.'))).toEqual([
      { text: 'Der er ' },
      { text: '6', bold: true, figure: 'kategori3.antal' },
      { text: ' konti.' },
    ]);
    expect(read(bound('kategori2.netto'))).toBe('-401.803\u00a0t.kr.');
    expect(read(bound('plan'))).toBe('-158.607\u00a0kr.');
  });

  test('can be in another unit, each time rounded from the exact amount, and without its sign', () => {
    expect(read(bound('kategori2.netto', { unit: 'mio. kr.', absolute: true }))).toBe('401,8\u00a0mio.\u00a0kr.');
    expect(read(bound('plan', { unit: 't.kr.' }))).toBe('-159\u00a0t.kr.');
    expect(read(bound('kategori2.netto', { unit: 'kr.' }))).toBe('-401.803.123\u00a0kr.');
  });

  test('that ends a sentence with kr. ends it once', () => {
    expect(read(bound('plan'), text('. Derefter.'))).toBe('-158.607\u00a0kr. Derefter.');
    expect(read(bound('plan'), text('.'))).toBe('-158.607\u00a0kr.');
    expect(read(bound('plan'), text('...'))).toBe('-158.607\u00a0kr....');
    expect(read(bound('kategori3.antal'), text('.'))).toBe('6.');
  });

  test('that is gone says so where it should stand', () => {
    expect(read(text('Beløbet er '), bound('borte.netto'), text('.'))).toBe('Beløbet er [figur mangler: borte.netto].');
  });
});

describe('a choice', () => {
  const change: Choice = { by: 'change', rise: 'steget', fall: 'faldet', none: 'uændret' };
  const number: Choice = { by: 'number', one: 'konto er', other: 'konti er', none: 'ingen konti' };

  test.each([
    ['kategori3.antal', change, 'steget'],
    ['fald', change, 'faldet'],
    ['nul', change, 'uændret'],
    // Less than 500 kr. is printed as 0 t.kr., less than 50 øre as 0 kr.
    ['lidt', change, 'uændret'],
    ['lidt-fald', change, 'uændret'],
    ['halvt', change, 'faldet'],
    ['oere', change, 'uændret'],
    ['krone', change, 'steget'],
    ['lidt', number, 'ingen konti'],
    ['halvt', number, 'konto er'],
    ['kategori3.antal', number, 'konti er'],
    ['en', number, 'konto er'],
    ['nul', number, 'ingen konti'],
    ['plan', number, 'konti er'],
    ['borte', number, '[figur mangler: borte]'],
  ])('by %s of %o says %s', (key, choice, expected) => {
    expect(read({ kind: 'choice', key, choice })).toBe(expected);
  });

  describe('in a line that states what it follows', () => {
    // Of 51.049.000 to 50.951.000 kr. and to 51.020.000 kr.; of 100.499 to 99.600 kr.; of 100.499 to 100.500 kr.
    const figures = indexFigures([
      ...[
        ['a', 5_104_900_000n, 5_095_100_000n],
        ['b', 5_104_900_000n, 5_102_000_000n],
        ['c', 10_049_900n, 9_960_000n],
        ['d', 10_050_000n, 10_049_900n],
      ].flatMap(([name, now, before]) => [
        amount(`${name}`, BigInt(now ?? 0)),
        amount(`${name}.forrige`, BigInt(before ?? 0)),
        amount(`${name}.aendring`, BigInt(now ?? 0) - BigInt(before ?? 0)),
      ]),
      figure('e.aendring', 1),
      figure('e', 7),
      figure('e.forrige', 6),
    ]);
    const say = (...content: Inline[]) => {
      const [part] = resolveText([paragraph(...content)], figures);
      const block = part?.kind === 'rich' ? part.blocks[0] : undefined;
      return block?.kind === 'paragraph' ? block.runs.map((run) => run.text.replaceAll('\u00a0', ' ')).join('') : '';
    };
    const by = (name: string): Inline => ({ kind: 'choice', key: `${name}.aendring`, choice: change });
    const inMillions = (key: string) => bound(key, { unit: 'mio. kr.' });

    test('goes by how the change is written there', () => {
      expect(say(by('b'), text(' med '), inMillions('b.aendring'))).toBe('uændret med 0,0 mio. kr.');
      expect(say(by('b'), text(' med '), bound('b.aendring'))).toBe('steget med 29 t.kr.');
      expect(say(by('a'), text(' med '), inMillions('a.aendring'))).toBe('steget med 0,1 mio. kr.');
    });

    test('goes by how the two numbers are written that it lies between', () => {
      const fromTo = (name: string, of: (key: string) => Inline) =>
        say(by(name), text(' fra '), of(`${name}.forrige`), text(' til '), of(name));
      expect(fromTo('a', inMillions)).toBe('uændret fra 51,0 mio. kr. til 51,0 mio. kr.');
      expect(fromTo('a', bound)).toBe('steget fra 50.951 t.kr. til 51.049 t.kr.');
      // The change is 899 kr., rounded to 1 t.kr.; and 1 krone, rounded to 0.
      expect(fromTo('c', bound)).toBe('uændret fra 100 t.kr. til 100 t.kr.');
      expect(fromTo('d', bound)).toBe('steget fra 100 t.kr. til 101 t.kr.');
      expect(fromTo('e', bound)).toBe('steget fra 6 til 7');
    });

    test('goes by the change where the line states it beside the two', () => {
      expect(say(by('c'), text(' med '), bound('c.aendring'), text(' til '), bound('c'), bound('c.forrige'))).toContain(
        'steget med 1 t.kr.',
      );
    });
  });

  test('without words leaves nothing', () => {
    expect(runsOf(text('a'), { kind: 'choice', key: 'nul', choice: { ...change, none: '' } }, text('b'))).toEqual([
      { text: 'a' },
      { text: 'b' },
    ]);
  });
});

describe('footnotes', () => {
  test('are numbered in reading order, after those before, and stand with the blocks that refer to them', () => {
    const parts = resolveText(
      [
        paragraph(text('Et'), note(text('første')), text(' og to'), note(text('anden'), bound('en'))),
        { kind: 'heading', level: 1, content: [text('Nyt'), note(text('tredje'))] },
        { kind: 'list', ordered: true, items: [[text('punkt'), note(text('fjerde'))]] },
        { kind: 'table', head: true, rows: [[[text('a')], []], [[note(text('femte'))]]] },
      ],
      FIGURES,
      4,
    );
    expect(parts).toEqual([
      {
        kind: 'rich',
        blocks: [
          {
            kind: 'paragraph',
            runs: [
              { text: 'Et', note: '5' },
              { text: ' og to', note: '6' },
            ],
          },
        ],
        notes: [
          { mark: '5', runs: [{ text: 'første' }] },
          { mark: '6', runs: [{ text: 'anden' }, { text: '1', figure: 'en' }] },
        ],
      },
      { kind: 'heading', level: 1, text: 'Nyt(7)', runs: [{ text: 'Nyt', note: '7' }] },
      {
        kind: 'rich',
        blocks: [
          { kind: 'list', ordered: true, items: [[{ text: 'punkt', note: '8' }]] },
          { kind: 'table', head: [[{ text: 'a' }], []], rows: [[[{ text: '', note: '9' }], []]] },
        ],
        notes: [
          { mark: '7', runs: [{ text: 'tredje' }] },
          { mark: '8', runs: [{ text: 'fjerde' }] },
          { mark: '9', runs: [{ text: 'femte' }] },
        ],
      },
    ]);
  });
});

test('a table is without its empty rows, its head too', () => {
  const rows = [
    [[], [text(' ')]],
    [[text('a')], []],
    [[], []],
    [[], [text('b')]],
  ];
  const tableOf = (head: boolean) => {
    const [part] = resolveText([{ kind: 'table', head, rows }], FIGURES);
    return part?.kind === 'rich' ? part.blocks[0] : undefined;
  };
  const said = [
    [[{ text: 'a' }], []],
    [[], [{ text: 'b' }]],
  ];
  expect(tableOf(true)).toEqual({ kind: 'table', head: null, rows: said });
  expect(tableOf(false)).toEqual({ kind: 'table', head: null, rows: said });
});

test('what says nothing is left out', () => {
  const blank = [
    paragraph(),
    paragraph(text(' \n')),
    { kind: 'list', ordered: false, items: [[], [text('')]] } as const,
  ];
  expect(resolveText([...blank, { kind: 'table', head: false, rows: [[[]]] }] as TextBlock[], FIGURES)).toEqual([]);
});
