import { recordEvents } from '#lib/db/audit.ts';
import { createNotices } from '#lib/db/notices.ts';
import { listConcerned } from '#lib/db/period-work.ts';
import { changePeriodStatus } from '#lib/db/periods.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { reopenPeriodInput } from '#lib/schemas/periods.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod } from './read-state.ts';

/**
 * Opens a closed or locked period again, for a reason, and tells everyone concerned (product.md, rule 7).
 * @returns how many were told
 */
export async function reopenPeriod(context: Context, input: unknown): Promise<Result<{ told: number }>> {
  const { store, actor } = context;
  const parsed = parseInput(reopenPeriodInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'managePeriods', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const { periodId, reason } = parsed.value;
  if (!(await findPeriod(store, periodId))) return refused([problem('unknown-period', 'periodId')]);
  return store.writeTx(async (tx) => {
    const wasLocked = await changePeriodStatus(tx, periodId, ['locked'], 'open');
    if (!wasLocked && !(await changePeriodStatus(tx, periodId, ['closed'], 'open')))
      return refused([problem('period-not-closed')]);
    const now = new Date();
    const at = now.toISOString();
    await recordEvents(tx, acting, at, [
      {
        action: 'reopen',
        subject: 'period',
        subjectId: periodId,
        periodId,
        importId: null,
        before: { status: wasLocked ? 'locked' : 'closed' },
        after: { status: 'open' },
        reason,
      },
    ]);
    const concerned = await listConcerned(tx, periodId, danishDate(now));
    const told = concerned.filter((personId) => personId !== actor.personId);
    await createNotices(
      tx,
      told.map((personId) => ({
        personId,
        kind: 'period-reopened',
        periodId,
        accountNumber: null,
        text: reason,
        fromName: actor.name,
        at,
      })),
    );
    return done({ told: told.length });
  }, isDone);
}
