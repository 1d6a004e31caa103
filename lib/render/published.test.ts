import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildReport } from '#lib/report/build-report.ts';
import { type Cell, isMoney, type Table, type TableId, tableOf } from '#lib/report/model.ts';
import { DEMO_INSTALLATION, loadDemo } from '#lib/report/testing/load-demo.ts';
import { renderExcel, SHEET_NAMES } from './excel/render-excel.ts';
import { renderPdf } from './pdf/render-pdf.ts';
import { readPdf, squeeze } from './testing/read-pdf.ts';

const figure = z.union([z.string(), z.number(), z.null()]);
type Figure = z.infer<typeof figure>;
const rows = z.array(z.array(figure));
const published = z
  .object({
    table_categories: z.record(z.string(), z.array(figure)),
    reconciled_by: z.object({ KS: z.number(), forvaltningerne: z.number() }),
    table_1_1: z.object({ rows, total: z.array(figure) }),
    older_than_one_year: rows,
    table_2_1_BIU: z.object({ rows, total: z.array(figure) }),
    findings_BIU_kr: rows,
    write_offs_BIU: z.object({ drift: rows, balance: rows, øvrige: rows }),
    system_reconciliation_BIU_kr: rows,
  })
  .parse(JSON.parse(readFileSync(new URL('../../prisma/demo/published.json', import.meta.url), 'utf8')));

const state = loadDemo();
const counts = { workbook: 0, pdf: 0 };

/** The figure as print has it, made apart from the product's own formatting. */
function print(value: Figure): string {
  if (typeof value !== 'number') return value ?? '';
  return new Intl.NumberFormat('da-DK', { useGrouping: 'always' }).format(value).replace('\u2212', '-');
}

/** What a committee's workbook and PDF say, opened again. */
async function openReport(committee: string) {
  const model = buildReport(state, DEMO_INSTALLATION, committee);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await renderExcel(model)).buffer as ArrayBuffer);
  const { pages } = await readPdf(await renderPdf(model));

  /** The index of the one row (the total's is the number of rows) whose first cells are these. */
  function findRow(table: Table, keys: Figure[], from = 0): number {
    const fits = (row: Cell[]): boolean => keys.every((key, index) => key === null || row[from + index] === key);
    const found = table.rows.flatMap((row, index) => (fits(row) ? [index] : []));
    if (keys[0] === 'I alt') return table.rows.length;
    expect(found.length, `${committee} ${table.id} ${keys.join(' ')}`).toBe(1);
    return found[0] ?? -1;
  }

  /**
   * Holds published figures against the row: in the workbook as cells, in the PDF within the whole row as one line of
   * text on one page. Cells without a published figure are taken as the model has them.
   */
  function expectRow(id: TableId, index: number, figures: Record<string, Figure>, inPdf = true): void {
    const table = tableOf(model, id);
    const row = index === table.rows.length ? (table.total ?? []) : (table.rows[index] ?? []);
    const sheet = workbook.getWorksheet(SHEET_NAMES[id]);
    const line = table.columns.map((column, position) => {
      const cell = row[position] ?? '';
      const expected = figures[column.id];
      if (expected === undefined) return print(isMoney(cell) ? cell.printed : cell);
      const isBlank = isMoney(cell) && cell.printed === '';
      if (isBlank) expect(expected ?? 0, `${id} ${index} ${column.id}`).toBe(0);
      const written = sheet?.getCell(4 + index, position + 1).value ?? null;
      expect(written, `${committee} ${id} ${index} ${column.id}`).toBe(isBlank ? null : expected);
      counts.workbook += 1;
      if (inPdf) counts.pdf += 1;
      return isBlank ? '' : print(expected);
    });
    if (!inPdf) return;
    const words: Record<string, string> = {
      1: 'afstemt uden bemærkninger',
      2: 'afstemt til opfølgning',
      3: 'ikke afstemt',
    };
    if (id === 'kategorier' && words[line[0] ?? '']) line[0] = `${line[0]}, ${words[line[0] ?? '']}`;
    const text = squeeze(line.join(''));
    expect(pages.filter((page) => page.text.includes(text)).length, `${committee} ${id}: ${text}`).toBeGreaterThan(0);
  }

  return { model, pages, workbook, findRow, expectRow };
}

/** The published figures of a row by the ids of its columns, in the table's order, from `first` on. */
function byColumn(table: Table, first: number, figures: Figure[]): Record<string, Figure> {
  return Object.fromEntries(figures.map((value, index) => [table.columns[first + index]?.id ?? '', value]));
}

describe.each(state.committees.map((committee) => committee.code))('the report of %s', (code) => {
  test('has every published figure of the whole municipality, in the workbook and in the PDF', async () => {
    const report = await openReport(code);
    const categories = tableOf(report.model, 'kategorier');
    for (const [name, figures] of Object.entries(published.table_categories)) {
      if (name === 'columns') continue;
      const index = name === 'i alt' ? categories.rows.length : report.findRow(categories, [Number(name)]);
      report.expectRow('kategorier', index, byColumn(categories, 1, figures));
    }
    const balance = tableOf(report.model, 'tabel-1-1');
    for (const [number = '', , ...figures] of published.table_1_1.rows) {
      report.expectRow('tabel-1-1', report.findRow(balance, [number]), {
        ...byColumn(balance, 2, figures),
        'im-funktion': number,
      });
    }
    report.expectRow('tabel-1-1', balance.rows.length, byColumn(balance, 2, published.table_1_1.total));
    const older = tableOf(report.model, 'aeldre-end-1-aar');
    for (const [number = '', unit = '', second = null, third = null] of published.older_than_one_year) {
      const keys = number === 'i alt' ? ['I alt'] : [number, unit];
      report.expectRow('aeldre-end-1-aar', report.findRow(older, keys), { 'kategori-2': second, 'kategori-3': third });
    }
    const units = tableOf(report.model, 'afstemt-af');
    report.expectRow('afstemt-af', report.findRow(units, ['KS']), { antal: published.reconciled_by.KS });
    const sheet = report.workbook.getWorksheet(SHEET_NAMES['afstemt-af']);
    const others = units.rows.slice(1).map((_, index) => Number(sheet?.getCell(5 + index, 2).value));
    expect(others.reduce((sum, count) => sum + count, 0)).toBe(published.reconciled_by.forvaltningerne);
    expect(report.pages.some((page) => page.text.includes(`${published.reconciled_by.forvaltningerne}konti`))).toBe(
      true,
    );
    counts.workbook += 1;
    counts.pdf += 1;
  });
});

const { model, pages, findRow, expectRow } = await openReport('BIU');

describe('the report of BIU', () => {
  test('has table 2.1', () => {
    const table = tableOf(model, 'tabel-2-1');
    expect(table.rows.length).toBe(published.table_2_1_BIU.rows.length);
    for (const [number = '', ...figures] of published.table_2_1_BIU.rows) {
      expectRow('tabel-2-1', findRow(table, [number]), { ...byColumn(table, 2, figures), 'im-funktion': number });
    }
    expectRow('tabel-2-1', table.rows.length, byColumn(table, 2, published.table_2_1_BIU.total));
  });

  test('has the amounts of each action plan, on its card', () => {
    const table = tableOf(model, 'handleplaner');
    for (const [account = '', followUp = null, older = null] of published.findings_BIU_kr) {
      const index = findRow(table, [account]);
      expectRow('handleplaner', index, { konto: account, opfoelgning: followUp, 'heraf-aeldre': older }, false);
      const name = String(table.rows[index]?.[1] ?? '');
      const card = `${account}Kategori 2${name}Til opfølgning${print(followUp)} kr.heraf ældre end 1 år${print(older)} kr.`;
      expect(
        pages.some((page) => page.text.includes(squeeze(card))),
        card,
      ).toBe(true);
      counts.pdf += 3;
    }
  });

  test('has the write-offs', () => {
    const tables = {
      drift: 'afskrivninger-drift',
      balance: 'afskrivninger-balance',
      øvrige: 'afskrivninger-oevrige',
    } as const;
    for (const kind of ['drift', 'balance', 'øvrige'] as const) {
      const table = tableOf(model, tables[kind]);
      for (const [number = '', amount = null] of published.write_offs_BIU[kind]) {
        if (number === 'i alt') expectRow(tables[kind], table.rows.length, { beloeb: amount });
        else expectRow(tables[kind], findRow(table, [number], 1), { modpost: number, beloeb: amount });
      }
    }
  });

  test('has the transfer control with a difference', () => {
    const table = tableOf(model, 'systemafstemninger');
    for (const [system = '', receiver = '', difference = null] of published.system_reconciliation_BIU_kr) {
      const figures = { fagsystem: system, modtager: receiver, difference };
      expectRow('systemafstemninger', findRow(table, [system, receiver]), figures);
    }
  });
});

afterAll(() => {
  console.log(
    `Compared ${counts.workbook} published cells with the workbooks opened again and ${counts.pdf} with the text of the PDFs, over ${state.committees.length} committees.`,
  );
  expect(Math.min(counts.workbook, counts.pdf)).toBeGreaterThan(4_000);
});
