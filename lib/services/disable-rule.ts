import { recordEvents } from '#lib/db/audit.ts';
import { rewriteRule } from '#lib/db/auto-rules.ts';
import { ruleInput } from '#lib/schemas/rules.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { toldRule } from './told-rule.ts';
import { writeKeptRule } from './write-kept-rule.ts';

/** Switches a rule off. What it logged stays until it is taken back. */
export async function disableRule(context: Context, input: unknown): Promise<Result<{ ruleId: number }>> {
  const parsed = parseInput(ruleInput, input);
  if (!parsed.ok) return parsed;
  const { periodId, ruleId, version } = parsed.value;
  return writeKeptRule(parsed.value, context, async (tx, { rule, acting }) => {
    if (rule.version !== version) return refused([problem('rule-changed')]);
    if (!rule.enabled) return refused([problem('rule-is-off')]);
    const at = new Date().toISOString();
    const off = { ...rule, enabled: false, enabledBy: null, enabledByName: null, enabledAt: null };
    if (!(await rewriteRule(tx, off, version, at))) return refused([problem('rule-changed')]);
    await recordEvents(tx, acting, at, [
      {
        action: 'disable',
        subject: 'rule',
        subjectId: String(ruleId),
        periodId,
        importId: null,
        before: toldRule(rule),
        after: toldRule(off),
      },
    ]);
    return done({ ruleId });
  });
}
