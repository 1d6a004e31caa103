import { selectRows } from '#lib/format/list-address.ts';
import { translatorOf } from '#lib/format/translate.ts';
import type { Context } from './context.ts';
import { exportList, type ListExport } from './export-list.ts';
import type { ExportedFile } from './export-report.ts';
import { findingColumns, findingFilters } from './finding-list.ts';
import { listFindings } from './list-findings.ts';
import { logListExport } from './log-reading.ts';

/** The findings that an address of *Opfølgning* shows, in its order, as a file; null where there is no such period. */
export async function exportFindings(
  context: Context,
  { periodId, format, address, language }: ListExport,
): Promise<ExportedFile | null> {
  const listed = await listFindings(context, periodId);
  if (!listed) return null;
  const t = translatorOf(language, 'findings');
  const columns = findingColumns({ missing: (part) => t(`missing.${part}`), plan: (state) => t(`plans.${state}`) });
  const names = {
    stem: `opfoelgning-${periodId}`,
    title: t('exportTitle', { period: periodId }),
    labelOf: (column: string) => t(`columns.${column}`),
  };
  const shown = selectRows(listed.findings, columns, findingFilters(listed.today), address);
  await logListExport(context, 'opfoelgning', periodId, { format, rows: shown.length, address });
  return exportList(shown, columns, names, { format, address });
}
