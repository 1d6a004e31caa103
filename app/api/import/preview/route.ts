import { done } from '#lib/services/context.ts';
import { describeImport } from '#lib/services/describe-import.ts';
import { previewImport } from '#lib/services/preview-import.ts';
import { answerUpload } from '../answer.ts';

/** What the files would change. Nothing is kept of them. */
export function POST(request: Request): Promise<Response> {
  return answerUpload(request, async (context, form) => {
    const result = await previewImport(context, form.request);
    if (!result.ok) return result;
    const { plan, digest } = result.value;
    return done({ ok: true, view: await describeImport(context, plan), digest, importId: null });
  });
}
