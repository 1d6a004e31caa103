import { makeBundle } from '#lib/services/make-bundle.ts';
import { handle, lines } from '../handle.ts';
import { readJson } from '../read-json.ts';

/**
 * Makes an archive of a year's reports, and answers line by line while it is made:
 * `{"progress":{"done":3,"total":40,"name":"BIU/…"}}` and last what came of it. Whoever leaves stops it; what was
 * rendered until then is taken up by the next try.
 */
export function POST(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const input = await readJson(request);
    return lines(async (tell, signal) => {
      const onProgress = (done: number, total: number, name: string) => tell({ progress: { done, total, name } });
      tell(await makeBundle(context, input, { onProgress, signal }));
    });
  });
}
