import { getLocale } from 'next-intl/server';
import { parseLanguage } from '#lib/format/messages.ts';
import { parseListFormat } from '#lib/services/export-list.ts';
import { exportTrail } from '#lib/services/export-trail.ts';
import { downloadStream, handle } from '../handle.ts';

/** The events that an address of *Revisionsspor* shows: `?format=csv` beside its filters. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const address = new URL(request.url).searchParams;
    const format = parseListFormat(address.get('format'));
    if (format === null) return null;
    const file = await exportTrail(context, { format, address, language: parseLanguage(await getLocale()) });
    return file && downloadStream(file.fileName, file.contentType, file.chunks);
  });
}
