import type { Acting, Actor } from '#lib/domain/actor.ts';
import { type Act, type EVERYWHERE, grantsFor, type Place } from '#lib/domain/permissions.ts';
import type { Context } from './context.ts';

/** The actor in the role by which they may do `act` at `place`; null: they may not. */
export function actingFor(
  { actor }: Pick<Context, 'actor'>,
  act: Act,
  place: Place | typeof EVERYWHERE,
): Acting | null {
  return actingsFor(actor, act, place)[0] ?? null;
}

/** Every role by which the actor may do `act` at `place`: their own before those of people they stand in for. */
export function actingsFor(actor: Actor, act: Act, place: Place | typeof EVERYWHERE): Acting[] {
  return grantsFor(actor, act, place).map(({ role, onBehalfOf }) => ({ actor, role, onBehalfOf }));
}

/** The actor in no particular role: for what everyone may do with their own. */
export function actingAsSelf({ actor }: Pick<Context, 'actor'>): Acting {
  return { actor, role: '', onBehalfOf: null };
}
