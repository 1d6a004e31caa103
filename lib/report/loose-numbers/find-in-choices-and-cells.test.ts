import { describe, expect, test } from 'vitest';
import type { Inline, TextDocument } from '#lib/domain/report-text.ts';
import { KNOWN_FIGURES as FIGURES } from '../testing/sample-figures.ts';
import { findLooseNumbers } from './find-loose-numbers.ts';

describe('a choice', () => {
  const words = (text: string): Inline => ({ kind: 'text', text });
  const change = (rise: string, fall: string, none: string): Inline => ({
    kind: 'choice',
    key: 'kategori2.netto',
    choice: { by: 'change', rise, fall, none },
  });
  const count = (one: string, other: string, none: string): Inline => ({
    kind: 'choice',
    key: 'kategori3.antal',
    choice: { by: 'number', one, other, none },
  });
  const loose = (...content: Inline[]) =>
    findLooseNumbers([{ kind: 'paragraph', content }], FIGURES, []).map(({ number, severity, at, inChoice }) => [
      number,
      severity,
      `${at.from}-${at.to}`,
      inChoice,
    ]);

  test('is read in each of its wordings, and points to itself', () => {
    expect(
      loose(words('Det er '), change('en stigning på 987.654 t.kr.', 'et fald på -401.803 t.kr.', 'som de 81 konti')),
    ).toEqual([
      ['987.654 t.kr.', 'blocking', '7-8', true],
      ['81 konti', 'blocking', '7-8', true],
    ]);
    expect(loose(change('op 3 og 5 mio. kr.', 'op 3 og 5 mio. kr.', ''))).toEqual([
      ['3', 'blocking', '0-1', true],
      ['5 mio. kr.', 'blocking', '0-1', true],
    ]);
  });

  test('is read with what stands beside it', () => {
    expect(loose(words('Der er 7'), count(' konto', ' konti', ''), words(' i dag.'))).toEqual([
      ['7 konto', 'blocking', '7-9', true],
      ['7 konti', 'blocking', '7-9', true],
    ]);
    expect(loose(words('Der er '), count('2.2', '987.', '99'), words('654 t.kr. og 9 konti'))).toContainEqual([
      '987.654 t.kr.',
      'blocking',
      '7-17',
      true,
    ]);
    expect(loose(words('Netto '), change('401.803', '401.803', '401.803'), words(' t.kr.'))).toEqual([]);
  });

  test('says one and none by itself, but no amount', () => {
    expect(loose(words('Der er '), count('én konto', 'flere konti', '0 konti'))).toEqual([]);
    expect(loose(words('Der er '), count('én mia. kr.', 'én konto', 'ingen'))).toEqual([
      ['én mia. kr.', 'blocking', '7-8', true],
      ['én konto', 'blocking', '7-8', true],
    ]);
  });

  test('leaves what is no number alone, and the numbers beside it as they are', () => {
    expect(loose(words('Den er '), change('steget siden 2022', 'faldet 12 pct.', 'uændret, jf. § 42'))).toEqual([]);
    expect(loose(words('Den er '), change('steget', 'faldet', ''), words(' og har 81 konti.'))).toEqual([
      ['81 konti', 'blocking', '16-24', false],
    ]);
  });

  test('is acknowledged in the words of its wording', () => {
    const document: TextDocument = [
      {
        kind: 'paragraph',
        content: [words('Det er '), change('en stigning på 987.654 t.kr.', '', ''), words(' i alt.')],
      },
    ];
    const [found] = findLooseNumbers(document, FIGURES, []);
    expect(found?.context).toBe('Det er en stigning på 987.654 t.kr. i alt.');
    expect(findLooseNumbers(document, FIGURES, found ? [found] : [])).toEqual([]);
  });

  test('stands in a cell under its head, and in a footnote', () => {
    const cell = (...content: Inline[]): Inline[] => content;
    const document: TextDocument = [
      {
        kind: 'table',
        head: true,
        rows: [[cell(words('Netto, t.kr.'))], [cell(change('401.803', '401.804', ''))]],
      },
      {
        kind: 'paragraph',
        content: [words('Se'), { kind: 'footnote', content: [words('Nu '), change('81 konti', '', '')] }],
      },
    ];
    expect(findLooseNumbers(document, FIGURES, []).map(({ number, at }) => ({ number, at }))).toEqual([
      { number: '401.804', at: { block: 0, path: [1, 0], footnote: null, from: 0, to: 1 } },
      { number: '81 konti', at: { block: 1, path: [], footnote: 1, from: 3, to: 4 } },
    ]);
  });
});

describe('a cell of a table', () => {
  const cell = (words: string): Inline[] => [{ kind: 'text', text: words }];
  const loose = (head: string, value: string) =>
    findLooseNumbers(
      [
        {
          kind: 'table',
          head: true,
          rows: [
            [cell('Navn'), cell(head)],
            [cell('KSD'), cell(value)],
          ],
        },
      ],
      FIGURES,
      [],
    ).map(({ number, severity, at }) => `${number} ${severity} ${at.path.join('.')}`);

  test('is in the unit of its head', () => {
    expect(loose('Netto, t.kr.', '-401.803')).toEqual([]);
    expect(loose('Netto, t.kr.', '-401.804')).toEqual(['-401.804 blocking 1.1']);
    expect(loose('Beløb (kr.)', '401.803')).toEqual(['401.803 blocking 1.1']);
    expect(loose('Mio. kr.', '401,8')).toEqual([]);
    expect(loose('Antal konti', '81')).toEqual(['81 blocking 1.1']);
    expect(loose('Andel i %', '81')).toEqual([]);
    expect(loose('År', '81')).toEqual([]);
    expect(loose('Antal', '81')).toEqual(['81 warning 1.1']);
    expect(loose('Saldo pr. konto, t.kr.', '401.804')).toEqual(['401.804 blocking 1.1']);
    expect(loose('Antal konti pr. år', '81')).toEqual(['81 blocking 1.1']);
    expect(loose('Saldo (mia. kr.)', '0,4')).toEqual([]);
    expect(loose('Saldo (mia. kr.)', '0,5')).toEqual(['0,5 blocking 1.1']);
  });

  test('is of what its row begins with where its head does not say it', () => {
    const table = (...rows: string[][]): TextDocument => [
      { kind: 'table', head: true, rows: rows.map((row) => row.map(cell)) },
    ];
    const found = findLooseNumbers(
      table(
        ['', '2023', '2022'],
        ['Antal konti', '80', '81'],
        ['Netto, t.kr.', '-401.803', '-401.804'],
        ['Andel i pct.', '7', '8'],
        ['Konto 95900015', '401.804', 'Ny'],
      ),
      FIGURES,
      [],
    );
    expect(found.map(({ number, severity, at }) => `${number} ${severity} ${at.path.join('.')}`)).toEqual([
      '81 blocking 1.2',
      '-401.804 blocking 2.2',
      '401.804 warning 4.1',
    ]);
  });
});
