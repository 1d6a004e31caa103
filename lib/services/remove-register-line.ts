import type { z } from 'zod';
import { recordEvents } from '#lib/db/audit.ts';
import { removeLine } from '#lib/db/registers.ts';
import { narrowState } from '#lib/domain/visibility.ts';
import { lineRemovalInput } from '#lib/schemas/registers.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';
import { actingForRegister } from './register-rights.ts';

/** Removes a line of a register, unless somebody has changed it since it was read. */
export async function removeRegisterLine(
  context: Context,
  input: z.input<typeof lineRemovalInput>,
): Promise<Result<null>> {
  const { store } = context;
  const parsed = parseInput(lineRemovalInput, input);
  if (!parsed.ok) return parsed;
  const { register, lineId, version } = parsed.value;
  const period = await findPeriod(store, parsed.value.periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  return store.writeTx(async (tx) => {
    const state = await readStateForWrite(store, tx, period);
    const visible = narrowState(state, context.actor);
    const line = visible.registers[register].find((one) => one.id === lineId && !one.removed);
    if (!line) return refused([problem('line-changed-by-another')]);
    const committee = 'committee' in line.content ? line.content.committee : null;
    const acting = actingForRegister(context, state, register, committee);
    if ('code' in acting) return refused([acting]);
    if (!(await removeLine(tx, lineId, version))) return refused([problem('line-changed-by-another')]);
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: 'remove',
        subject: 'registerLine',
        subjectId: `${register}/${lineId}`,
        periodId: period.id,
        importId: null,
        before: line.content,
        after: null,
      },
    ]);
    return done(null);
  }, isDone);
}
