import type { z } from 'zod';
import { recordEvents } from '#lib/db/audit.ts';
import { createConfirmation, deleteConfirmation } from '#lib/db/registers.ts';
import { may } from '#lib/domain/permissions.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import { noneInput } from '#lib/schemas/registers.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';
import { actingForRegister } from './register-rights.ts';

/** A person's word that a committee has nothing in a register this year, or its withdrawal (domain.md: none registered is not none). */
export async function confirmNone(context: Context, input: z.input<typeof noneInput>): Promise<Result<null>> {
  const { store } = context;
  const parsed = parseInput(noneInput, input);
  if (!parsed.ok) return parsed;
  const { register, committee, confirmed } = parsed.value;
  const period = await findPeriod(store, parsed.value.periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  return store.writeTx(async (tx) => {
    const state = await readStateForWrite(store, tx, period);
    if (!state.committees.some(({ code }) => code === committee)) {
      return refused([problem('unknown-committee', 'committee')]);
    }
    if (!may(context.actor, 'see', placeOfCommittee(committee, state.administrations))) {
      return refused([problem('unknown-committee', 'committee')]);
    }
    const acting = actingForRegister(context, state, register, committee);
    if ('code' in acting) return refused([acting]);
    const lines = state.registers[register].filter((line) => !line.removed && line.content.committee === committee);
    if (confirmed && lines.length > 0) return refused([problem('has-lines', 'committee', { count: lines.length })]);
    const given = state.confirmations.some((one) => one.register === register && one.committee === committee);
    if (given === confirmed) return done(null);
    const key = { fiscalYear: period.fiscalYear, register, committee };
    const at = new Date().toISOString();
    if (confirmed) await createConfirmation(tx, key, acting.actor.name, at);
    else await deleteConfirmation(tx, key);
    await recordEvents(tx, acting, at, [
      {
        action: confirmed ? 'confirm' : 'withdraw',
        subject: 'noneConfirmation',
        subjectId: `${register}/${committee}`,
        periodId: period.id,
        importId: null,
        before: confirmed ? null : key,
        after: confirmed ? key : null,
      },
    ]);
    return done(null);
  }, isDone);
}
