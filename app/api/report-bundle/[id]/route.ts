import { getBundle } from '#lib/services/get-bundle.ts';
import { download, handle } from '../../handle.ts';

/** The archive that who asks had made. */
export function GET(request: Request, { params }: RouteContext<'/api/report-bundle/[id]'>): Promise<Response> {
  return handle(request, async (context) => {
    const { id } = await params;
    const file = await getBundle(context, id);
    return file && download(file.fileName, file.contentType, file.bytes);
  });
}
