import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type PdfPage, readPdf, squeeze } from '#lib/render/testing/read-pdf.ts';
import { rowText } from '#lib/render/testing/row-text.ts';
import { sampleModel } from '#lib/render/testing/sample-model.ts';
import { type ReportModel, tableOf } from '#lib/report/model.ts';
import { measureText } from './fonts.ts';
import { renderPdf } from './render-pdf.ts';

const open = async (model: ReportModel): Promise<PdfPage[]> => (await readPdf(await renderPdf(model))).pages;

/** Millimetres to points. */
const mm = (length: number): number => (length * 72) / 25.4;

const HEADING_SIZES = { 1: 17, 2: 12.5, 3: 10.5 };

/** Whether a heading of that level with that text stands on the page, by the size of its letters. */
function hasHeading(page: PdfPage, level: 1 | 2 | 3, text: string): boolean {
  const large = page.pieces.filter((piece) => Math.abs(piece.size - HEADING_SIZES[level]) < 0.1);
  return squeeze(large.map((piece) => piece.text).join('')).includes(squeeze(text));
}

const model = sampleModel();
const bytes = await renderPdf(model);
const { pages, info, outline } = await readPdf(bytes);

describe('the document', () => {
  test('holds each row of each table whole on one page, in order, with every cell in order', () => {
    let place = { page: 0, at: 0 };
    let cells = 0;
    for (const block of model.document) {
      if (block.kind !== 'table') continue;
      const table = tableOf(model, block.table);
      const rows = table.rows.length > 0 && table.total ? [...table.rows, table.total] : table.rows;
      for (const row of rows) {
        const text = rowText(table, row);
        const page = pages.findIndex(
          (candidate, index) =>
            index >= place.page && candidate.text.indexOf(text, index === place.page ? place.at : 0) >= 0,
        );
        expect(page, `${table.id}: ${text}`).toBeGreaterThanOrEqual(place.page);
        const from = page === place.page ? place.at : 0;
        place = { page, at: (pages[page]?.text.indexOf(text, from) ?? 0) + text.length };
        cells += row.length;
      }
    }
    expect(cells).toBeGreaterThan(600);
  });

  test('repeats the heads of a table that goes on', () => {
    const across = pages.filter((page) => page.width > page.height);
    expect(across.length).toBeGreaterThanOrEqual(2);
    for (const page of across) expect(page.text).toContain('IM-funktion');
  });

  test('states page x of y on all but the front', () => {
    expect(pages[0]?.text).not.toContain('Side1');
    for (const [index, page] of pages.entries()) {
      if (index > 0) expect(page.text).toContain(`Side${index + 1}af${pages.length}`);
    }
  });

  test('has contents that name the page each heading is on', () => {
    const contents = pages[1]?.text ?? '';
    let found = 0;
    for (const block of model.document) {
      if (block.kind !== 'heading' || block.level === 3) continue;
      const entry = squeeze(`${block.number}${block.text}`);
      const at = contents.indexOf(entry);
      expect(at, entry).toBeGreaterThan(0);
      const page = Number(
        /^\d/.exec(contents.slice(at + entry.length)) ? numberAfter(contents, at + entry.length) : NaN,
      );
      expect(
        hasHeading(pages[page - 1] ?? { width: 0, height: 0, pieces: [], text: '' }, block.level, entry),
        entry,
      ).toBe(true);
      found += 1;
    }
    expect(found).toBe(12);
    expect(outline).toEqual([
      'Indledning',
      '1  Kommunens balanceafstemninger',
      '2  Udvalgets balanceposter',
      '3  Afskrivninger',
      '4  Periodiserede poster',
      '5  Bevægelser på balancen',
    ]);
  });

  /** The page number printed after an entry: the next entry's number follows it, so the least that is a page counts. */
  function numberAfter(text: string, from: number): number {
    const digits = /^\d+/.exec(text.slice(from))?.[0] ?? '';
    // Entries run together without spaces, `…22.1…`: a page number has no more digits than the number of pages.
    const longest = String(pages.length).length;
    const candidates = [digits.slice(0, longest), digits.slice(0, 1)].map(Number);
    return candidates.find((candidate) => candidate >= 3 && candidate <= pages.length) ?? 0;
  }

  test('is A4 and keeps to its margins', () => {
    for (const page of pages) {
      expect([page.width, page.height].map(Math.round).sort((a, b) => a - b)).toEqual([595, 842]);
      for (const piece of page.pieces.filter((candidate) => candidate.size < 100)) {
        expect(piece.x, piece.text).toBeGreaterThanOrEqual(mm(20) - 0.5);
        expect(piece.x, piece.text).toBeLessThan(page.width - mm(20) + 0.5);
      }
    }
  });

  test('says what it is', () => {
    expect(info).toMatchObject({
      Title: 'Årsrapportering på balancen 2023 – Beskæftigelses- og Integrationsudvalget (UDKAST)',
      Author: 'Århus-Ærø Kommune',
      Language: 'da-DK',
    });
  });

  test('draws a real minus, and hands it out as the one that spreadsheets read', () => {
    const pieces = pages.flatMap((page) => page.pieces);
    const negative = pieces.find(({ text }) => text === '-45.280.100' || text === '-452.801');
    expect(negative).toBeDefined();
    const { text = '', width = 0, size = 0 } = negative ?? {};
    expect(width).toBeCloseTo(measureText(`\u2212${text.slice(1)}`, size), 1);
    expect(measureText(text.replace('-', '\u2013'), size)).not.toBeCloseTo(width, 1);
    expect(pieces.map((piece) => piece.text).join('')).not.toMatch(/[\u2212\u00a0]/);
  });

  test('draws the figure with its words, and each card with its steps', () => {
    const all = pages.map((page) => page.text).join('');
    expect(all).toContain('Afstemttilopfølgning-401.803t.kr.');
    for (const block of model.document) {
      if (block.kind !== 'plans') continue;
      for (const card of block.group.functions.flatMap((imFunction) => imFunction.cards)) {
        const first = `${card.account}Kategori ${block.group.category}${card.accountName}Til opfølgning${card.followUp.printed} kr.heraf ældre end 1 år${card.older.printed} kr.Problem${card.problem}Aktiviteter${card.steps.map((step) => step.activity).join('')}Ansvarlig${card.responsible}Deadline`;
        const page = pages.find((candidate) => candidate.text.includes(squeeze(first)));
        expect(page, card.account).toBeDefined();
        expect(page?.text).toContain(squeeze(card.steps.map((step) => step.deadline).join('')));
      }
    }
  });
});

describe('a draft', () => {
  test('bears UDKAST on each page, large across it and small in the running head', () => {
    for (const [index, page] of pages.entries()) {
      expect(
        page.pieces.some((piece) => piece.text === 'UDKAST' && piece.size > 100),
        `page ${index + 1}`,
      ).toBe(true);
      expect(page.text.split('UDKAST').length, `page ${index + 1}`).toBeGreaterThanOrEqual(3);
    }
  });

  test('is nowhere in what is ready', async () => {
    for (const page of await open(sampleModel({ status: 'klar' }))) expect(page.text).not.toContain('UDKAST');
  });
});

describe('the municipality’s looks', () => {
  /** The colour as the PDF's content states it, in three parts of 1. */
  const asDrawn = (colour: string): string =>
    [1, 3, 5].map((at) => String(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ');
  const contents = (file: Uint8Array): string => {
    const text = Buffer.from(file);
    const streams: string[] = [];
    for (let at = text.indexOf('stream\n'); at >= 0; at = text.indexOf('stream\n', at + 7)) {
      try {
        streams.push(inflateSync(text.subarray(at + 7)).toString('latin1'));
      } catch {}
    }
    return streams.join('\n');
  };

  test('colour rules, headings and links, and the product’s own colour is gone', async () => {
    const branded = contents(await renderPdf({ ...model, brand: { colour: '#8a1538', logo: null } }));
    const draws = (content: string, colour: string): boolean => content.includes(`${asDrawn(colour)} scn`);
    expect([draws(branded, '#8a1538'), draws(branded, '#0b4a58')]).toEqual([true, false]);
    expect([draws(contents(bytes), '#8a1538'), draws(contents(bytes), '#0b4a58')]).toEqual([false, true]);
  });
});
