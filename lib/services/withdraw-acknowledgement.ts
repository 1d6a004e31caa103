import { recordEvents } from '#lib/db/audit.ts';
import { findAcknowledgement, replaceAcknowledgement } from '#lib/db/report-texts.ts';
import { looseNumber } from '#lib/schemas/report-text.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { textSubjectId } from './text-path.ts';
import { workOnTexts } from './text-rights.ts';

/** Takes back what was said of a number: it is pointed out again. */
export async function withdrawAcknowledgement(context: Context, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(looseNumber, input);
  if (!parsed.ok) return parsed;
  const { number, context: words, ...spot } = parsed.value;
  return workOnTexts(context, ['writeText'], spot, async ({ tx, actings: [acting], periodId }) => {
    const key = { ...spot, number, context: words };
    const before = await findAcknowledgement(tx, key);
    if (before === null) return refused([problem('unknown-acknowledgement')]);
    await replaceAcknowledgement(tx, key, null);
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: 'withdraw',
        subject: 'figureAcknowledgement',
        subjectId: textSubjectId(spot),
        periodId,
        importId: null,
        before: { figureNumber: number, figureContext: words },
        after: null,
      },
    ]);
    return done(null);
  });
}
