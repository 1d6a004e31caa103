import { recordEvents } from '#lib/db/audit.ts';
import { removeRule as removeStored } from '#lib/db/auto-rules.ts';
import { ruleInput } from '#lib/schemas/rules.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { toldRule } from './told-rule.ts';
import { writeKeptRule } from './write-kept-rule.ts';

/** Takes a rule away that is off. What it logged stays, with its name and version. */
export async function removeRule(context: Context, input: unknown): Promise<Result<{ ruleId: number }>> {
  const parsed = parseInput(ruleInput, input);
  if (!parsed.ok) return parsed;
  const { periodId, ruleId, version } = parsed.value;
  return writeKeptRule(parsed.value, context, async (tx, { rule, acting }) => {
    if (rule.enabled) return refused([problem('rule-is-on')]);
    const at = new Date().toISOString();
    if (!(await removeStored(tx, ruleId, version, at))) return refused([problem('rule-changed')]);
    const event = { subject: 'rule', subjectId: String(ruleId), periodId, importId: null } as const;
    await recordEvents(tx, acting, at, [{ ...event, action: 'remove', before: toldRule(rule), after: null }]);
    return done({ ruleId });
  });
}
