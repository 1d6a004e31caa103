import { LARGEST_DOCUMENT } from '#lib/domain/attachment.ts';
import { type Act, maySomewhere } from '#lib/domain/permissions.ts';
import { addAttachment } from '#lib/services/add-attachment.ts';
import { type Problem, problem, refused } from '#lib/services/context.ts';
import { handle, json } from '../handle.ts';

/** By which acts something is attached somewhere. */
const ATTACHING: readonly Act[] = ['attach', 'controlTransfers'];

/** What the form writes round a document. In bytes. */
const FORM_ITSELF = 64 * 1024;

/**
 * Attaches one document: `file`, and `target` as JSON (AttachmentTarget). What is too large is refused before a byte
 * of it is read; a body that does not say how long it is, too.
 */
export function POST(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    // The use case asks again, of the very thing; here it spares reading what could not be stored anyway.
    if (!ATTACHING.some((act) => maySomewhere(context.actor, act))) return json(refused([problem('not-allowed')]));
    const length = Number(request.headers.get('content-length') ?? Number.NaN);
    if (!(length <= LARGEST_DOCUMENT + FORM_ITSELF)) return refuse(problem('document-too-large'), 413);
    const form = await readForm(request);
    const file = form?.get('file');
    const target = readTarget(form?.get('target'));
    if (!(file instanceof File) || target === null) return refuse(problem('upload-broken'), 400);
    const bytes = new Uint8Array(await file.arrayBuffer());
    // What a person must mend is an answer, and no failure of the request.
    const result = await addAttachment(context, { target, name: file.name, bytes });
    return json(result.ok ? { ok: true, attachment: result.value } : result);
  });
}

function refuse(why: Problem, status: number): Response {
  return json({ ok: false, problems: [why] }, status);
}

/** The form; null where the bytes are no form, such as those of an upload that was cut off. */
async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}

function readTarget(text: FormDataEntryValue | null | undefined): object | null {
  if (typeof text !== 'string') return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
