import type { WriteDb } from '#lib/db/store.ts';
import type { Acting } from '#lib/domain/actor.ts';
import type { AutoRule } from '#lib/domain/auto-rule.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { type Context, isDone, problem, type Result, refused } from './context.ts';
import { findKeptRule } from './find-visible-rule.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';

/** A rule that the actor may keep, as it is inside the transaction that writes to it. */
interface KeptRule {
  rule: AutoRule;
  acting: Acting;
  state: MunicipalityState;
}

/**
 * One transaction on a rule seen from a period: whether there are both and whether the actor keeps the rule is asked
 * inside it. `keeps`: which results stand.
 */
export async function writeKeptRule<T>(
  { periodId, ruleId }: { periodId: string; ruleId: number },
  context: Context,
  work: (tx: WriteDb, kept: KeptRule) => Promise<Result<T>>,
  keeps: (result: Result<T>) => boolean = isDone,
): Promise<Result<T>> {
  const { store } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  return store.writeTx(async (tx) => {
    const state = await readStateForWrite(store, tx, period);
    const kept = await findKeptRule(context, tx, ruleId, state);
    return 'code' in kept ? refused([kept]) : work(tx, { ...kept, state });
  }, keeps);
}
