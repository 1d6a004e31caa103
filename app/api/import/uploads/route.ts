import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import { problem, refused } from '#lib/services/context.ts';
import { LARGEST_UPLOAD, readKind, receiveUpload } from '#lib/services/receive-upload.ts';
import { handle, json } from '../../handle.ts';

/** Takes one large file, whose bytes are the body, and holds it to be read; `?name=…&kind=…` say what it is. */
export function POST(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    // The use case asks again; here it spares taking in what could not be stored anyway.
    if (!may(context.actor, 'import', EVERYWHERE)) return json(refused([problem('not-allowed')]));
    const { searchParams } = new URL(request.url);
    const name = searchParams.get('name') ?? '';
    const kind = readKind(searchParams.get('kind'));
    const length = Number(request.headers.get('content-length') ?? Number.NaN);
    if (!(length <= LARGEST_UPLOAD)) return json(refused([problem('file-over-limit', 'files', { name })]), 413);
    if (request.body === null) return json(refused([problem('upload-broken', 'files')]), 400);
    const result = await receiveUpload(context, { name, kind }, request.body);
    return json(result.ok ? { ok: true, ...result.value } : result);
  });
}
