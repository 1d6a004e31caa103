import { selectRows } from '#lib/format/list-address.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { bridgeColumns, bridgeFilters } from './bridge-list.ts';
import type { Context } from './context.ts';
import { exportList, type ListExport } from './export-list.ts';
import type { ExportedFile } from './export-report.ts';
import { getBridge, parseBridgeAddress } from './get-bridge.ts';
import { logListExport } from './log-reading.ts';

/** The rows of the bridge that an address of *Bro* shows, in its order, as a file; null where there is nothing to bridge. */
export async function exportBridge(
  context: Context,
  { periodId, format, address, language }: ListExport,
): Promise<ExportedFile | null> {
  const bridge = await getBridge(context, periodId, parseBridgeAddress(address));
  if (!bridge?.from) return null;
  const t = translatorOf(language, 'bridge');
  const { group, from, period } = bridge;
  const columns = bridgeColumns(group);
  const names = {
    stem: `bro-${from.id}-${period.id}-${group}`,
    title: t('exportTitle', { from: from.id, to: period.id }),
    labelOf: (column: string) => t(`columns.${column}`),
  };
  const shown = selectRows(bridge.rows, columns, bridgeFilters(group), address);
  await logListExport(context, 'bro', periodId, { format, rows: shown.length, address });
  return exportList(shown, columns, names, { format, address });
}
