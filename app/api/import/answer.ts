import 'server-only';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import { type Context, problem, type Result, refused } from '#lib/services/context.ts';
import type { ImportAnswer } from '#lib/services/describe-import.ts';
import { type ImportForm, readImportForm } from '#lib/services/read-import-form.ts';
import { handle, json } from '../handle.ts';

/** Eight files of the largest size, with what the form writes round them. In bytes. */
const LARGEST_UPLOAD = 210 * 1024 * 1024;

/** Answers an upload of the page *Import*; what may not be imported, or is too large, is refused before a byte of it is read. */
export function answerUpload(
  request: Request,
  work: (context: Context, form: ImportForm) => Promise<Result<{ ok: true }>>,
): Promise<Response> {
  return handle(request, async (context) => {
    // The use case asks again; here it spares reading what could not be stored anyway.
    if (!may(context.actor, 'import', EVERYWHERE)) return json(refused([problem('not-allowed')]));
    const length = Number(request.headers.get('content-length') ?? Number.NaN);
    if (!(length <= LARGEST_UPLOAD)) return refuse('upload-too-large', 413);
    const form = await readForm(request);
    if (form === null) return refuse('upload-broken', 400);
    const parsed = await readImportForm(form);
    const result = parsed.ok ? await work(context, parsed.value) : parsed;
    // What a person must mend is an answer, and no failure of the request.
    return json(result.ok ? result.value : result);
  });
}

function refuse(code: string, status: number): Response {
  return json({ ok: false, problems: [problem(code)] } satisfies ImportAnswer, status);
}

/** The form; null where the bytes are no form, such as those of an upload that was cut off. */
async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}
