import type { ListColumn } from '#lib/format/list.ts';
import { renderRowsCsv } from '#lib/render/rows/rows-csv.ts';
import { renderRowsXlsx } from '#lib/render/rows/rows-xlsx.ts';
import type { RowColumn, RowSheet } from '#lib/render/rows/types.ts';
import type { ListFormat } from './account-list.ts';
import type { ExportedFile } from './export-report.ts';

interface ExportedList<Row> {
  /** Of the file's name. */
  stem: string;
  /** Of the sheet, and over its rows. */
  name: string;
  title: string;
  columns: readonly ListColumn<Row>[];
  /** Heads a column, by its id. */
  labelOf: (column: string) => string;
  rows: readonly Row[];
}

const KINDS: Record<ListColumn<never>['kind'], RowColumn['kind']> = {
  text: 'text',
  link: 'text',
  count: 'count',
  money: 'ore',
  date: 'date',
  category: 'text',
};

/** The rows of a list on screen as a file, with exact amounts. */
export async function exportList<Row>(list: ExportedList<Row>, format: ListFormat): Promise<ExportedFile> {
  const sheet: RowSheet = {
    name: list.name,
    title: list.title,
    columns: list.columns.map(({ id, kind }) => ({ label: list.labelOf(id), kind: KINDS[kind] })),
    rows: list.rows.map((row) =>
      list.columns.map((column) =>
        column.kind === 'category' ? (column.value(row)?.toString() ?? null) : column.value(row),
      ),
    ),
  };
  const fileName = `${list.stem}.${format}`;
  if (format === 'csv') {
    const bytes = new TextEncoder().encode(renderRowsCsv(sheet));
    return { fileName, contentType: 'text/csv; charset=utf-8', bytes };
  }
  const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { fileName, contentType, bytes: await renderRowsXlsx(sheet) };
}
