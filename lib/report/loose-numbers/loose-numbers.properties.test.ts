import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildReport } from '../build-report.ts';
import { formatFigure } from '../figures/figure.ts';
import { listFigures } from '../figures/list-figures.ts';
import { DEMO_INSTALLATION, loadDemo } from '../testing/load-demo.ts';
import { amount, figure, looseIn } from '../testing/sample-figures.ts';
import { proseOf } from '../testing/written-text.ts';
import { findLooseNumbers } from './find-loose-numbers.ts';

test('a figure as the report writes it is never loose, in any unit, sign or place of a sentence', () => {
  const ore = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
  const sentences = [
    (words: string) => `Beløbet er ${words}.`,
    (words: string) => `${words} er netto, mod ${words} året før.`,
    (words: string) => `Af ${words} (i alt ${words}) er en del ældre; 2022: ${words}`,
    (words: string) => `Det faldt fra ${words} til ${words} i 2023, jf. afsnit 1.2.`,
  ];
  fc.assert(
    fc.property(
      ore,
      fc.integer({ min: -5000, max: 5000 }),
      fc.constantFrom('t.kr.', 'kr.'),
      fc.constantFrom('usual', 'kr.', 't.kr.', 'mio. kr.'),
      fc.boolean(),
      fc.constantFrom(...sentences),
      (exact, count, unit, shown, isAbsolute, sentence) => {
        const money = amount('m', exact, unit as 'kr.');
        const counted = figure('c', count);
        const figures = [money, counted];
        expect(looseIn(sentence(formatFigure(money, shown as 'usual', isAbsolute)), figures)).toEqual([]);
        expect(looseIn(sentence(`${formatFigure(counted, 'usual', isAbsolute)} konti`), figures)).toEqual([]);
      },
    ),
  );
});

test('no number in the sentences that the report writes by itself is loose', () => {
  const state = loadDemo();
  for (const { code } of state.committees) {
    const model = buildReport(state, DEMO_INSTALLATION, code);
    const figures = listFigures(model);
    const sentences = model.document.flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : [],
    );
    expect(sentences.length).toBeGreaterThan(20);
    expect(sentences.flatMap((sentence) => looseIn(sentence, figures))).toEqual([]);
  }
});

/** So long that what takes time in the square of it would not end within a test's time. */
const LONG = 300_000;

test.each([
  'Beløbet er 401.804 t.kr. mod 75 konti året før, heraf tre forhold og 3 medarbejdere i 2023. ',
  ...['1a', 'aaaaaaaaaa', '1.', '1,2-', '1 000 ', '- ', 'kr. ', '1 af de ', 'x@', '9 9'],
])('a long text of «%s» is read to its end', (words) => {
  const figures = Array.from({ length: 3000 }, (_, index) => amount(`f${index}`, BigInt(index) * 12_345_678n));
  const document = proseOf(words.repeat(Math.ceil(LONG / words.length)));
  expect(findLooseNumbers(document, figures, [])).toBeInstanceOf(Array);
});

test('a line of thousands of choices is read to its end', () => {
  const figures = [figure('f', 3)];
  const choice = { by: 'change' as const, rise: '9 af 9 ', fall: '1 kr. ', none: '-5' };
  const line = Array.from({ length: 5_000 }, () => ({ kind: 'choice' as const, key: 'f', choice }));
  expect(findLooseNumbers([{ kind: 'paragraph', content: line }], figures, []).length).toBeGreaterThan(0);
});
