import { problem, refused } from '#lib/services/context.ts';
import { discardUpload } from '#lib/services/discard-upload.ts';
import { readUpload } from '#lib/services/read-upload.ts';
import { handle, json, lines } from '../../../handle.ts';

interface Params {
  params: Promise<{ id: string }>;
}

/**
 * Reads a large file that was sent before. The answer comes in lines of JSON: `{progress}` as often as there is some,
 * at last `{ok, …}`. Whoever stops listening stops the reading.
 */
export function POST(request: Request, { params }: Params): Promise<Response> {
  return handle(request, async (context) => {
    const { id } = await params;
    const choices: unknown = await request.json().catch(() => null);
    if (typeof choices !== 'object' || choices === null) return json(refused([problem('invalid')]), 400);
    return lines(async (tell, signal) => {
      const result = await readUpload(context, { ...choices, uploadId: id }, (progress) => tell({ progress }), signal);
      tell(result.ok ? { ok: true, ...result.value } : result);
    });
  });
}

/** Removes it. */
export function DELETE(request: Request, { params }: Params): Promise<Response> {
  return handle(request, async (context) => json(await discardUpload(context, (await params).id)));
}
