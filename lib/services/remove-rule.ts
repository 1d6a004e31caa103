import { recordEvents } from '#lib/db/audit.ts';
import { removeRule as removeStored } from '#lib/db/auto-rules.ts';
import { ruleInput } from '#lib/schemas/rules.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { findKeptRule } from './find-visible-rule.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';
import { toldRule } from './told-rule.ts';

/** Takes a rule away that is off. What it logged stays, with its name and version. */
export async function removeRule(context: Context, input: unknown): Promise<Result<{ ruleId: number }>> {
  const { store } = context;
  const parsed = parseInput(ruleInput, input);
  if (!parsed.ok) return parsed;
  const { periodId, ruleId, version } = parsed.value;
  const period = await findPeriod(store, periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);

  return store.writeTx(async (tx) => {
    const kept = await findKeptRule(context, tx, ruleId, await readStateForWrite(store, tx, period));
    if ('code' in kept) return refused([kept]);
    const { rule, acting } = kept;
    if (rule.enabled) return refused([problem('rule-is-on')]);
    const at = new Date().toISOString();
    if (!(await removeStored(tx, ruleId, version, at))) return refused([problem('rule-changed')]);
    const event = { subject: 'rule', subjectId: String(ruleId), periodId, importId: null } as const;
    await recordEvents(tx, acting, at, [{ ...event, action: 'remove', before: toldRule(rule), after: null }]);
    return done({ ruleId });
  }, isDone);
}
