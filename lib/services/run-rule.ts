import { ruleInput } from '#lib/schemas/rules.ts';
import { applyRules, type RuleRun } from './apply-rules.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { writeKeptRule } from './write-kept-rule.ts';

/** Lets a rule that is on log what there now is for it in a period. It logs for whoever switched it on, not for who asks. */
export async function runRule(context: Context, input: unknown): Promise<Result<RuleRun>> {
  const parsed = parseInput(ruleInput, input);
  if (!parsed.ok) return parsed;
  const { version } = parsed.value;
  return writeKeptRule(
    parsed.value,
    context,
    async (tx, { rule, acting, state }) => {
      if (rule.version !== version) return refused([problem('rule-changed')]);
      if (!rule.enabled) return refused([problem('rule-is-off')]);
      const [run] = await applyRules(tx, acting, [rule], state, new Date().toISOString());
      return run ? done(run) : refused([problem('unknown-rule', 'ruleId')]);
    },
    (result) => result.ok && result.value.logged > 0,
  );
}
