import type { Committee } from '#lib/domain/municipality.ts';
import type { NoneConfirmation, Register, RegisterLine } from '#lib/domain/register.ts';
import type { Context } from './context.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

export interface RegisterView<R extends Register> {
  fiscalYear: number;
  lines: RegisterLine<R>[];
  committees: Committee[];
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
  return {
    fiscalYear: period.fiscalYear,
    lines: lines.filter((line) => !line.removed),
    committees: state.committees,
    confirmations: state.confirmations.filter((one) => one.register === register),
  };
}
