import { ruleInput } from '#lib/schemas/rules.ts';
import { applyRules, type RuleRun } from './apply-rules.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { findKeptRule } from './find-visible-rule.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';

/** Lets a rule that is on log what there now is for it in a period. It logs for whoever switched it on, not for who asks. */
export async function runRule(context: Context, input: unknown): Promise<Result<RuleRun>> {
  const { store } = context;
  const parsed = parseInput(ruleInput, input);
  if (!parsed.ok) return parsed;
  const { periodId, ruleId, version } = parsed.value;
  const period = await findPeriod(store, periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);

  return store.writeTx(
    async (tx) => {
      const state = await readStateForWrite(store, tx, period);
      const kept = await findKeptRule(context, tx, ruleId, state);
      if ('code' in kept) return refused([kept]);
      if (kept.rule.version !== version) return refused([problem('rule-changed')]);
      if (!kept.rule.enabled) return refused([problem('rule-is-off')]);
      const [run] = await applyRules(tx, kept.acting, [kept.rule], state, new Date().toISOString());
      return run ? done(run) : refused([problem('unknown-rule', 'ruleId')]);
    },
    (result) => result.ok && result.value.logged > 0,
  );
}
