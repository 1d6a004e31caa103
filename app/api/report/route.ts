import { exportReport, REPORT_FORMATS } from '#lib/services/export-report.ts';
import { download, handle } from '../handle.ts';

/** A committee's report as a file: `?year=2023&committee=BIU&format=pdf`. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const address = new URL(request.url).searchParams;
    const format = REPORT_FORMATS.find((one) => one === address.get('format'));
    const year = /^\d{4}$/.exec(address.get('year') ?? '')?.[0];
    if (!format || !year) return null;
    const file = await exportReport(context, Number(year), address.get('committee') ?? '', format);
    return file && download(file.fileName, file.contentType, file.bytes);
  });
}
