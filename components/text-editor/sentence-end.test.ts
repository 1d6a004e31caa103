import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import type { Inline } from '#lib/domain/report-text.ts';
import { toEditor } from './document.ts';
import { LiveFigures } from './fields.ts';
import { textExtensions } from './schema.ts';
import { figuresBeforeStop } from './sentence-end.ts';

const schema = getSchema(
  textExtensions(
    {
      figures: new LiveFigures({ find: () => null, search: () => [], write: () => null, choose: () => null }),
      words: { missing: (key) => key, emptyChoice: '', footnote: (text) => text, figure: (label) => label },
      open: () => undefined,
    },
    3,
  ),
);
const figure: Inline = { kind: 'figure', key: 'a', unit: 'kr.' };
const text = (words: string): Inline => ({ kind: 'text', text: words });
const find = (...content: Inline[]) =>
  figuresBeforeStop(schema.nodeFromJSON(toEditor([{ kind: 'list', ordered: false, items: [[text('x')], content] }])));

test('a figure before a full stop is known where it stands, footnotes between apart', () => {
  const footnote: Inline = { kind: 'footnote', content: [] };
  // A list opens with 1, its first item takes 5, the second opens with 2; then stands `Er `.
  expect(find(text('Er '), figure, text('. Så'))).toEqual([[11, 12]]);
  expect(find(text('Er '), figure, footnote, text('.'))).toEqual([[11, 12]]);
  expect(find(figure, { ...figure, key: 'b' }, text('.'))).toEqual([[9, 10]]);
});

test('and no other', () => {
  expect(find(figure, text('...'))).toEqual([]);
  expect(find(figure, text(' .'))).toEqual([]);
  expect(
    find(figure, { kind: 'choice', key: 'a', choice: { by: 'number', one: '', other: '', none: '' } }, text('.')),
  ).toEqual([]);
  expect(find(figure)).toEqual([]);
});
