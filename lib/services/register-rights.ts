import type { Acting } from '#lib/domain/actor.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { refusalOf } from '#lib/domain/period.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import type { Register } from '#lib/domain/register.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import { actingFor } from './authorise.ts';
import { type Context, type Problem, problem } from './context.ts';

/** The act by which a register's lines are kept. */
export function actOfRegister(register: Register): 'keepComparison' | 'controlTransfers' | 'keepRegister' {
  if (register === 'sammenligningstal') return 'keepComparison';
  return register === 'systemafstemninger' ? 'controlTransfers' : 'keepRegister';
}

/**
 * The actor in the role by which they may keep the lines of `committee` (null: of the whole municipality) in a register
 * of the year, or why they may not.
 */
export function actingForRegister(
  context: Context,
  state: MunicipalityState,
  register: Register,
  committee: string | null,
): Acting | Problem {
  const place = committee === null ? EVERYWHERE : placeOfCommittee(committee, state.administrations);
  const acting = actingFor(context, actOfRegister(register), place);
  if (!acting) return problem('not-allowed');
  const closed = refusalOf(state.yearStatus, false);
  return closed ? problem(closed) : acting;
}
