import { recordEvents } from '#lib/db/audit.ts';
import { removeLine } from '#lib/db/registers.ts';
import type { Register } from '#lib/domain/register.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';

/** Removes a line of a register, unless somebody has changed it since it was read. */
export async function removeRegisterLine(
  { store, actor }: Context,
  input: { periodId: string; register: Register; lineId: number; version: number },
): Promise<Result<null>> {
  const period = await findPeriod(store, input.periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  return store.writeTx(async (tx) => {
    const state = await readStateForWrite(store, tx, period);
    const line = state.registers[input.register]?.find((one) => one.id === input.lineId && !one.removed);
    if (!line || !(await removeLine(tx, input.lineId, input.version)))
      return refused([problem('line-changed-by-another')]);
    await recordEvents(tx, actor, new Date().toISOString(), [
      {
        action: 'remove',
        subject: 'registerLine',
        subjectId: `${input.register}/${input.lineId}`,
        periodId: period.id,
        importId: null,
        before: line.content,
        after: null,
      },
    ]);
    return done(null);
  }, isDone);
}
