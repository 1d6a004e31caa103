import { recordEvents } from '#lib/db/audit.ts';
import {
  findTextTemplate,
  findTextTemplateNamed,
  storeTextTemplate,
  type TextTemplate,
} from '#lib/db/text-templates.ts';
import { textTemplateInput } from '#lib/schemas/text-templates.ts';
import { actingSomewhere } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Keeps a text for plans to start from, as a new template or in place of what one said. A name is one template's. */
export async function saveTextTemplate(context: Context, input: unknown): Promise<Result<TextTemplate>> {
  const { store, actor } = context;
  const parsed = parseInput(textTemplateInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingSomewhere(context, 'keepTemplates');
  if (!acting) return refused([problem('not-allowed')]);
  const { id, field, name, text } = parsed.value;
  return store.touchTx(async (tx) => {
    const before = id === null ? null : await findTextTemplate(tx, id);
    if (id !== null && before?.field !== field) return refused([problem('unknown-template', 'id')]);
    const namesake = await findTextTemplateNamed(tx, field, name);
    if (namesake !== null && namesake.id !== id) return refused([problem('template-name-taken', 'name')]);
    const at = new Date().toISOString();
    const stored = await storeTextTemplate(tx, id, { field, name, text, personName: actor.name, at });
    await recordEvents(tx, acting, at, [
      {
        action: before === null ? 'create' : 'update',
        subject: 'template',
        subjectId: String(stored.id),
        periodId: null,
        importId: null,
        before: before && toTrail(before),
        after: toTrail(stored),
      },
    ]);
    return done(stored);
  }, isDone);
}

/** What the trail says of a template. */
export function toTrail({ field, name, text }: Pick<TextTemplate, 'field' | 'name' | 'text'>) {
  return { name, [field]: text };
}
