import type { Acting, Actor } from '#lib/domain/actor.ts';
import { type Act, EVERYWHERE, grantsFor, type Place } from '#lib/domain/permissions.ts';
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

/** The actor in a role by which they may do `act` anywhere at all: for what belongs to no unit; null: nowhere. */
export function actingSomewhere({ actor }: Pick<Context, 'actor'>, act: Act): Acting | null {
  const places = actor.grants.map(({ unit }) =>
    unit === null ? EVERYWHERE : { committees: [unit.code], administrations: [unit.code] },
  );
  return places.flatMap((place) => actingsFor(actor, act, place))[0] ?? null;
}

/** The actor in no particular role: for what everyone may do with their own. */
export function actingAsSelf({ actor }: Pick<Context, 'actor'>): Acting {
  return { actor, role: '', onBehalfOf: null };
}
