import { readEnvironment } from '#lib/config/environment.ts';
import { EDITIONS } from '#lib/domain/report-version.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { exportReport, REPORT_FORMATS } from '#lib/services/export-report.ts';
import { getVersionFile, VersionFileLost } from '#lib/services/get-version-file.ts';
import { download, handle } from '../handle.ts';

/**
 * A committee's report as a file: `?year=2023&committee=BIU&format=pdf`, as it stands or (`&version=2`) as it was frozen,
 * in the open edition or (`&edition=closed`) the closed one. Of a version, the header `x-afstemt-source` says whether it
 * was `rendered` again or comes from the `archive`; one that is lost there is answered with 410.
 */
export async function GET(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const address = new URL(request.url).searchParams;
    const format = REPORT_FORMATS.find((one) => one === address.get('format'));
    const year = /^\d{4}$/.exec(address.get('year') ?? '')?.[0];
    const edition = EDITIONS.find((one) => one === (address.get('edition') ?? 'open'));
    const version = address.get('version');
    const committee = address.get('committee') ?? '';
    if (!format || !year || !edition) return null;
    if (version === null) {
      const file = await exportReport(context, Number(year), committee, format, edition);
      return file && download(file.fileName, file.contentType, file.bytes);
    }
    if (!/^\d{1,6}$/.test(version)) return null;
    const asked = { year: Number(year), committee, number: Number(version), edition, format };
    const file = await getVersionFile(context, asked).catch((error: unknown) => {
      if (error instanceof VersionFileLost) return error;
      throw error;
    });
    if (!file) return null;
    if (file instanceof VersionFileLost) return tellLost(file);
    const response = download(file.fileName, file.contentType, file.bytes);
    response.headers.set('x-afstemt-source', file.source);
    return response;
  });
}

/** Says in words, to whoever followed a link, that the file is no longer there. */
function tellLost({ fileName }: VersionFileLost): Response {
  const words = translatorOf(readEnvironment().language, 'problems')('version-file-lost', { name: fileName });
  return new Response(`${words}\n`, { status: 410, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
