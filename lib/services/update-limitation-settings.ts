import { recordEvents } from '#lib/db/audit.ts';
import { readWarningMonths, writeWarningMonths } from '#lib/db/settings.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { limitationSettingsInput } from '#lib/schemas/settings.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Changes how many months before its limitation an item is warned of, in lists, calendars and reminders. */
export async function updateLimitationSettings(
  context: Context,
  input: unknown,
): Promise<Result<{ warningMonths: number }>> {
  const acting = actingFor(context, 'changeSettings', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const parsed = parseInput(limitationSettingsInput, input);
  if (!parsed.ok) return parsed;
  return context.store.writeTx(async (tx) => {
    const before = await readWarningMonths(tx);
    await writeWarningMonths(tx, parsed.value.warningMonths);
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: 'update',
        subject: 'settings',
        subjectId: 'limitation',
        periodId: null,
        importId: null,
        before: { warningMonths: before },
        after: parsed.value,
      },
    ]);
    return done(parsed.value);
  });
}
