import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildReport } from './build-report.ts';
import { type Cell, isMoney, type TableId, tableOf } from './model.ts';
import { DEMO_INSTALLATION, loadDemo } from './testing/load-demo.ts';

const figure = z.union([z.string(), z.number(), z.null()]);
const rows = z.array(z.array(figure));
const figures = z.array(z.number());
const published = z
  .object({
    table_categories: z.record(z.string(), z.array(figure)),
    reconciled_by: z.object({ KS: z.number(), forvaltningerne: z.number() }),
    table_1_1: z.object({ rows, total: figures }),
    older_than_one_year: rows,
    table_2_1_BIU: z.object({ rows, total: figures }),
    findings_BIU_kr: rows,
    write_offs_BIU: z.object({ drift: rows, balance: rows, øvrige: rows }),
    system_reconciliation_BIU_kr: rows,
  })
  .parse(JSON.parse(readFileSync(new URL('../../prisma/demo/published.json', import.meta.url), 'utf8')));

const model = buildReport(loadDemo(), DEMO_INSTALLATION, 'BIU');
let compared = 0;

/** What a reader of the print takes the cell for: blank money is 0 or nothing, printed figures are numbers. */
function readCell(cell: Cell | undefined): string | number | null {
  if (cell === undefined) throw new Error('The model has no such cell.');
  if (!isMoney(cell)) return cell;
  return cell.printed === '' ? 0 : Number(cell.printed.replaceAll('.', ''));
}

function expectCells(cells: (Cell | undefined)[], expected: (string | number | null)[], place: string): void {
  expect(cells.length, place).toBe(expected.length);
  for (const [index, cell] of cells.entries()) {
    expect(readCell(cell), `${place}, cell ${index + 1}`).toBe(expected[index] ?? 0);
    compared += 1;
  }
}

function cellsOf(id: TableId, wanted: (row: Cell[]) => boolean, columns: string[]): Cell[] {
  const { rows: own, columns: all } = tableOf(model, id);
  const found = own.filter(wanted);
  expect(found.length, id).toBe(1);
  return columns.map((name) => found[0]?.[all.findIndex((column) => column.id === name)] ?? '');
}

describe('every published cell', () => {
  test('table of categories', () => {
    const table = tableOf(model, 'kategorier');
    for (const category of [1, 2, 3]) {
      const expected = published.table_categories[category] ?? [];
      expectCells(table.rows[category - 1] ?? [], [category, ...expected], `kategori ${category}`);
    }
    expectCells(table.total ?? [], ['I alt', ...(published.table_categories['i alt'] ?? [])], 'kategorier i alt');
  });

  test('reconciled by', () => {
    const { rows: own, total } = tableOf(model, 'afstemt-af');
    const administrations = own.slice(1).reduce((sum, row) => sum + Number(row[1]), 0);
    expectCells(own[0] ?? [], ['KS', published.reconciled_by.KS], 'KS');
    expectCells([administrations], [published.reconciled_by.forvaltningerne], 'forvaltningerne');
    expect(total).toEqual(['I alt', 2441]);
  });

  test('table 1.1', () => {
    const table = tableOf(model, 'tabel-1-1');
    expect(table.rows.length).toBe(published.table_1_1.rows.length);
    for (const [index, expected] of published.table_1_1.rows.entries()) {
      const [code = '', name = '', ...numbers] = expected;
      const printedName = code === '9.75.99' ? `${name} (afstemmes særskilt)` : name;
      expectCells(table.rows[index] ?? [], [code, printedName, ...numbers], `1.1 ${code}`);
    }
    expectCells(table.total ?? [], ['I alt', '', ...published.table_1_1.total], '1.1 i alt');
  });

  test('amounts older than one year', () => {
    const table = tableOf(model, 'aeldre-end-1-aar');
    expect(table.rows.length).toBe(published.older_than_one_year.length - 1);
    for (const [code, unit = '', second = null, third = null] of published.older_than_one_year) {
      if (code === 'i alt') {
        expectCells(table.total ?? [], ['I alt', unit, second, third], 'ældre i alt');
        continue;
      }
      const row = table.rows.find((candidate) => candidate[0] === code && candidate[1] === unit);
      expectCells(row ?? [], [code ?? '', unit, second, third], `ældre ${code} ${unit}`);
    }
  });

  test('table 2.1', () => {
    const table = tableOf(model, 'tabel-2-1');
    expect(table.rows.length).toBe(published.table_2_1_BIU.rows.length);
    for (const [index, [code = '', ...numbers]] of published.table_2_1_BIU.rows.entries()) {
      const [own = '', , ...cells] = table.rows[index] ?? [];
      expectCells([own, ...cells], [code, ...numbers], `2.1 ${code}`);
    }
    expectCells(table.total ?? [], ['I alt', '', ...published.table_2_1_BIU.total], '2.1 i alt');
  });

  test('action plans', () => {
    expect(tableOf(model, 'handleplaner').rows.length).toBe(published.findings_BIU_kr.length);
    for (const expected of published.findings_BIU_kr) {
      const cells = cellsOf('handleplaner', (row) => row[0] === expected[0], ['konto', 'opfoelgning', 'heraf-aeldre']);
      expectCells(cells, expected, `handleplan ${expected[0]}`);
    }
  });

  test('write-offs', () => {
    const tables = {
      drift: 'afskrivninger-drift',
      balance: 'afskrivninger-balance',
      øvrige: 'afskrivninger-oevrige',
    } as const;
    for (const kind of ['drift', 'balance', 'øvrige'] as const) {
      const table = tableOf(model, tables[kind]);
      const lines = published.write_offs_BIU[kind].filter(([code]) => code !== 'i alt');
      expect(table.rows.length).toBe(lines.length);
      for (const expected of lines) {
        const cells = cellsOf(tables[kind], (row) => row[1] === expected[0], ['modpost', 'beloeb']);
        expectCells(cells, expected, `afskrivning ${expected[0]}`);
      }
      const total = published.write_offs_BIU[kind].find(([code]) => code === 'i alt');
      if (total) expectCells([table.total?.at(-1)], [total[1] ?? null], `${kind} i alt`);
    }
  });

  test('transfer controls', () => {
    const table = tableOf(model, 'systemafstemninger');
    expect(table.rows.length).toBe(published.system_reconciliation_BIU_kr.length);
    for (const [index, expected] of published.system_reconciliation_BIU_kr.entries()) {
      expectCells(table.rows[index]?.slice(0, 3) ?? [], expected, `system ${index}`);
    }
  });
});

afterAll(() => {
  console.log(`Compared ${compared} published cells with the report model.`);
  expect(compared).toBeGreaterThan(600);
});
