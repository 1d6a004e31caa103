import type { Problem, Result } from '#lib/services/context.ts';
import { done } from '#lib/services/context.ts';
import { type FileSample, inspectFile } from '#lib/services/inspect-file.ts';
import { answerUpload } from '../answer.ts';

/** What the page is answered when it asks to see a file's columns. */
export type InspectAnswer = { ok: true; sample: FileSample } | { ok: false; problems: Problem[] };

/** The beginning of a file, so that a person can say which column is what. Nothing is kept of it. */
export function POST(request: Request): Promise<Response> {
  return answerUpload(request, async (context, form) => {
    const [file] = form.request.files;
    const result: Result<FileSample> = await inspectFile(context, file ?? { name: '', bytes: new Uint8Array() });
    return result.ok ? done({ ok: true, sample: result.value }) : result;
  });
}
