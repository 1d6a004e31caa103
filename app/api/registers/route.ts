import { getLocale } from 'next-intl/server';
import { parseLanguage } from '#lib/format/messages.ts';
import { parseListFormat } from '#lib/services/export-list.ts';
import { exportRegister } from '#lib/services/export-register.ts';
import { parseRegister } from '#lib/services/register-list.ts';
import { download, handle } from '../handle.ts';

/** The lines that an address of a register shows: `?period=2023-12&register=afskrivninger&format=csv` beside its filters and order. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const address = new URL(request.url).searchParams;
    const format = parseListFormat(address.get('format'));
    const register = parseRegister(address.get('register'));
    if (format === null || register === null) return null;
    const language = parseLanguage(await getLocale());
    const periodId = address.get('period') ?? '';
    const file = await exportRegister(context, { periodId, register, format, address, language });
    return file && download(file.fileName, file.contentType, file.bytes);
  });
}
