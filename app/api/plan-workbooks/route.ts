import { z } from 'zod';
import { maySomewhere } from '#lib/domain/permissions.ts';
import { LARGEST_PLAN_WORKBOOK } from '#lib/domain/plan-row.ts';
import { collectPlanWorkbook } from '#lib/services/collect-plan-workbook.ts';
import { type Problem, problem, refused } from '#lib/services/context.ts';
import { exportPlanWorkbook } from '#lib/services/export-plan-workbook.ts';
import { previewPlanWorkbook } from '#lib/services/preview-plan-workbook.ts';
import { download, handle, json } from '../handle.ts';

/** What the form writes round a workbook. In bytes. */
const FORM_ITSELF = 1024 * 1024;

/** Action plans to send out: `?period=2023-12&committee=BIU`, `&responsible=BIF` for those of one, `&split=1` for a zip. */
export function GET(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const address = new URL(request.url).searchParams;
    const file = await exportPlanWorkbook(context, {
      periodId: address.get('period') ?? '',
      committee: address.get('committee') ?? '',
      responsible: address.get('responsible'),
      split: address.get('split') === '1',
    });
    return file && download(file.fileName, file.contentType, file.bytes);
  });
}

const place = z.object({ periodId: z.string().max(200), committee: z.string().max(200) });

/**
 * A workbook that came home: `file`, and `input` as JSON. With `step` *preview* it is shown what it would change, with
 * *collect* that is saved. What is too large is refused before a byte of it is read.
 */
export function POST(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    // The use case asks again, of the very committee; here it spares reading what could not be stored anyway.
    if (!maySomewhere(context.actor, 'collectPlans')) return json(refused([problem('not-allowed')]));
    const length = Number(request.headers.get('content-length') ?? Number.NaN);
    if (!(length <= LARGEST_PLAN_WORKBOOK + FORM_ITSELF)) return refuse(problem('upload-too-large'), 413);
    const form = await readForm(request);
    const file = form?.get('file');
    const input = readInput(form?.get('input'));
    const where = place.safeParse(input);
    if (!(file instanceof File) || !where.success) return refuse(problem('upload-broken'), 400);
    const workbook = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    // What a person must mend is an answer, and no failure of the request.
    return json(
      form?.get('step') === 'collect'
        ? await collectPlanWorkbook(context, input, workbook)
        : await previewPlanWorkbook(context, where.data, workbook),
    );
  });
}

function refuse(why: Problem, status: number): Response {
  return json(refused([why]), status);
}

/** The form; null where the bytes are no form, such as those of an upload that was cut off. */
async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}

function readInput(text: FormDataEntryValue | null | undefined): unknown {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
