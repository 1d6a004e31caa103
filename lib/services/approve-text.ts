import { type Acting, handsOf } from '#lib/domain/actor.ts';
import { seenText } from '#lib/schemas/report-text.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { type MovedText, moveText } from './move-text.ts';
import { parseInput } from './parse-input.ts';
import { asSeen, workOnText } from './text-rights.ts';

/**
 * Says of a text that is ready that it can stand (product.md, rule 4): nobody does of what they wrote on since it was
 * last approved, neither themselves nor for somebody who did.
 */
export async function approveText(context: Context, input: unknown): Promise<Result<MovedText>> {
  const parsed = parseInput(seenText, input);
  if (!parsed.ok) return parsed;
  const { version, ...spot } = parsed.value;
  return workOnText(context, ['approveText'], spot, async (at) => {
    const text = asSeen(at.text, version);
    if ('code' in text) return refused([text]);
    if (text.status !== 'ready') return refused([problem('text-not-ready')]);
    const acting = findOther(at.actings, text.writers);
    if (!acting) return refused([problem('own-text')]);
    const { status } = await moveText(at, spot, text, { acting, action: 'approve', status: 'approved' });
    return done({ version, status });
  });
}

/** The first of the roles in which one is nobody who wrote. */
export function findOther(actings: readonly Acting[], writers: readonly string[]): Acting | undefined {
  return actings.find((acting) => !handsOf(acting).some((id) => writers.includes(id)));
}
