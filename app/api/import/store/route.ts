import { done } from '#lib/services/context.ts';
import { describeImport } from '#lib/services/describe-import.ts';
import { storeImport } from '#lib/services/store-import.ts';
import { answerUpload } from '../answer.ts';

/** Stores the files, if what they change is still what was previewed under `digest`. */
export function POST(request: Request): Promise<Response> {
  return answerUpload(request, async (context, { request: files, digest }) => {
    const result = await storeImport(context, files, digest);
    if (!result.ok) return result;
    const { plan, importId, rules = [] } = result.value;
    return done({ ok: true, view: await describeImport(context, plan), digest, importId, rules });
  });
}
