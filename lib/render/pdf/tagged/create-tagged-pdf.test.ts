import { readFileSync } from 'node:fs';
import type { DocumentDefinition, PdfNode } from 'pdfmake';
import { describe, expect, test } from 'vitest';
import { BODY_FONT, loadFonts } from '#lib/render/pdf/fonts.ts';
import { checkPdfUa } from '#lib/render/testing/check-pdf-ua.ts';
import { writeHeard } from '#lib/render/testing/heard.ts';
import { readMarkedText } from '#lib/render/testing/read-marked-text.ts';
import { readPdf } from '#lib/render/testing/read-pdf.ts';
import { hasTool, readObjects, runOnPdf, textOf } from '#lib/render/testing/read-qpdf.ts';
import { flatten, readTree } from '#lib/render/testing/structure-tree.ts';
import { createTaggedPdf } from './create-tagged-pdf.ts';

const DATE = new Date('2023-12-31T12:00:00Z');
const INFO = { title: 'Prøve', author: 'Demo', subject: 'Emne', creator: 'Afstemt', producer: 'Afstemt' };

function create(content: PdfNode[], more: Partial<DocumentDefinition> = {}): Promise<Uint8Array> {
  loadFonts();
  return createTaggedPdf({
    content,
    pageSize: 'A4',
    pageMargins: [60, 60, 60, 60],
    version: '1.7',
    language: 'da-DK',
    displayTitle: true,
    info: { ...INFO, creationDate: DATE, modDate: DATE },
    defaultStyle: { font: BODY_FONT, fontSize: 10 },
    header: () => null,
    footer: () => null,
    ...more,
  });
}

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
      await create([
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
      await create([
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
      await create([
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
      await create([
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
    const bytes = await create([
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
      await create([
        { text: [{ text: 'Beløb' }, { text: '\u00a01', tag: { type: 'Reference' } }, { text: ' i alt' }] },
        { tag: { type: 'Note' }, text: [{ text: '1\u00a0', tag: { type: 'Lbl' } }, { text: 'Netto.' }] },
      ]),
    );
    expect(heard).toEqual(['Document', ' P Beløb', '  Reference 1', '  ialt', ' Note', '  Lbl 1', '  Netto.']);
  });

  test('a run within a run keeps what is said of the outer one', async () => {
    const inner = [{ text: 'Ær' }, { text: 'ø' }];
    const heard = await writeHeard(await create([{ text: [{ text: 'x ' }, { text: inner, bold: true }] }]));
    expect(heard).toEqual(['Document', ' P x', '  Span Ærø']);
  });
});

describe.skipIf(!hasQpdf)('what crosses a page', () => {
  test('stays one element, and a head that repeats is heard once', async () => {
    const rows = Array.from({ length: 80 }, (_, at) => [{ text: `række${at}` }, { text: String(at) }]);
    const bytes = await create([
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

describe.skipIf(!hasQpdf)('words with soft hyphens', () => {
  const divided = 'kom\u00admu\u00adne\u00adregn\u00adska\u00adbets';

  test('are divided where a line ends, by a hyphen that is seen and not heard', async () => {
    const bytes = await create([{ columns: [{ text: `${divided} ${divided}`, width: 60 }] }]);
    expect(checkPdfUa(readObjects(bytes)).filter((finding) => finding !== 'no bookmarks')).toEqual([]);
    const { pages } = await readPdf(bytes);
    const drawn = pages.flatMap(({ pieces }) => pieces);
    const lines = Map.groupBy(drawn, (piece) => Math.round(piece.y));
    const seen = [...lines.values()].map((line) => line.map(({ text }) => text.trim()).join(''));
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.slice(0, -1).filter((line) => /[a-z]-$/.test(line)).length).toBeGreaterThan(0);
    expect(seen.join(' ').replace(/- /g, '').replace(/ /g, '')).toBe('kommuneregnskabetskommuneregnskabets');
    for (const { x, text } of drawn) expect(x + text.length * 2, text).toBeLessThan(60 + 60);
    if (hasTool('pdftotext')) expect(runOnPdf(bytes, 'pdftotext', ['FILE', '-'])[0]).not.toContain('-');
  });

  test('are whole where the line has room, also at its end', async () => {
    const heard = await writeHeard(
      await create([{ text: divided }, { text: [{ text: divided, bold: true }, { text: '.' }] }]),
    );
    expect(heard).toEqual(['Document', ' P kommuneregnskabets', ' P', '  Span kommuneregnskabets', '  .']);
  });
});

describe.skipIf(!hasQpdf)('links', () => {
  test('are one for all words that lead to one place, with an area on each line, and say where they lead', async () => {
    const long = `${words(60, 'adresse')}.`;
    const file = readObjects(
      await create([
        { text: 'Mål', id: 'maal', outline: true, tag: { type: 'H1' } },
        { text: [{ text: 'Se ' }, { text: long, link: 'https://example.org/å' }, { text: ' her.' }] },
        {
          columns: [
            { text: '1 ', width: 40, linkToDestination: 'maal' },
            { text: 'Mål ', linkToDestination: 'maal' },
            { pageReference: 'maal', width: 40 },
          ],
          tag: [{ type: 'TOC' }, { type: 'TOCI' }],
        },
      ]),
    );
    expect(checkPdfUa(file)).toEqual([]);
    const links = flatten(readTree(file)).filter(({ type }) => type === 'Link');
    expect(links.map(({ annotations }) => annotations.length > 1)).toEqual([true, false]);
    const [first = null] = links[0]?.annotations ?? [];
    expect(textOf(file.get(first, 'A', 'URI'))).toBe('https://example.org/%C3%A5');
    const [entry = null] = links[1]?.annotations ?? [];
    expect(textOf(file.get(entry, 'Contents'))).toBe('1 Mål 1');
    expect(textOf(file.get(entry, 'A', 'D'))).toBe('maal');
    const [left = 0, bottom = 0, right = 0, top = 0] = file.list(file.get(entry, 'Rect')).map(Number);
    expect(right - left).toBeGreaterThan(400);
    expect(top - bottom).toBeLessThan(20);
  });
});

describe.skipIf(!hasQpdf)('the document', () => {
  test('takes any sign into its metadata, and its watermark and running heads are not heard', async () => {
    const title = '<Regnskab> & “æøå” \u0001 ]]>';
    const bytes = await create([{ text: 'Tekst', outline: true, tag: { type: 'H1' } }], {
      info: { ...INFO, title, author: 'A & B <c>', creationDate: DATE, modDate: DATE },
      header: () => ({ text: 'Hoved' }),
      footer: (page) => ({ text: `Side ${page}` }),
      watermark: {
        text: 'UDKAST',
        font: BODY_FONT,
        bold: true,
        color: 'black',
        opacity: 0.1,
        angle: -45,
        fontSize: 90,
      },
    });
    const file = readObjects(bytes);
    expect(checkPdfUa(file)).toEqual([]);
    const xmp = file.stream(file.entry(file.root, 'Metadata'))?.toString('utf8') ?? '';
    expect(xmp).toContain('&lt;Regnskab&gt; &amp; “æøå”  ]]&gt;');
    expect(xmp).toContain('<rdf:li>A &amp; B &lt;c&gt;</rdf:li>');
    const { artifacts, marked } = await readMarkedText(bytes);
    expect(artifacts.toSorted()).toEqual(['Hoved', 'Side1', 'UDKAST']);
    expect([...marked.values()]).toEqual(['Tekst']);
  });

  test('finds its headings by the order of bytes, and its bookmarks by their height', async () => {
    const ids = ['b-1', 'B', 'a', 'å', 'a-1', 'a1'];
    const file = readObjects(
      await create(
        ids.map((id): PdfNode => ({ text: id, id, outline: true, tag: { type: 'H1' }, margin: [0, 40, 0, 0] })),
      ),
    );
    const names = file.list(file.get(file.root, 'Names', 'Dests', 'Names')).map(textOf);
    expect(names.filter((name) => name !== null)).toEqual(['B', 'a', 'a-1', 'a1', 'b-1', 'å']);
    const first = file.entry(file.get(file.root, 'Outlines'), 'First');
    const heights: number[] = [];
    for (let item = first; item !== null; item = file.entry(item, 'Next')) {
      const [, kind, left, top] = file.list(file.get(item, 'Dest'));
      expect([kind, left]).toEqual(['/XYZ', 0]);
      heights.push(Number(top));
    }
    expect(heights).toEqual(heights.toSorted((one, other) => other - one));
    expect(heights.length).toBe(6);
  });
});
