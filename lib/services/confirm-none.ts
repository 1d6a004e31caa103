import { recordEvents } from '#lib/db/audit.ts';
import { createConfirmation, deleteConfirmation } from '#lib/db/registers.ts';
import { may } from '#lib/domain/permissions.ts';
import { CONFIRMABLE_REGISTERS, type ConfirmableRegister } from '#lib/domain/register.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';
import { actingForRegister } from './register-rights.ts';

interface ConfirmNoneInput {
  periodId: string;
  register: ConfirmableRegister;
  committee: string;
  /** false: the word is taken back */
  confirmed: boolean;
}

/** A person's word that a committee has nothing in a register this year, or its withdrawal (domain.md: none registered is not none). */
export async function confirmNone(context: Context, input: ConfirmNoneInput): Promise<Result<null>> {
  const { store } = context;
  const period = await findPeriod(store, input.periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  if (!CONFIRMABLE_REGISTERS.includes(input.register)) return refused([problem('invalid', 'register')]);
  return store.writeTx(async (tx) => {
    const state = await readStateForWrite(store, tx, period);
    if (!state.committees.some((committee) => committee.code === input.committee)) {
      return refused([problem('unknown-committee', 'committee')]);
    }
    if (!may(context.actor, 'see', placeOfCommittee(input.committee, state.administrations))) {
      return refused([problem('unknown-committee', 'committee')]);
    }
    const acting = actingForRegister(context, state, input.register, input.committee);
    if ('code' in acting) return refused([acting]);
    const lines = state.registers[input.register].filter(
      (line) => !line.removed && line.content.committee === input.committee,
    );
    if (input.confirmed && lines.length > 0)
      return refused([problem('has-lines', 'committee', { count: lines.length })]);
    const given = state.confirmations.some(
      (one) => one.register === input.register && one.committee === input.committee,
    );
    if (given === input.confirmed) return done(null);
    const key = { fiscalYear: period.fiscalYear, register: input.register, committee: input.committee };
    const at = new Date().toISOString();
    if (input.confirmed) await createConfirmation(tx, key, acting.actor.name, at);
    else await deleteConfirmation(tx, key);
    await recordEvents(tx, acting, at, [
      {
        action: input.confirmed ? 'confirm' : 'withdraw',
        subject: 'noneConfirmation',
        subjectId: `${input.register}/${input.committee}`,
        periodId: period.id,
        importId: null,
        before: input.confirmed ? null : key,
        after: input.confirmed ? key : null,
      },
    ]);
    return done(null);
  }, isDone);
}
