import { findRule } from '#lib/db/auto-rules.ts';
import type { ReadDb, WriteDb } from '#lib/db/store.ts';
import type { Acting } from '#lib/domain/actor.ts';
import { type AutoRule, placeOfRule } from '#lib/domain/auto-rule.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { EVERYWHERE, may, maySomewhere } from '#lib/domain/permissions.ts';
import { actingFor } from './authorise.ts';
import { type Context, type Problem, problem } from './context.ts';

/** Whether the actor sees a rule: one of a unit where they see the unit, one of every unit where they see anything. */
export function seesRule(
  { actor }: Pick<Context, 'actor'>,
  { settings }: Pick<AutoRule, 'settings'>,
  { administrations }: Pick<MunicipalityState, 'administrations'>,
): boolean {
  const place = placeOfRule(settings, administrations);
  return place === EVERYWHERE ? maySomewhere(actor, 'see') : may(actor, 'see', place);
}

/** A rule that the actor may keep and in which role, or why they may not; what they may not see is unknown. */
export async function findKeptRule(
  context: Pick<Context, 'actor'>,
  db: ReadDb | WriteDb,
  ruleId: number,
  state: Pick<MunicipalityState, 'administrations'>,
): Promise<{ rule: AutoRule; acting: Acting } | Problem> {
  const rule = await findRule(db, ruleId);
  if (!rule || !seesRule(context, rule, state)) return problem('unknown-rule', 'ruleId');
  const acting = actingFor(context, 'keepRules', placeOfRule(rule.settings, state.administrations));
  return acting ? { rule, acting } : problem('not-allowed');
}
