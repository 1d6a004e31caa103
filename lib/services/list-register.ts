import type { ImFunction } from '#lib/domain/im-function.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import { may } from '#lib/domain/permissions.ts';
import type { NoneConfirmation, Register, RegisterLine } from '#lib/domain/register.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import type { Context } from './context.ts';
import { findPeriod, readVisibleState } from './read-state.ts';
import { actingForRegister } from './register-rights.ts';

export interface RegisterView<R extends Register> {
  fiscalYear: number;
  lines: RegisterLine<R>[];
  /** The year's, by which an account's own is found and named. */
  functions: ImFunction[];
  /** Those that the actor may see. */
  committees: Committee[];
  /** The codes of those whose lines the actor may keep, none where the year is locked. */
  keeps: string[];
  /** Whether the actor may add a line. */
  mayAdd: boolean;
  /** Committees for which a person has said that there is nothing. */
  confirmations: NoneConfirmation[];
}

/** A register of the period's fiscal year, in the order in which its lines came; null where there is no such period. */
export async function listRegister<R extends Register>(
  context: Context,
  periodId: string,
  register: R,
): Promise<RegisterView<R> | null> {
  const period = await findPeriod(context.store, periodId);
  if (!period) return null;
  const state = await readVisibleState(context, period);
  const lines: RegisterLine<R>[] = state.registers[register];
  const committees = state.committees.filter(({ code }) =>
    may(context.actor, 'see', placeOfCommittee(code, state.administrations)),
  );
  const mayKeep = (committee: string | null) => !('code' in actingForRegister(context, state, register, committee));
  const keeps = committees.map(({ code }) => code).filter(mayKeep);
  return {
    fiscalYear: period.fiscalYear,
    lines: lines.filter((line) => !line.removed),
    functions: state.functions,
    committees,
    keeps,
    mayAdd: register === 'sammenligningstal' ? mayKeep(null) : keeps.length > 0,
    confirmations: state.confirmations.filter((one) => one.register === register),
  };
}
