import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { writeDocument } from '#lib/render/html/document.ts';
import { layOutPage } from '#lib/render/page/lay-out-page.ts';
import { type PdfPage, readPdf, squeeze } from '#lib/render/testing/read-pdf.ts';
import { sampleModel } from '#lib/render/testing/sample-model.ts';
import type { Block, ReportModel, RichBlock, Run } from '#lib/report/model.ts';
import { renderExcel, TEXT_SHEET } from './excel/render-excel.ts';
import { renderPdf } from './pdf/render-pdf.ts';
import { numericColumns, richWords } from './rich-words.ts';

type RichText = Extract<Block, { kind: 'rich' }>;

const model = sampleModel({ plans: 1, status: 'klar' });
const [sample] = model.document.flatMap((block) => (block.kind === 'rich' ? [block] : []));
if (!sample) throw new Error('The sample has a text.');

/** The sample with `blocks` instead of its text. */
function writing(blocks: RichBlock[], notes: RichText['notes'] = []): ReportModel {
  const document = model.document.map((block) => (block.kind === 'rich' ? { ...block, blocks, notes } : block));
  return { ...model, document };
}

const open = async (written: ReportModel): Promise<PdfPage[]> => (await readPdf(await renderPdf(written))).pages;
const words = (count: number, name: string): string =>
  Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ');
const run = (text: string): Run[] => [{ text }];

describe('a text in the PDF', () => {
  test('has its words in order, its marks raised and smaller, its notes under it', async () => {
    const pages = await open(model);
    const start = pages.findIndex(({ text }) => text.includes('Kategori3erfaldet'));
    const page = pages[start];
    const written = `${page?.text}${pages[start + 1]?.text}`;
    expect(written).toContain(squeeze('1.Førstepunkt.'));
    const find = (text: string) => page?.pieces.find((piece) => piece.text.trim() === text);
    const [mark, line] = [find('1, 12') ?? find(', 12'), find('Kategori 3 er faldet med') ?? find('konti')];
    expect(mark?.size).toBeLessThan(7.5);
    expect(mark?.y ?? 0).toBeGreaterThan((line?.y ?? 0) + 2);
    for (const note of ['Mod 97 året før.', 'Opgjort i marts.', 'I t.kr.']) expect(written).toContain(squeeze(note));
  });

  test('loses nothing where a paragraph, an item, a cell or a note is longer than a page', async () => {
    const long = 3_000;
    const pages = await open(
      writing(
        [
          { kind: 'paragraph', runs: [{ text: words(long, 'afsnit'), note: '1' }] },
          { kind: 'list', ordered: true, items: [run(words(long, 'punkt'))] },
          { kind: 'table', head: [run('Hoved'), run('To')], rows: [[run(words(long, 'celle')), run('kort')]] },
        ],
        [{ mark: '1', runs: run(words(long, 'fodnote')) }],
      ),
    );
    const drawn = pages.flatMap(({ pieces }) => pieces.flatMap(({ text }) => text.trim().split(/\s+/)));
    for (const name of ['afsnit', 'punkt', 'celle', 'fodnote']) {
      const found = new Set(drawn.filter((word) => new RegExp(`^${name}\\d+$`).test(word)));
      expect(found.size, name).toBe(long);
    }
  });

  test('repeats the head of a table that goes on, keeps within the page and puts numbers to the right', async () => {
    const rows = Array.from({ length: 90 }, (_, at) => [
      run(`Række ${at}`),
      run(`${at * 1_000},5`),
      run(words(12, 'ord')),
    ]);
    const pages = await open(writing([{ kind: 'table', head: ['Navn', 'Beløb', 'Tekst'].map(run), rows }]));
    const own = pages.filter(({ text }) => text.includes('Række'));
    expect(own.length).toBeGreaterThan(1);
    for (const page of own) expect(page.text).toContain('NavnBeløbTekst');
    for (const piece of own.flatMap(({ pieces }) => pieces)) expect(piece.x).toBeGreaterThan(50);
    const left = (text: string) =>
      own.flatMap(({ pieces }) => pieces).find((piece) => piece.text.trim() === text)?.x ?? 0;
    expect(left('0,5')).toBeGreaterThan(left('89000,5') + 10);
  });
});

describe('a text in HTML', () => {
  test('leads from each mark to its note and back, and to addresses', () => {
    const { html } = writeDocument(model);
    const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
    for (const { mark } of sample.notes) {
      expect(html).toContain(`<sup id="henvisning-${mark}"><a href="#fodnote-${mark}">`);
      expect(html).toContain(`<li id="fodnote-${mark}"><a href="#henvisning-${mark}"`);
    }
    for (const [, id] of html.matchAll(/\shref="#([^"]*)"/g)) expect(ids.has(id), id).toBe(true);
    expect(html).toContain('<a href="https://example.org/regnskab">kommunens regnskab</a>');
    expect(html).toContain('<strong>91</strong>');
  });

  test('does not lead back to a mark that stands in a heading', () => {
    const { html } = writeDocument(writing([], [{ mark: '7', runs: run('I overskriften.') }]));
    expect(html).toContain('<li id="fodnote-7"><sup>7</sup> I overskriften.</li>');
  });

  test('leads its figures to what is behind them where it is asked to', () => {
    const links = {
      figure: (table: string, column: string, cell: ((id: string) => string) | null) =>
        `/${table}/${column}/${cell?.('kategori') ?? 'i-alt'}`,
      account: () => null,
    };
    expect(writeDocument(model, links).html).toContain(
      '<a href="/kategorier/netto/2, afstemt til opfølgning">\u2212401.803\u00a0t.kr.</a>',
    );
  });
});

test('a text on the page knows whose it is, and where its figures lead', () => {
  const text = layOutPage(model).find((block) => block.kind === 'text');
  expect(text).toMatchObject({ place: 'afstemte-konti', owner: '' });
  const [paragraph] = text?.blocks ?? [];
  const bound = paragraph?.kind === 'paragraph' ? paragraph.runs.find((each) => each.figure !== undefined) : undefined;
  expect(bound?.lead).toMatchObject({
    table: 'kategorier',
    column: 'aendring-antal',
    cells: { kategori: '3, ikke afstemt' },
  });
});

test('a workbook has a row for each stretch of text, as plain words', async () => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await renderExcel(model)).buffer as ArrayBuffer);
  const sheet = workbook.getWorksheet(TEXT_SHEET);
  expect(sheet?.getRow(3).values).toEqual([undefined, 'Sted', 'Overskrift', 'Skrevet for', 'Tekst']);
  expect(sheet?.getCell('A4').value).toBe('1.1 Afstemte konti');
  expect(sheet?.getCell('C4').value).toBe('Alle udvalg');
  expect(sheet?.getCell('D4').value).toBe(richWords(sample.blocks, sample.notes));
});

test('plain words have marks in brackets, points with their numbers and cells apart', () => {
  expect(richWords(sample.blocks, sample.notes)).toBe(
    [
      'Kategori 3 er faldet med 91 konti [1] [12]. Se kommunens regnskab, hvor beløbet er omtalt – også for Łódź.',
      'En ny linje.',
      '1. Første punkt.',
      '2. Andet punkt [13]',
      '• Et punkt uden nummer.',
      'Fagsystem | Difference [14]',
      'KSD | -401.803 t.kr.',
      'KY | 0',
      'Uden hoved | tekst',
      '[1] Mod 97 året før.',
      '[12] Opgjort i marts.',
      '[13] Se også ',
      '[14] I t.kr.',
    ].join('\n'),
  );
});

test.each<[string[], boolean]>([
  [['1', '-2,5', '3.000 kr.', '4\u00a0t.kr.', '', '-'], true],
  [['12 %', '\u22125'], true],
  [['1', 'to'], false],
  [['', '-'], false],
  [['31.12.2023 mv.'], false],
])('a column of %j is of numbers: %s', (cells, expected) => {
  expect(numericColumns({ kind: 'table', head: null, rows: cells.map((cell) => [run(cell)]) })).toEqual([expected]);
});
