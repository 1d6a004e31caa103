import { recordEvents } from '#lib/db/audit.ts';
import { deleteTextTemplate, findTextTemplate } from '#lib/db/text-templates.ts';
import { textTemplateRemoval } from '#lib/schemas/text-templates.ts';
import { actingSomewhere } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { toTrail } from './save-text-template.ts';

/** Takes a template away. What was written from it stays. */
export async function removeTextTemplate(context: Context, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(textTemplateRemoval, input);
  if (!parsed.ok) return parsed;
  const acting = actingSomewhere(context, 'keepTemplates');
  if (!acting) return refused([problem('not-allowed')]);
  const { id } = parsed.value;
  return context.store.touchTx(async (tx) => {
    const before = await findTextTemplate(tx, id);
    if (before === null || !(await deleteTextTemplate(tx, id))) return refused([problem('unknown-template', 'id')]);
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: 'remove',
        subject: 'template',
        subjectId: String(id),
        periodId: null,
        importId: null,
        before: toTrail(before),
        after: null,
      },
    ]);
    return done(null);
  }, isDone);
}
