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

test('takes time in line with the text and the figures', () => {
  const figures = Array.from({ length: 3000 }, (_, index) => amount(`f${index}`, BigInt(index) * 12_345_678n));
  const sentence = 'Beløbet er 401.804 t.kr. mod 75 konti året før, heraf tre forhold og 3 medarbejdere i 2023. ';
  const time = (times: number) => {
    const document = proseOf(sentence.repeat(times));
    const start = performance.now();
    findLooseNumbers(document, [...figures], []);
    return performance.now() - start;
  };
  time(50);
  const [short, long] = [time(200), time(2000)];
  expect(long).toBeLessThan(Math.max(short, 5) * 60);
  for (const hostile of ['1a', 'aaaaaaaaaa', '1.', '1,2-', '1 000 ', '- ', 'kr. ', '1 af de ', 'x@', '9 9']) {
    const start = performance.now();
    findLooseNumbers(proseOf(hostile.repeat(Math.ceil(20_000 / hostile.length))), figures, []);
    expect(performance.now() - start, hostile).toBeLessThan(1500);
  }
});

test('takes time in line with the choices of a line', () => {
  const figures = [figure('f', 3)];
  const choice = { by: 'change' as const, rise: '9 af 9 ', fall: '1 kr. ', none: '-5' };
  const time = (length: number) => {
    const line = Array.from({ length }, () => ({ kind: 'choice' as const, key: 'f', choice }));
    const taken = [1, 2, 3].map(() => {
      const start = performance.now();
      findLooseNumbers([{ kind: 'paragraph', content: line }], figures, []);
      return performance.now() - start;
    });
    return Math.min(...taken);
  };
  time(100);
  const [short, long] = [time(400), time(2000)];
  // Five times as many; in the square of them it would be 25.
  expect(long).toBeLessThan(Math.max(short, 5) * 15);
});
