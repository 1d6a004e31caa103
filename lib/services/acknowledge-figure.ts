import { recordEvents } from '#lib/db/audit.ts';
import { findAcknowledgement, replaceAcknowledgement } from '#lib/db/report-texts.ts';
import { acknowledgementInput } from '#lib/schemas/report-text.ts';
import { type Context, done, type Result } from './context.ts';
import { parseInput } from './parse-input.ts';
import { textSubjectId } from './text-path.ts';
import { workOnTexts } from './text-rights.ts';

/**
 * Says of a number typed into a text, as it stands there in its words, that it is right although the report has no such
 * figure, and why (product.md, rule 12). Said again, the new reason stands.
 */
export async function acknowledgeFigure(context: Context, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(acknowledgementInput, input);
  if (!parsed.ok) return parsed;
  const { number, context: words, reason, ...spot } = parsed.value;
  return workOnTexts(context, ['writeText'], spot, async ({ tx, actings: [acting], periodId }) => {
    const key = { ...spot, number, context: words };
    const before = await findAcknowledgement(tx, key);
    const at = new Date().toISOString();
    const { personId, name } = acting.actor;
    await replaceAcknowledgement(tx, key, { reason, personId, personName: name, at });
    await recordEvents(tx, acting, at, [
      {
        action: 'acknowledge',
        subject: 'figureAcknowledgement',
        subjectId: textSubjectId(spot),
        periodId,
        importId: null,
        before: before && { figureNumber: number, figureContext: words },
        after: { figureNumber: number, figureContext: words },
        reason,
      },
    ]);
    return done(null);
  });
}
