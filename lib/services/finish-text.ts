import { seenText } from '#lib/schemas/report-text.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { type MovedText, moveText } from './move-text.ts';
import { parseInput } from './parse-input.ts';
import { asSeen, workOnText } from './text-rights.ts';

/** Says of a text that its writer is done: it waits for somebody else to approve it. */
export async function finishText(context: Context, input: unknown): Promise<Result<MovedText>> {
  const parsed = parseInput(seenText, input);
  if (!parsed.ok) return parsed;
  const { version, ...spot } = parsed.value;
  return workOnText(context, ['writeText'], spot, async (at) => {
    const text = asSeen(at.text, version);
    if ('code' in text) return refused([text]);
    if (text.status !== 'draft') return refused([problem('text-not-draft')]);
    const [acting] = at.actings;
    const { status } = await moveText(at, spot, text, { acting, action: 'finish', status: 'ready' });
    return done({ version, status });
  });
}
