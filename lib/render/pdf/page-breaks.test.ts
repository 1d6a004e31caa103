import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillTexts } from '#lib/render/testing/fill-texts.ts';
import { type PdfPage, readPdf, squeeze } from '#lib/render/testing/read-pdf.ts';
import { rowText } from '#lib/render/testing/row-text.ts';
import { sampleModel } from '#lib/render/testing/sample-model.ts';
import { type Block, type ReportModel, tableOf } from '#lib/report/model.ts';
import { renderPdf } from './render-pdf.ts';

const open = async (model: ReportModel): Promise<PdfPage[]> => (await readPdf(await renderPdf(model))).pages;

/** Millimetres to points. */
const mm = (length: number): number => (length * 72) / 25.4;

describe('whatever falls at the foot of a page', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 9, 12])(
    'with %i plans no page is empty and none ends with a heading',
    async (plans) => {
      for (const [index, page] of (
        await open(sampleModel({ plans, rows: 20 + 3 * plans, status: 'klar' }))
      ).entries()) {
        if (index < 2) continue;
        const body = page.pieces.filter((piece) => piece.y > mm(24) && piece.y < page.height - mm(20));
        const lowest = body.reduce((low, piece) => (piece.y < low.y ? piece : low), {
          text: '',
          x: 0,
          y: 9999,
          size: 99,
        });
        expect(lowest.size, `page ${index + 1}: ${lowest.text}`).toBeLessThan(10.4);
        expect(lowest.y, `page ${index + 1}: ${lowest.text}`).toBeGreaterThanOrEqual(mm(24) - 1);
      }
    },
  );
});

describe('pages of reports of any length', () => {
  const LEAST_FULL = 1 / 3;
  const cases = fc.sample(
    fc.record({
      plans: fc.integer({ min: 0, max: 14 }),
      rows: fc.integer({ min: 12, max: 130 }),
      words: fc.integer({ min: 0, max: 60 }),
      every: fc.integer({ min: 1, max: 9 }),
    }),
    { numRuns: 14, seed: 5 },
  );

  test.each(cases)(
    'with $plans plans, $rows rows and $words sentences more in some texts',
    async ({ words, ...size }) => {
      const model = sampleModel({ plans: size.plans, rows: size.rows, status: 'klar' });
      const more = ' Afstemningsansvarlige gennemgår tilgodehavender.'.repeat(words);
      model.document = model.document.map((block, index) =>
        block.kind === 'paragraph' && index % size.every === 0 ? { ...block, text: `${block.text}${more}` } : block,
      );
      const pages = await open(model);
      const bodies = pages.map(({ height, pieces }) => pieces.filter(({ y }) => y > mm(24) - 1 && y < height - mm(20)));
      const last = bodies.length - 1;
      for (const [index, body] of bodies.entries()) {
        if (index < 2) continue;
        const page = pages[index];
        const lowest = body.reduce((low, piece) => (piece.y < low.y ? piece : low), { text: '', y: 9999, size: 99 });
        expect(lowest.size, `page ${index + 1} ends with ${lowest.text}`).toBeLessThan(10.4);
        const room = (page?.height ?? 0) - mm(46);
        const full = ((page?.height ?? 0) - mm(22) - lowest.y) / room;
        // What comes next needs a page that lies the other way.
        const turns = pages[index + 1]?.width !== page?.width;
        if (index < last && !turns) expect(full, `page ${index + 1}`).toBeGreaterThan(LEAST_FULL);
      }
      for (const table of model.tables) {
        if (
          table.rows.length < 4 ||
          !model.document.some((block) => block.kind === 'table' && block.table === table.id)
        )
          continue;
        const counts = pages.map(({ text }) => table.rows.filter((row) => text.includes(rowText(table, row))).length);
        expect(counts.filter((count) => count === 1).length, `${table.id}: a row alone on a page`).toBe(0);
      }
    },
  );
});

describe('a table that ends or breaks anywhere on a page', () => {
  const longName = (index: number): string => `Række ${index} ${'æøå '.repeat(20 + ((index * 7) % 40))}slut`;
  const shortName = (index: number): string => `Række ${index}.`;
  const counts = Array.from({ length: 13 }, (_, index) => 22 + index);
  const cases = counts.flatMap((count) => [
    { count, kind: 'long', name: longName },
    { count, kind: 'short', name: shortName },
  ]);

  test.each(cases)('of $count $kind rows has them whole, and no page without', async ({ count, name }) => {
    const model = sampleModel({ rows: count, plans: 0, status: 'klar' });
    const table = tableOf(model, 'tabel-1-1');
    for (const [index, row] of table.rows.entries()) row[1] = name(index);
    model.document = model.document.filter(
      (block) =>
        (block.kind === 'heading' && block.level === 1) || (block.kind === 'table' && block.table === table.id),
    );
    const pages = await open(model);
    for (const row of [...table.rows, table.total ?? []]) {
      const text = rowText(table, row);
      expect(pages.filter((page) => page.text.includes(text)).length, text).toBe(1);
    }
    for (const [index, page] of pages.entries()) {
      const body = page.pieces.filter((piece) => piece.y > mm(24) && piece.y < page.height - mm(20));
      expect(body.length, `page ${index + 1}`).toBeGreaterThan(0);
    }
    const end = rowText(table, table.rows.at(-1) ?? []) + rowText(table, table.total ?? []);
    expect(
      pages.some((page) => page.text.includes(end)),
      'the total stands under the last row',
    ).toBe(true);
  });
});

describe('prose that meets the foot of a page', () => {
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  const chapter = (number: string): Block => ({
    kind: 'heading',
    level: 1,
    id: `afsnit-${number}`,
    number,
    text: 'Afsnit',
  });
  const lead = 'Fire poster er fra før året:';
  const document = (before: number): Block[] => [
    chapter('1'),
    ...Array.from({ length: before }, () => paragraph('Fyld.')),
    paragraph(Array.from({ length: 160 }, (_, index) => `ord${index}`).join(' ')),
    paragraph(lead),
    { kind: 'list', items: ['punkt1.', 'punkt2.', 'punkt3.', 'punkt4.'] },
    ...['3', '4', '5'].flatMap((number) => [chapter(number), paragraph(`Intet${number}.`)]),
  ];
  const onPage = (page: PdfPage, pattern: RegExp): Set<number> =>
    new Set(page.pieces.filter(({ text }) => pattern.test(text)).map(({ y }) => Math.round(y)));

  test.each(Array.from({ length: 30 }, (_, index) => index + 3))(
    'after %i lines, no line, lead or last part of it is left alone',
    async (before) => {
      const pages = await open({ ...sampleModel({ plans: 0, status: 'klar' }), document: document(before) });
      const bodies = pages.slice(2);
      for (const body of bodies) expect(onPage(body, /ord\d/).size).not.toBe(1);
      const withLead = bodies.findIndex(({ text }) => text.includes(squeeze(lead)));
      expect(bodies[withLead]?.text).toContain('punkt1.');
      const ends = bodies.map(
        ({ text }) => ['Intet3.', 'Intet4.', 'Intet5.'].filter((end) => text.includes(end)).length,
      );
      expect(ends.filter((count) => count > 0)).toEqual([3]);
    },
  );
});

describe('texts that a page cannot hold as they are', () => {
  const long = Array.from({ length: 3_000 }, (_, index) => `ord${index}`).join(' ');

  test('a cell and a card longer than a page are broken and lose nothing', async () => {
    const huge = sampleModel({ plans: 1, status: 'klar' });
    const [row] = tableOf(huge, 'systemafstemninger').rows;
    if (row) row[3] = long;
    for (const block of huge.document) {
      const card = block.kind === 'plans' ? block.group.functions[0]?.cards[0] : undefined;
      if (card) card.problem = long;
    }
    const pieces = (await open(huge)).flatMap((page) => page.pieces.map((piece) => piece.text));
    const words = pieces.join(' ').split(/\s+/);
    const numbers = words.flatMap((word) => /^ord(\d+)$/.exec(word)?.[1] ?? []).map(Number);
    const once = Array.from({ length: 3_000 }, (_, index) => index);
    expect(numbers).toEqual([...once, ...once]);
  });

  test('a heading longer than a page is broken and loses nothing', async () => {
    const heading: Block = { kind: 'heading', level: 3, id: 'egen', number: '', text: long };
    const document: Block[] = [heading, { kind: 'paragraph', text: 'Derefter.' }];
    const pages = (await open({ ...sampleModel({ plans: 0, status: 'klar' }), document })).slice(2);
    const words = pages.flatMap((page) => page.pieces.flatMap(({ text }) => text.split(/\s+/)));
    const numbers = words.flatMap((word) => /^ord(\d+)$/.exec(word)?.[1] ?? []).map(Number);
    expect(numbers).toEqual(Array.from({ length: 3_000 }, (_, index) => index));
    expect(words).toContain('Derefter.');
  });

  test('a head of few letters and a hyphen keeps them on the line of its word', async () => {
    const model = sampleModel({ plans: 0, status: 'klar' });
    const table = tableOf(model, 'systemafstemninger');
    for (const column of table.columns) column.label = 'Afskrevet på IM-funktion';
    const document: Block[] = [{ kind: 'table', table: table.id, notes: [] }];
    const pieces = (await open({ ...model, document })).flatMap((page) => page.pieces.map(({ text }) => text));
    expect(pieces.filter((text) => /IM-\s*$/.test(text))).toEqual([]);
    expect(pieces.join(' ')).toContain('IM-funktion');
  });

  test('a word wider than its column is broken, not cut', async () => {
    const wide = sampleModel({ plans: 1, status: 'klar' });
    const [row] = tableOf(wide, 'systemafstemninger').rows;
    const word = 'ærøskøbing'.repeat(20);
    if (row) row[3] = word;
    expect((await open(wide)).some((page) => page.text.includes(word))).toBe(true);
  });

  test('signs of other alphabets are drawn, substituted, or marked as missing', async () => {
    const filled = await open(fillTexts(sampleModel({ plans: 1, status: 'klar' }), 'Łukasz ≥ 漢 e\u0301a\u030a\u00ad'));
    expect(filled[0]?.text).toContain('Łukasz>=\ufffdéå');
  });
});

test('300 plans take a second or two, and every card is there', async () => {
  const many = await open(sampleModel({ plans: 300 }));
  const text = many.map((page) => page.text).join('');
  for (let index = 0; index < 300; index += 1) expect(text).toContain(`956${String(index).padStart(5, '0')}Kategori`);
});
