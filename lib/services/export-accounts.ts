import { selectRows } from '#lib/format/list-address.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { ACCOUNT_FILTERS, accountColumns } from './account-list.ts';
import type { Context } from './context.ts';
import { exportList, type ListExport } from './export-list.ts';
import type { ExportedFile } from './export-report.ts';
import { listAccounts } from './list-accounts.ts';
import { logListExport } from './log-reading.ts';

/** The accounts that an address of *Konti* shows, all of them, in its order; null where there is no such period. */
export async function exportAccounts(
  context: Context,
  { periodId, format, address, language }: ListExport,
): Promise<ExportedFile | null> {
  const rows = await listAccounts(context, periodId);
  if (!rows) return null;
  const t = translatorOf(language, 'accounts');
  const names = {
    stem: `konti-${periodId}`,
    title: t('exportTitle', { period: periodId }),
    labelOf: (column: string) => t(`columns.${column}`),
  };
  const columns = accountColumns({
    status: (status) => t(`status.${status}`),
    separately: t('separately'),
    method: (method) => t(`method.${method}`),
  });
  const shown = selectRows(rows, columns, ACCOUNT_FILTERS, address);
  await logListExport(context, 'konti', periodId, { format, rows: shown.length, address });
  return exportList(shown, columns, names, { format, address });
}
