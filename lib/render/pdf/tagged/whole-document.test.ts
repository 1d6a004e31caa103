import type { PdfNode } from 'pdfmake';
import { describe, expect, test } from 'vitest';
import { BODY_FONT } from '#lib/render/pdf/fonts.ts';
import { checkPdfUa } from '#lib/render/testing/check-pdf-ua.ts';
import { writeHeard } from '#lib/render/testing/heard.ts';
import { readMarkedText } from '#lib/render/testing/read-marked-text.ts';
import { readPdf } from '#lib/render/testing/read-pdf.ts';
import { hasTool, readObjects, runOnPdf, textOf } from '#lib/render/testing/read-qpdf.ts';
import { createSmallPdf, SMALL_INFO } from '#lib/render/testing/small-pdf.ts';
import { flatten, readTree } from '#lib/render/testing/structure-tree.ts';

const hasQpdf = hasTool('qpdf');
if (!hasQpdf) console.log('qpdf is not on this machine: links, divided words and metadata were not checked.');

const words = (count: number, word = 'ord'): string =>
  Array.from({ length: count }, (_, at) => `${word}${at}`).join(' ');

describe.skipIf(!hasQpdf)('words with soft hyphens', () => {
  const divided = 'kom\u00admu\u00adne\u00adregn\u00adska\u00adbets';

  test('are divided where a line ends, by a hyphen that is seen and not heard', async () => {
    const bytes = await createSmallPdf([{ columns: [{ text: `${divided} ${divided}`, width: 60 }] }]);
    expect(checkPdfUa(readObjects(bytes)).filter((finding) => finding !== 'no bookmarks')).toEqual([]);
    const { pages } = await readPdf(bytes, true);
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
      await createSmallPdf([{ text: divided }, { text: [{ text: divided, bold: true }, { text: '.' }] }]),
    );
    expect(heard).toEqual(['Document', ' P kommuneregnskabets', ' P', '  Span kommuneregnskabets', '  .']);
  });
});

describe.skipIf(!hasQpdf)('links', () => {
  test('are one for all words that lead to one place, with an area on each line, and say where they lead', async () => {
    const long = `${words(60, 'adresse')}.`;
    const file = readObjects(
      await createSmallPdf([
        { text: 'Mål', id: 'maal', outline: true, tag: { type: 'H1' } },
        { text: [{ text: 'Se ' }, { text: long, link: 'https://example.org/%C3%A6/å' }, { text: ' her.' }] },
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
    expect(textOf(file.get(first, 'A', 'URI'))).toBe('https://example.org/%C3%A6/%C3%A5');
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
    const bytes = await createSmallPdf([{ text: 'Tekst', outline: true, tag: { type: 'H1' } }], {
      info: { ...SMALL_INFO, title, author: 'A & B <c>' },
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
      await createSmallPdf(
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
