import { EDITIONS } from '#lib/domain/report-version.ts';
import { exportReport, REPORT_FORMATS } from '#lib/services/export-report.ts';
import { getVersionFile } from '#lib/services/get-version-file.ts';
import { download, handle } from '../handle.ts';

/**
 * A committee's report as a file: `?year=2023&committee=BIU&format=pdf`, as it stands or (`&version=2`) as it was frozen,
 * in the open edition or (`&edition=closed`) the closed one. Of a version, the header `x-afstemt-source` says whether it
 * was `rendered` again or comes from the `archive`.
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
    const file = await getVersionFile(context, {
      year: Number(year),
      committee,
      number: Number(version),
      edition,
      format,
    });
    if (!file) return null;
    const response = download(file.fileName, file.contentType, file.bytes);
    response.headers.set('x-afstemt-source', file.source);
    return response;
  });
}
