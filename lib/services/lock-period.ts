import { recordEvents } from '#lib/db/audit.ts';
import { changePeriodStatus } from '#lib/db/periods.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { lockPeriodInput } from '#lib/schemas/periods.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod } from './read-state.ts';

/** Locks a closed period: from then on nothing in it changes by any road (product.md, rule 7). */
export async function lockPeriod(context: Context, input: unknown): Promise<Result<{ periodId: string }>> {
  const { store } = context;
  const parsed = parseInput(lockPeriodInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'managePeriods', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const { periodId } = parsed.value;
  if (!(await findPeriod(store, periodId))) return refused([problem('unknown-period', 'periodId')]);
  return store.writeTx(async (tx) => {
    if (!(await changePeriodStatus(tx, periodId, ['closed'], 'locked'))) return refused([problem('period-not-closed')]);
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: 'lock',
        subject: 'period',
        subjectId: periodId,
        periodId,
        importId: null,
        before: { status: 'closed' },
        after: { status: 'locked' },
      },
    ]);
    return done({ periodId });
  }, isDone);
}
