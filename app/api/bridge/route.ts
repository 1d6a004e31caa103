import { getLocale } from 'next-intl/server';
import { parseLanguage } from '#lib/format/messages.ts';
import { exportBridge } from '#lib/services/export-bridge.ts';
import { parseListFormat } from '#lib/services/export-list.ts';
import { download, handle } from '../handle.ts';

/** The rows that an address of *Bro* shows: `?period=2024-12&format=csv` beside its gathering, filters and order. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const address = new URL(request.url).searchParams;
    const format = parseListFormat(address.get('format'));
    if (format === null) return null;
    const language = parseLanguage(await getLocale());
    const file = await exportBridge(context, { periodId: address.get('period') ?? '', format, address, language });
    return file && download(file.fileName, file.contentType, file.bytes);
  });
}
