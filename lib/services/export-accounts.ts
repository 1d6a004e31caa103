import { parsePeriod } from '#lib/domain/period.ts';
import { selectRows } from '#lib/format/list.ts';
import type { Language } from '#lib/format/messages.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { renderRowsCsv } from '#lib/render/rows/rows-csv.ts';
import { renderRowsXlsx } from '#lib/render/rows/rows-xlsx.ts';
import type { RowColumn, RowSheet, RowValue } from '#lib/render/rows/types.ts';
import { ACCOUNT_COLUMNS, ACCOUNT_FILTERS } from './account-list.ts';
import type { AccountRow } from './account-rows.ts';
import type { Context } from './context.ts';
import type { ExportedFile } from './export-report.ts';
import { listAccounts } from './list-accounts.ts';

export const LIST_FORMATS = ['csv', 'xlsx'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

interface AccountsExport {
  periodId: string;
  format: ListFormat;
  /** Filters and order, as the page *Konti* keeps them in its address. */
  address: URLSearchParams;
  language: Language;
}

/** The accounts that an address of *Konti* shows, all of them, in its order; null where there is no such period. */
export async function exportAccounts(
  context: Context,
  { periodId, format, address, language }: AccountsExport,
): Promise<ExportedFile | null> {
  const period = parsePeriod(periodId);
  const rows = await listAccounts(context, periodId);
  if (!period || !rows) return null;
  const t = translatorOf(language, 'accounts');
  const sheet: RowSheet = {
    name: t('title'),
    title: t('exportTitle', { period: period.id }),
    columns: ACCOUNT_COLUMNS.map(({ id, kind }) => ({ label: t(`columns.${id}`), kind: EXPORT_KINDS[kind] })),
    rows: selectRows(rows, ACCOUNT_COLUMNS, ACCOUNT_FILTERS, address).map((row) => toValues(row, t('separately'))),
  };
  return {
    fileName: `konti-${period.id}.${format}`,
    ...(format === 'csv'
      ? { contentType: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(renderRowsCsv(sheet)) }
      : {
          contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          bytes: await renderRowsXlsx(sheet),
        }),
  };
}

const EXPORT_KINDS: Record<(typeof ACCOUNT_COLUMNS)[number]['kind'], RowColumn['kind']> = {
  text: 'text',
  link: 'text',
  count: 'count',
  money: 'ore',
  date: 'date',
  category: 'text',
};

function toValues(row: AccountRow, separately: string): RowValue[] {
  return ACCOUNT_COLUMNS.map((column) => {
    if (column.kind !== 'category') return column.value(row);
    return row.separately ? separately : (column.value(row)?.toString() ?? null);
  });
}
