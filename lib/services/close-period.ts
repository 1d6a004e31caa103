import { recordEvents } from '#lib/db/audit.ts';
import { countWork, NO_WORK } from '#lib/db/period-work.ts';
import { changePeriodStatus } from '#lib/db/periods.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { closePeriodInput } from '#lib/schemas/periods.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { countMissing, isMissing, type Missing } from './count-missing.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod } from './read-state.ts';

/**
 * Closes an open period: nothing new is begun in it, ongoing work goes on (product.md, rule 7). Where something is
 * missing, only by a confirmed choice; the event tells what was.
 */
export async function closePeriod(context: Context, input: unknown): Promise<Result<{ missing: Missing }>> {
  const { store } = context;
  const parsed = parseInput(closePeriodInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'managePeriods', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const { periodId, confirmed } = parsed.value;
  const period = await findPeriod(store, periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  const { checks } = await countMissing(store, period);
  return store.writeTx(async (tx) => {
    const { approved: _, ...work } = { ...NO_WORK, ...(await countWork(tx, periodId)).get(periodId) };
    const missing = { ...work, checks };
    if (isMissing(missing) && !confirmed) return refused([problem('period-incomplete', 'confirmed')]);
    if (!(await changePeriodStatus(tx, periodId, ['open'], 'closed'))) return refused([problem('period-not-open')]);
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: 'close',
        subject: 'period',
        subjectId: periodId,
        periodId,
        importId: null,
        before: { status: 'open' },
        after: { status: 'closed', missing },
      },
    ]);
    return done({ missing });
  }, isDone);
}
