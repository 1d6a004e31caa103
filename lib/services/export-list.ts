import { displayedText, type ListColumn } from '#lib/format/list.ts';
import { parseView, selectColumns } from '#lib/format/list-address.ts';
import type { Language } from '#lib/format/messages.ts';
import { renderRowsCsv } from '#lib/render/rows/rows-csv.ts';
import { renderRowsXlsx } from '#lib/render/rows/rows-xlsx.ts';
import type { RowColumn, RowSheet } from '#lib/render/rows/types.ts';
import type { ExportedFile } from './export-report.ts';

const LIST_FORMATS = ['csv', 'xlsx'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

export function parseListFormat(text: string | null): ListFormat | null {
  return LIST_FORMATS.find((format) => format === text) ?? null;
}

/** Which rows of a list are asked for, and as what. */
export interface ListExport {
  periodId: string;
  format: ListFormat;
  /** Filters, order and columns, as the list's page keeps them in its address. */
  address: URLSearchParams;
  language: Language;
}

/** What a list's file is called, what stands over its rows, and over each column, by its id. */
interface ListNames {
  stem: string;
  title: string;
  labelOf: (column: string) => string;
}

const KINDS: Record<ListColumn<never>['kind'], RowColumn['kind']> = {
  text: 'text',
  link: 'text',
  count: 'count',
  money: 'ore',
  date: 'date',
  category: 'text',
};

/** The rows of a list on screen as a file, in the columns that its address shows, with exact amounts. */
export async function exportList<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  { stem, title, labelOf }: ListNames,
  { format, address }: Pick<ListExport, 'format' | 'address'>,
): Promise<ExportedFile> {
  const shown = selectColumns(columns, parseView(address, columns).columns);
  const sheet: RowSheet = {
    // Excel takes no longer name.
    name: stem.slice(0, 31),
    title,
    columns: shown.map(({ id, kind }) => ({ label: labelOf(id), kind: KINDS[kind] })),
    rows: rows.map((row) =>
      shown.map((column) => (column.kind === 'category' ? displayedText(column, row) || null : column.value(row))),
    ),
  };
  const fileName = `${stem}.${format}`;
  if (format === 'csv') {
    const bytes = new TextEncoder().encode(renderRowsCsv(sheet));
    return { fileName, contentType: 'text/csv; charset=utf-8', bytes };
  }
  const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { fileName, contentType, bytes: await renderRowsXlsx(sheet) };
}
