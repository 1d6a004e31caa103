import { recordEvents } from '#lib/db/audit.ts';
import { insertRule, rewriteRule } from '#lib/db/auto-rules.ts';
import { readInstallation } from '#lib/db/settings.ts';
import { type AutoRule, placeOfRule, type RuleSettings } from '#lib/domain/auto-rule.ts';
import { saveRuleInput } from '#lib/schemas/rules.ts';
import { toStored } from '#lib/schemas/stored.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { findKeptRule } from './find-visible-rule.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';
import { toldRule } from './told-rule.ts';

/**
 * Makes a rule, or changes what one does: that is a new version, which is off until somebody has looked at it and
 * switches it on again. What earlier versions logged keeps their mark.
 */
export async function saveRule(context: Context, input: unknown): Promise<Result<{ ruleId: number; version: number }>> {
  const { store } = context;
  const parsed = parseInput(saveRuleInput, input);
  if (!parsed.ok) return parsed;
  const { periodId, ruleId, version, kind, name } = parsed.value;
  const period = await findPeriod(store, periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  const { serviceCentreCode } = await readInstallation(store.read);

  return store.writeTx(async (tx) => {
    const state = await readStateForWrite(store, tx, period);
    const kept = ruleId === null ? null : await findKeptRule(context, tx, ruleId, state);
    if (kept && 'code' in kept) return refused([kept]);
    const before = kept?.rule ?? null;
    const settings = settingsOf(before?.kind ?? kind, parsed.value);
    const acting = actingFor(context, 'keepRules', placeOfRule(settings, state.administrations));
    if (!acting) return refused([problem('not-allowed')]);
    const units = [serviceCentreCode, ...state.administrations.map(({ code }) => code), ''];
    if (!units.includes(settings.unit)) return refused([problem('unknown-unit', 'unit', { code: settings.unit })]);
    const known = new Set(state.functions.map(({ code }) => code));
    const unknown = settings.functions.filter((code) => !known.has(code));
    if (unknown.length > 0)
      return refused([problem('rule-function-unknown', 'functions', { codes: unknown.join(', ') })]);

    const at = new Date().toISOString();
    const event = { subject: 'rule', periodId: null, importId: null } as const;
    if (before === null) {
      const id = await insertRule(tx, { kind, name, settings }, at);
      const after = { kind, name, version: 1, settings };
      await recordEvents(tx, acting, at, [
        { ...event, action: 'create', subjectId: String(id), before: null, after: toldRule(after) },
      ]);
      return done({ ruleId: id, version: 1 });
    }
    if (before.version !== version) return refused([problem('rule-changed')]);
    const isSame = before.name === name && toStored(before.settings) === toStored(settings);
    if (isSame) return done({ ruleId: before.id, version });
    const off = { enabled: false, enabledBy: null, enabledByName: null, enabledAt: null };
    const after: AutoRule = { ...before, ...off, name, settings, version: version + 1 };
    if (!(await rewriteRule(tx, after, version, at))) return refused([problem('rule-changed')]);
    await recordEvents(tx, acting, at, [
      { ...event, action: 'update', subjectId: String(before.id), before: toldRule(before), after: toldRule(after) },
    ]);
    return done({ ruleId: before.id, version: after.version });
  }, isDone);
}

/** The settings that matter to the kind; the others are left out of it, so that they cannot differ unseen. */
function settingsOf(kind: AutoRule['kind'], { amount, tolerance, functions, unit }: RuleSettings): RuleSettings {
  return {
    amount: kind === 'low-risk' ? amount : 0n,
    tolerance: kind === 'documented' ? tolerance : 0n,
    functions,
    unit,
  };
}
