import { expect, test } from 'vitest';
import type { FigureSource } from '#components/text-editor/fields.ts';
import type { Inline } from '#lib/domain/report-text.ts';
import { sayLine } from './say-line.ts';

const FIGURES: FigureSource = {
  find: () => null,
  search: () => [],
  write: ({ key }) => (key === 'netto' ? '12\u00a0t.kr.' : key === 'antal' ? '5' : null),
  choose: () => 'steget',
};
const figure = (key: string): Inline => ({ kind: 'figure', key, unit: 'usual' });
const text = (words: string): Inline => ({ kind: 'text', text: words });
const note: Inline = { kind: 'footnote', content: [] };
const say = (figures: FigureSource | null, ...line: Inline[]) => sayLine(line, figures, (key) => `[${key}]`);

test('a figure that ends a sentence ends it once, as in the report', () => {
  expect(say(FIGURES, figure('netto'), text('. Så.'))).toEqual(['12\u00a0t.kr.', ' Så.']);
  expect(say(FIGURES, figure('netto'), note, text('.'))).toEqual(['12\u00a0t.kr.', '', '']);
  expect(say(FIGURES, figure('netto'), text('...'))).toEqual(['12\u00a0t.kr.', '...']);
  expect(say(FIGURES, figure('antal'), text('.'))).toEqual(['5', '.']);
  expect(say(FIGURES, text('kr.'), text('.'))).toEqual(['kr.', '.']);
});

test('no key is shown while the figures are on their way, nor where one is gone', () => {
  const choice: Inline = { kind: 'choice', key: 'netto', choice: { by: 'change', rise: '', fall: '', none: '' } };
  expect(say(null, figure('netto'), choice)).toEqual(['…', '…']);
  expect(say(FIGURES, figure('borte'), choice)).toEqual(['[borte]', 'steget']);
});
