import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Inline, TextBlock, TextDocument } from '#lib/domain/report-text.ts';
import { textDocument } from '#lib/schemas/report-text.ts';
import { fromEditor, replaceInLine, toEditor } from './document.ts';

const words = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'å', ' ', '1', '.', '{', '<') });
const look = fc.record(
  { bold: fc.constant(true as const), link: fc.constantFrom('https://dst.dk', 'mailto:demo@example.dk') },
  { requiredKeys: [] },
);
const text = fc.tuple(words, look).map(([value, marks]): Inline => ({ kind: 'text', text: value, ...marks }));
const bold = fc.record({ bold: fc.constant(true as const) }, { requiredKeys: [] });
const figure = fc
  .tuple(
    fc.constantFrom('kategori3.antal', 'opfoelgning.netto'),
    fc.constantFrom('usual' as const, 'kr.' as const, 'mio. kr.' as const),
    fc.boolean(),
    bold,
  )
  .map(
    ([key, unit, absolute, marks]): Inline => ({
      kind: 'figure',
      key,
      unit,
      ...(absolute ? { absolute } : {}),
      ...marks,
    }),
  );
const choice = fc.tuple(words, bold).map(
  ([word, marks]): Inline => ({
    kind: 'choice',
    key: 'kategori3.antal.aendring',
    choice: { by: 'change', rise: word, fall: 'fald', none: '' },
    ...marks,
  }),
);

/** As a person's text is: parts of one look that meet are one part. */
function joined(parts: Inline[]): Inline[] {
  return parts.filter((part, index) => {
    const before = parts[index - 1];
    return !(part.kind === 'text' && before?.kind === 'text' && before.bold === part.bold && before.link === part.link);
  });
}
const short = fc.array(fc.oneof(text, figure, choice), { maxLength: 4 }).map(joined);
const footnote = short.map((content): Inline => ({ kind: 'footnote', content }));
const line = fc.array(fc.oneof(text, figure, choice, footnote), { maxLength: 5 }).map(joined);

const table = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.boolean())
  .chain(([rows, columns, head]) =>
    fc
      .array(fc.array(line, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
      .map((cells): TextBlock => ({ kind: 'table', head, rows: cells })),
  );
const block: fc.Arbitrary<TextBlock> = fc.oneof(
  line.map((content): TextBlock => ({ kind: 'paragraph', content })),
  fc
    .tuple(fc.constantFrom(1 as const, 2 as const), line)
    .map(([level, content]): TextBlock => ({ kind: 'heading', level, content })),
  fc
    .tuple(fc.boolean(), fc.array(line, { minLength: 1, maxLength: 4 }))
    .map(([ordered, items]): TextBlock => ({ kind: 'list', ordered, items })),
  table,
);
const written: fc.Arbitrary<TextDocument> = fc.array(block, { maxLength: 6 }).filter((blocks) => {
  const last = blocks.at(-1);
  return !(last?.kind === 'paragraph' && last.content.length === 0);
});

test('a text comes out of the editor as it went in, also through JSON, and can be stored', () => {
  fc.assert(
    fc.property(written, (document) => {
      const back = fromEditor(JSON.parse(JSON.stringify(toEditor(document))));
      expect(back).toEqual(document);
      expect(textDocument.safeParse(back).success).toBe(true);
    }),
  );
});

test('an empty text is one empty paragraph in the editor, and the paragraphs that the editor adds are no text', () => {
  expect(toEditor([])).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  expect(fromEditor(toEditor([]))).toEqual([]);
  const spaced: TextDocument = [
    { kind: 'paragraph', content: [] },
    { kind: 'paragraph', content: [{ kind: 'text', text: 'Tekst' }] },
  ];
  expect(fromEditor(toEditor([...spaced, { kind: 'paragraph', content: [] }]))).toEqual(spaced);
});

test('what stands beside each other in one look becomes one part; short rows are filled up', () => {
  const document: TextDocument = [
    {
      kind: 'paragraph',
      content: [
        { kind: 'text', text: 'Bal' },
        { kind: 'text', text: '' },
        { kind: 'text', text: 'ance' },
      ],
    },
    { kind: 'list', ordered: false, items: [] },
    { kind: 'table', head: true, rows: [[[{ kind: 'text', text: 'A' }], []], [[]]] },
  ];
  expect(fromEditor(toEditor(document))).toEqual([
    { kind: 'paragraph', content: [{ kind: 'text', text: 'Balance' }] },
    {
      kind: 'table',
      head: true,
      rows: [
        [[{ kind: 'text', text: 'A' }], []],
        [[], []],
      ],
    },
  ]);
});

test('a field takes the place of words, in the looks that they had', () => {
  const field = { kind: 'figure', key: 'kategori3.antal', unit: 'usual' } as const;
  const line: Inline[] = [
    { kind: 'text', text: 'Der er ' },
    { kind: 'text', text: '7 konti', bold: true },
    { kind: 'footnote', content: [] },
    { kind: 'text', text: ' igen' },
  ];
  expect(replaceInLine(line, 7, 8, field)).toEqual([
    line[0],
    { ...field, bold: true },
    { kind: 'text', text: ' konti', bold: true },
    line[2],
    line[3],
  ]);
  expect(replaceInLine(line, 5, 15, field)).toEqual([{ kind: 'text', text: 'Der e' }, field, line[3]]);
});
