import { recordEvents } from '#lib/db/audit.ts';
import { rewriteRule } from '#lib/db/auto-rules.ts';
import { type AutoRule, placeOfRule } from '#lib/domain/auto-rule.ts';
import { ruleInput } from '#lib/schemas/rules.ts';
import { applyRules, type RuleRun } from './apply-rules.ts';
import { actingsFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { toldRule } from './told-rule.ts';
import { writeKeptRule } from './write-kept-rule.ts';

/**
 * Switches a rule on, in the version that was tried out, and lets it run in the period at once. Whoever does is the
 * preparer of all that it logs and can approve none of it (product.md, rule 4); it is done in one's own right.
 */
export async function enableRule(context: Context, input: unknown): Promise<Result<RuleRun>> {
  const { actor } = context;
  const parsed = parseInput(ruleInput, input);
  if (!parsed.ok) return parsed;
  const { periodId, ruleId, version } = parsed.value;
  return writeKeptRule(parsed.value, context, async (tx, { rule, state }) => {
    const place = placeOfRule(rule.settings, state.administrations);
    const acting = actingsFor(actor, 'keepRules', place).find(({ onBehalfOf }) => onBehalfOf === null);
    if (!acting) return refused([problem('rule-substitute')]);
    if (rule.version !== version) return refused([problem('rule-changed')]);
    if (rule.enabled) return refused([problem('rule-is-on')]);
    const at = new Date().toISOString();
    const enabled: AutoRule = {
      ...rule,
      ...{ enabled: true, enabledBy: actor.personId, enabledByName: actor.name, enabledAt: at },
    };
    if (!(await rewriteRule(tx, enabled, version, at))) return refused([problem('rule-changed')]);
    await recordEvents(tx, acting, at, [
      {
        action: 'enable',
        subject: 'rule',
        subjectId: String(ruleId),
        periodId,
        importId: null,
        before: toldRule(rule),
        after: toldRule(enabled),
      },
    ]);
    const [run] = await applyRules(tx, acting, [enabled], state, at);
    return run ? done(run) : refused([problem('unknown-rule', 'ruleId')]);
  });
}
