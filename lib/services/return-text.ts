import { textReturn } from '#lib/schemas/report-text.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { type MovedText, moveText } from './move-text.ts';
import { parseInput } from './parse-input.ts';
import { tellOfText } from './tell-of-text.ts';
import { asSeen, workOnText } from './text-rights.ts';

/** Sends a text that was ready or approved back to be worked on, with a reason; those who wrote it are told. */
export async function returnText(context: Context, input: unknown): Promise<Result<MovedText>> {
  const parsed = parseInput(textReturn, input);
  if (!parsed.ok) return parsed;
  const { version, reason, ...spot } = parsed.value;
  return workOnText(context, ['approveText', 'writeText'], spot, async (at) => {
    const text = asSeen(at.text, version);
    if ('code' in text) return refused([text]);
    if (text.status === 'draft') return refused([problem('text-is-draft')]);
    const [acting] = at.actings;
    const moved = await moveText(at, spot, text, { acting, action: 'return', status: 'draft', reason });
    const concerned = [...text.writers, ...(text.assigneeId === null ? [] : [text.assigneeId])];
    await tellOfText(at, spot, {
      kind: 'text-returned',
      to: concerned,
      from: acting.actor,
      text: reason,
      at: moved.at,
    });
    return done({ version, status: moved.status });
  });
}
