import { readFileSync } from 'node:fs';
import type { PdfNode } from 'pdfmake';
import { describe, expect, test } from 'vitest';
import { checkPdfUa } from '#lib/render/testing/check-pdf-ua.ts';
import { writeHeard } from '#lib/render/testing/heard.ts';
import { readMarkedText } from '#lib/render/testing/read-marked-text.ts';
import { hasTool, readObjects } from '#lib/render/testing/read-qpdf.ts';
import { createSmallPdf } from '#lib/render/testing/small-pdf.ts';
import { flatten, readTree } from '#lib/render/testing/structure-tree.ts';

test('builds on the versions whose private classes it knows (docs/adr/0016-tagged-pdf.md says what to do)', () => {
  const versions = ['pdfmake', 'pdfkit'].map((name): unknown => {
    const file = new URL(`../../../../node_modules/${name}/package.json`, import.meta.url);
    return JSON.parse(readFileSync(file, 'utf8')).version;
  });
  expect(versions).toEqual(['0.3.11', '0.19.1']);
});

const hasQpdf = hasTool('qpdf');
if (!hasQpdf) console.log('qpdf is not on this machine: what is heard of single nodes was not checked.');

/** Two by two points, half transparent. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAEUlEQVR4nGP4z8DQAMIMMAYAOOgF/REzMMkAAAAASUVORK5CYII=';

const LAYOUT = { hLineWidth: () => 1, vLineWidth: () => 0 };
const table = (body: PdfNode[][], headerRows = 0, widths: number[] = []): PdfNode => ({
  table: { body, headerRows, widths: widths.length > 0 ? widths : (body[0]?.map(() => 100) ?? []) },
  layout: LAYOUT,
});
const words = (count: number, word = 'ord'): string =>
  Array.from({ length: count }, (_, at) => `${word}${at}`).join(' ');

describe.skipIf(!hasQpdf)('what nodes are heard as', () => {
  test('texts, lists within lists, and lists by number', async () => {
    const heard = await writeHeard(
      await createSmallPdf([
        { text: 'Et', tag: { type: 'H1' } },
        { ul: [{ text: 'a' }, { stack: [{ text: 'b' }, { ul: [{ text: 'c' }] }] }] },
        { ol: [{ text: 'd' }, { text: 'e' }] },
        { text: [{ text: 'fed', bold: true }, { text: ' og ikke' }] },
      ]),
    );
    expect(heard).toEqual([
      'Document',
      ' Sect',
      '  H1 Et',
      '  L /Disc',
      '   LI',
      '    Lbl •',
      '    LBody a',
      '   LI',
      '    Lbl •',
      '    LBody',
      '     P b',
      '     L /Disc',
      '      LI',
      '       Lbl •',
      '       LBody c',
      '  L /Decimal',
      '   LI',
      '    Lbl 1.',
      '    LBody d',
      '   LI',
      '    Lbl 2.',
      '    LBody e',
      '  P',
      '   Span fed',
      '   ogikke',
    ]);
  });

  test('tables with heads, cells that span, and rows whose first cell is their head', async () => {
    const span: PdfNode = { text: '' };
    const heard = await writeHeard(
      await createSmallPdf([
        table(
          [
            [{ text: 'A' }, { text: 'B', colSpan: 2 }, span],
            [{ text: 'c', rowSpan: 2 }, { text: 'd' }, { text: 'e' }],
            [span, { text: 'f' }, { text: '' }],
          ],
          1,
        ),
        table([[{ text: 'Navn' }, { text: 'Demo' }]]),
      ]),
    );
    expect(heard).toEqual([
      'Document',
      ' Table',
      '  THead',
      '   TR',
      '    TH /Column A',
      '    TH /Column spans 2 B',
      '  TBody',
      '   TR',
      '    TD down 2 c',
      '    TD d',
      '    TD e',
      '   TR',
      '    TD f',
      '    TD',
      ' Table',
      '  TBody',
      '   TR',
      '    TH /Row Navn',
      '    TD Demo',
    ]);
  });

  test('headings never skip a level, whatever the document asks for', async () => {
    const heading = (type: 'H1' | 'H2' | 'H3', text: string): PdfNode => ({ text, tag: { type } });
    const below = (by: 1 | 2, text: string): PdfNode => ({ text, tag: { type: 'H', below: by } });
    const heard = await writeHeard(
      await createSmallPdf([
        heading('H2', 'a'),
        heading('H3', 'b'),
        heading('H1', 'c'),
        below(2, 'd'),
        heading('H3', 'e'),
        below(1, 'f'),
        below(2, 'g'),
        heading('H3', 'h'),
        heading('H2', 'i'),
      ]),
    );
    expect(heard.filter((line) => /H\d/.test(line)).map((line) => line.trim())).toEqual([
      'H1 a',
      'H2 b',
      'H1 c',
      'H2 d',
      'H2 e',
      'H3 f',
      'H4 g',
      'H2 h',
      'H2 i',
    ]);
  });

  test('nodes of one key are one element, and a figure is its alternative text', async () => {
    const key = {};
    const heard = await writeHeard(
      await createSmallPdf([
        { text: 'Tabel 1', tag: [{ type: 'Table', key }, { type: 'Caption' }] },
        { text: 'imellem' },
        { ...table([[{ text: 'A' }], [{ text: '1' }]], 1), tag: { type: 'Table', key } },
        { ...table([[{ text: 'I alt' }]]), tag: { type: 'Table', key, part: 'TFoot' } },
        {
          tag: { type: 'Figure', alt: 'Et kvadrat' },
          stack: [{ text: 'ord' }, { canvas: [{ type: 'rect', x: 10, y: 5, w: 40, h: 30, color: 'black' }] }],
        },
      ]),
    );
    expect(heard).toEqual([
      'Document',
      ' Table',
      '  Caption Tabel1',
      '  THead',
      '   TR',
      '    TH /Column A',
      '  TBody',
      '   TR',
      '    TD 1',
      '  TFoot',
      '   TR',
      '    TD Ialt',
      ' P imellem',
      ' Figure “Et kvadrat” ord',
    ]);
  });

  test('a picture is a figure where it is said what it shows, and else decoration', async () => {
    const image = {
      image: `data:image/png;base64,${PICTURE}`,
      width: 40,
      height: 20,
    };
    const bytes = await createSmallPdf([
      { ...image, tag: { type: 'Figure', alt: 'Demo Kommunes logo' } },
      image,
      { text: 'Tekst' },
    ]);
    expect(await writeHeard(bytes)).toEqual(['Document', ' Figure “Demo Kommunes logo”', ' P Tekst']);
    const file = readObjects(bytes);
    expect(checkPdfUa(file).filter((finding) => finding !== 'no bookmarks')).toEqual([]);
    const figure = flatten(readTree(file)).find(({ type }) => type === 'Figure');
    expect(figure?.attributes.BBox).toEqual([60, 761.89, 100, 781.89]);
  });

  test('a note has its mark, and what refers to it is a reference', async () => {
    const heard = await writeHeard(
      await createSmallPdf([
        { text: [{ text: 'Beløb' }, { text: '\u00a01', tag: { type: 'Reference' } }, { text: ' i alt' }] },
        { tag: { type: 'Note' }, text: [{ text: '1\u00a0', tag: { type: 'Lbl' } }, { text: 'Netto.' }] },
      ]),
    );
    expect(heard).toEqual(['Document', ' P Beløb', '  Reference 1', '  ialt', ' Note', '  Lbl 1', '  Netto.']);
  });

  test('a run within a run keeps what is said of the outer one', async () => {
    const inner = [{ text: 'Ær' }, { text: 'ø' }];
    const heard = await writeHeard(await createSmallPdf([{ text: [{ text: 'x ' }, { text: inner, bold: true }] }]));
    expect(heard).toEqual(['Document', ' P x', '  Span Ærø']);
  });
});

describe.skipIf(!hasQpdf)('what crosses a page', () => {
  test('stays one element, and a head that repeats is heard once', async () => {
    const rows = Array.from({ length: 80 }, (_, at) => [{ text: `række${at}` }, { text: String(at) }]);
    const bytes = await createSmallPdf([
      table([[{ text: 'Hoved' }, { text: 'Tal' }], ...rows], 1),
      { text: words(900) },
      table([[{ text: words(900, 'celle') }, { text: 'kort' }]], 0, [200, 100]),
    ]);
    const file = readObjects(bytes);
    expect(file.pages.length).toBeGreaterThan(4);
    expect(checkPdfUa(file).filter((finding) => finding !== 'no bookmarks')).toEqual([]);
    const elements = flatten(readTree(file));
    const count = (type: string): number => elements.filter((element) => element.type === type).length;
    expect([count('Table'), count('TR'), count('P')]).toEqual([2, 82, 1]);
    const { artifacts } = await readMarkedText(bytes);
    expect(artifacts.join('')).toMatch(/^(HovedTal)+$/);
    const heard = (await writeHeard(bytes)).join('\n');
    expect(heard.match(/ord\d+/g)?.length).toBe(900);
    expect(heard.replace(/\s/g, '').match(/celle\d+/g)?.length).toBe(900);
  });
});
