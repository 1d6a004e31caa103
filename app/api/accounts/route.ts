import { getLocale } from 'next-intl/server';
import { parseLanguage } from '#lib/format/messages.ts';
import { exportAccounts } from '#lib/services/export-accounts.ts';
import { parseListFormat } from '#lib/services/export-list.ts';
import { download, handle } from '../handle.ts';

/** The accounts that an address of *Konti* shows: `?period=2023-12&format=csv` beside its filters and order. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const address = new URL(request.url).searchParams;
    const format = parseListFormat(address.get('format'));
    if (!format) return null;
    const language = parseLanguage(await getLocale());
    const file = await exportAccounts(context, { periodId: address.get('period') ?? '', format, address, language });
    return file && download(file.fileName, file.contentType, file.bytes);
  });
}
