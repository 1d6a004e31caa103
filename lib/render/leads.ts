import { exactOf } from '#lib/report/figures/figure.ts';
import { listFigures } from '#lib/report/figures/list-figures.ts';
import { type Cell, type Column, type ReportModel, type Table, tableOf } from '#lib/report/model.ts';
import { categoryOf, categoryWords, columnKind, printCell } from './blocks.ts';

/** Where a figure that a text states stands in the tables. */
export interface Lead {
  table: Table['id'];
  column: string;
  /** The texts of its row by column, as they are shown; null: the row of totals. */
  cells: Record<string, string> | null;
}

/** A cell as it is shown: a category with its words. */
export function shownCell(column: Column, cell: Cell): string {
  const category = columnKind(column) === 'category' ? categoryOf(cell) : null;
  return category === null ? printCell(cell) : categoryWords(category);
}

/** What the figures in people's texts lead to, by key. Behind a zero there is nothing. */
export function findLeads(model: ReportModel): ReadonlyMap<string, Lead> {
  if (!model.document.some((block) => block.kind === 'rich')) return new Map();
  return new Map(
    listFigures(model).flatMap((figure) => {
      const { key, source } = figure;
      if (source === null || exactOf(figure) === 0n) return [];
      const { columns, rows } = tableOf(model, source.table);
      const row = source.row === null ? null : (rows[source.row] ?? []);
      const cells = row
        ? Object.fromEntries(columns.map((column, at) => [column.id, shownCell(column, row[at] ?? '')]))
        : null;
      return [[key, { table: source.table, column: source.column, cells }] as const];
    }),
  );
}
