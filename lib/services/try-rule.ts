import { findRule } from '#lib/db/auto-rules.ts';
import { loadRuleFacts } from '#lib/db/rule-facts.ts';
import {
  type AutoRule,
  type Ground,
  placeOfRule,
  type Resting,
  type RuleRefusal,
  restingIn,
} from '#lib/domain/auto-rule.ts';
import type { Ore } from '#lib/domain/money.ts';
import type { Period } from '#lib/domain/period.ts';
import { may } from '#lib/domain/permissions.ts';
import { judgeFor, ownGrants } from './apply-rules.ts';
import type { Context } from './context.ts';
import { seesRule } from './find-visible-rule.ts';
import { findPeriod, readState, readVisibleState } from './read-state.ts';

/** What a rule would do with one account, and why. */
export interface TriedAccount {
  number: string;
  name: string;
  imFunction: string;
  /** In øre. */
  balance: Ore;
  unit: string;
  /** null: it would be left to people. */
  ground: Ground | null;
  refusal: RuleRefusal | null;
}

export interface Trial {
  period: Period;
  rule: AutoRule;
  /** Why it would log nothing at all in this period now. */
  resting: Resting | null;
  accounts: TriedAccount[];
  /** Whether the actor can switch it on: in their own right. */
  mayEnable: boolean;
}

/**
 * What a rule would do in a period if the actor switched it on now: account by account, and why. Changes nothing. null:
 * there is no such rule for them, or they keep no rules there.
 */
export async function tryRule(context: Context, periodId: string, ruleId: number): Promise<Trial | null> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const whole = await readState(store, period);
  const rule = await findRule(store.read, ruleId);
  if (!rule || !seesRule(context, rule, whole)) return null;
  const place = placeOfRule(rule.settings, whole.administrations);
  if (!may(actor, 'keepRules', place)) return null;
  // Judged by the whole state, as a run is; told only of what the actor sees.
  const facts = await loadRuleFacts(store.read, whole);
  const grants = ownGrants(actor.grants);
  const { accounts, responsibilities } = await readVisibleState(context, period);
  return {
    period,
    rule,
    resting: restingIn(whole),
    mayEnable: may({ grants }, 'keepRules', place),
    accounts: accounts.map((account) => {
      const verdict = judgeFor(grants, rule, account, facts);
      const { number, name, imFunction, balance } = account;
      return {
        ...{ number, name, imFunction, balance, unit: responsibilities.get(number)?.reconciledBy ?? '' },
        ground: verdict.logs ? verdict.ground : null,
        refusal: verdict.logs ? null : verdict.refusal,
      };
    }),
  };
}
