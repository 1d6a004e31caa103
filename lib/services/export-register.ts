import type { Register } from '#lib/domain/register.ts';
import { selectRows } from '#lib/format/list-address.ts';
import { translatorOf } from '#lib/format/translate.ts';
import type { Context } from './context.ts';
import { exportList, type ListExport } from './export-list.ts';
import type { ExportedFile } from './export-report.ts';
import { listRegister } from './list-register.ts';
import { logListExport } from './log-reading.ts';
import { registerColumns, registerFilters } from './register-list.ts';

interface RegisterExport<R extends Register> extends ListExport {
  register: R;
}

/** The lines that an address of a register shows, in its order, as a file; null where there is no such period. */
export async function exportRegister<R extends Register>(
  context: Context,
  { periodId, register, format, address, language }: RegisterExport<R>,
): Promise<ExportedFile | null> {
  const view = await listRegister(context, periodId, register);
  if (!view) return null;
  const t = translatorOf(language, 'registers');
  const columns = registerColumns(register, {
    origin: (origin) => t(`origins.${origin}`),
    writeOff: (kind) => t(`writeOffs.${kind}`),
  });
  const names = {
    stem: `${register}-${view.fiscalYear}`,
    title: t('exportTitle', { register: t(`names.${register}`), year: String(view.fiscalYear) }),
    labelOf: (column: string) => t(`columns.${column}`),
  };
  const shown = selectRows(view.lines, columns, registerFilters(register), address);
  await logListExport(context, register, periodId, { format, rows: shown.length, address });
  return exportList(shown, columns, names, { format, address });
}
