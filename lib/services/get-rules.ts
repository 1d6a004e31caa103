import { listRuleRuns, listRules } from '#lib/db/auto-rules.ts';
import { readInstallation } from '#lib/db/settings.ts';
import { type AutoRule, placeOfRule, type Resting, restingIn } from '#lib/domain/auto-rule.ts';
import type { ImFunction } from '#lib/domain/im-function.ts';
import type { Period } from '#lib/domain/period.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import { findKeeper } from './apply-rules.ts';
import type { Context } from './context.ts';
import { seesRule } from './find-visible-rule.ts';
import { findPeriod, readState, readVisibleState } from './read-state.ts';

/** What a rule logged in one go, as far as the actor sees the accounts. */
interface RunView {
  id: number;
  version: number;
  /** ISO time, UTC */
  at: string;
  logged: number;
  /** How many of them are still the rule's and not approved: what can be taken back. */
  standing: number;
}

export interface RuleView extends AutoRule {
  /** Whether the actor may change it. */
  mayKeep: boolean;
  /** Why it logs nothing though it is on; null: it does, or it is off. */
  resting: Resting | null;
  /** In this period, newest first. */
  runs: RunView[];
  /** Accounts of this period that bear its mark, and how many of them are approved. */
  logged: number;
  approved: number;
}

export interface RulesPage {
  period: Period;
  rules: RuleView[];
  /** Units that the actor may keep rules for; '' among them: of all. None: they only read. */
  units: { code: string; name: string }[];
  /** The functions that the period's accounts have. */
  functions: ImFunction[];
}

/** The rules that the actor sees, with what each has logged in the period; null where there is no such period. */
export async function getRules(context: Context, periodId: string): Promise<RulesPage | null> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const whole = await readState(store, period);
  const { accounts, reconciliations } = await readVisibleState(context, period);
  const visible = new Set(accounts.map(({ number }) => number));
  const runs = Map.groupBy(await listRuleRuns(store.read, periodId), ({ ruleId }) => ruleId);
  const { serviceCentreCode, serviceCentreName } = await readInstallation(store.read);
  const rules: RuleView[] = [];
  for (const rule of await listRules(store.read)) {
    if (!seesRule(context, rule, whole)) continue;
    const marked = [...reconciliations.values()].filter((own) => own.rule?.id === rule.id);
    const standing = new Set(marked.filter((own) => own.workflow.status !== 'approved').map(({ account }) => account));
    const keeper = rule.enabled ? await findKeeper(store.read, rule, whole) : null;
    rules.push({
      ...rule,
      mayKeep: may(actor, 'keepRules', placeOfRule(rule.settings, whole.administrations)),
      resting: typeof keeper === 'string' ? keeper : rule.enabled ? restingIn(whole) : null,
      runs: (runs.get(rule.id) ?? []).flatMap(({ id, version, at, accounts: all, own }) => {
        const logged = all.filter((account) => visible.has(account)).length;
        return logged === 0
          ? []
          : [{ id, version, at, logged, standing: own.filter((one) => standing.has(one)).length }];
      }),
      logged: marked.length,
      approved: marked.length - standing.size,
    });
  }
  const units = [
    { code: serviceCentreCode, name: serviceCentreName },
    ...whole.administrations.map(({ code, name }) => ({ code, name })),
  ].filter(
    ({ code }, place, all) =>
      code !== '' &&
      all.findIndex((other) => other.code === code) === place &&
      may(actor, 'keepRules', placeOfRule({ unit: code }, whole.administrations)),
  );
  const used = new Set(accounts.map(({ imFunction }) => imFunction));
  return {
    period,
    rules,
    units: may(actor, 'keepRules', EVERYWHERE) ? [{ code: '', name: '' }, ...units] : units,
    functions: whole.functions.filter(({ code }) => used.has(code)),
  };
}
