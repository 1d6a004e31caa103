import { LARGEST_VERIFIED, verifyReportFile } from '#lib/services/verify-report-file.ts';
import { handle, json } from '../handle.ts';

/**
 * Tells whether the file that is the body is a version of a report, and which. Nothing of it is kept. What is too large is
 * refused before a byte of it is read; a body that does not say how long it is, too.
 */
export function POST(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const length = Number(request.headers.get('content-length') ?? Number.NaN);
    if (!(length <= LARGEST_VERIFIED)) return json({ ok: false, code: 'file-too-large' }, 413);
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.length === 0) return json({ ok: false, code: 'document-empty' }, 400);
    return json({ ok: true, verdict: await verifyReportFile(context, bytes) });
  });
}
