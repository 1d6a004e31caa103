import { type ListColumn, selectRows } from '#lib/format/list.ts';
import type { Language } from '#lib/format/messages.ts';
import { type Translate, translatorOf } from '#lib/format/translate.ts';
import { ACCOUNT_COLUMNS, ACCOUNT_FILTERS, statusValue } from './account-list.ts';
import type { AccountRow } from './account-rows.ts';
import type { Context } from './context.ts';
import { exportList, type ListFormat } from './export-list.ts';
import type { ExportedFile } from './export-report.ts';
import { listAccounts } from './list-accounts.ts';
import { logListExport } from './log-reading.ts';

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
  const rows = await listAccounts(context, periodId);
  if (!rows) return null;
  const t = translatorOf(language, 'accounts');
  const names = {
    stem: `konti-${periodId}`,
    title: t('exportTitle', { period: periodId }),
    labelOf: (column: string) => t(`columns.${column}`),
  };
  const shown = selectRows(rows, ACCOUNT_COLUMNS, ACCOUNT_FILTERS, address);
  await logListExport(context, 'konti', periodId, { format, rows: shown.length, address });
  return exportList(shown, toExported(t), names, format);
}

/** The columns with a word where an account has no category of its own, and with that of its status. */
function toExported(t: Translate): ListColumn<AccountRow>[] {
  const separately = t('separately');
  const status = (row: AccountRow) => {
    const value = statusValue(row);
    return value === null ? '' : t(`status.${value}`);
  };
  return ACCOUNT_COLUMNS.map((column) => {
    if (column.id === 'status') return { id: column.id, kind: 'text', value: status };
    return column.kind === 'category'
      ? { id: column.id, kind: 'text', value: (row) => (row.separately ? separately : String(column.value(row) ?? '')) }
      : column;
  });
}
