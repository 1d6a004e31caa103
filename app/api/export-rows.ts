import 'server-only';
import { getLocale } from 'next-intl/server';
import { parseLanguage } from '#lib/format/messages.ts';
import type { Context } from '#lib/services/context.ts';
import { type ListExport, parseListFormat } from '#lib/services/export-list.ts';
import type { ExportedFile } from '#lib/services/export-report.ts';
import { download, handle } from './handle.ts';

/** Answers with the rows that a list's address shows, as a file: `?period=2023-12&format=csv` beside what the list keeps there. */
export function exportRows(
  request: Request,
  exportList: (context: Context, asked: ListExport) => Promise<ExportedFile | null>,
): Promise<Response> {
  return handle(request, async (context) => {
    const address = new URL(request.url).searchParams;
    const format = parseListFormat(address.get('format'));
    if (format === null) return null;
    const language = parseLanguage(await getLocale());
    const file = await exportList(context, { periodId: address.get('period') ?? '', format, address, language });
    return file && download(file.fileName, file.contentType, file.bytes);
  });
}
