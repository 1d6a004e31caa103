import { listRules } from '#lib/db/auto-rules.ts';
import { insertChangeSet } from '#lib/db/change-sets.ts';
import { findPerson } from '#lib/db/people.ts';
import { listVersions } from '#lib/db/reconciliations.ts';
import { loadRuleFacts } from '#lib/db/rule-facts.ts';
import { listGrantsToday } from '#lib/db/sessions.ts';
import { loadState } from '#lib/db/state.ts';
import type { ReadDb, Store, WriteDb } from '#lib/db/store.ts';
import type { Account, Reconciliation } from '#lib/domain/account.ts';
import type { Acting } from '#lib/domain/actor.ts';
import {
  type AutoRule,
  judgeByRule,
  placeOfRule,
  type Resting,
  type RuleFacts,
  type RuleVerdict,
  restingIn,
} from '#lib/domain/auto-rule.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { Period } from '#lib/domain/period.ts';
import { type Grant, may } from '#lib/domain/permissions.ts';
import { placeOfAccount } from '#lib/domain/visibility.ts';
import { submitted } from '#lib/domain/workflow.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { toComparable } from '#lib/schemas/stored.ts';
import { writeVerdicts } from './write-verdicts.ts';

/** What a rule did when it ran. */
export interface RuleRun {
  ruleId: number;
  name: string;
  version: number;
  /** How many accounts it logged. */
  logged: number;
  /** Why it logged none; null: it ran. */
  resting: Resting | null;
}

/** Whoever a rule logs for: they prepare what it logs. */
interface Keeper {
  personId: string;
  name: string;
  initials: string;
  /** In their own right: a rule does not stand on a place that somebody takes for a while. */
  grants: readonly Grant[];
}

/** Whoever switched the rule on, with the rights that they have today; or why it rests without them. */
export async function findKeeper(
  db: ReadDb | WriteDb,
  { enabledBy, settings }: Pick<AutoRule, 'enabledBy' | 'settings'>,
  { administrations }: Pick<MunicipalityState, 'administrations'>,
): Promise<Keeper | Resting> {
  const person = enabledBy === null ? null : await findPerson(db, enabledBy);
  if (!person || person.disabledAt !== null) return 'person-gone';
  const grants = ownGrants(await listGrantsToday(db, person.id, danishDate(new Date())));
  if (!may({ grants }, 'keepRules', placeOfRule(settings, administrations))) return 'right-gone';
  return { personId: person.id, name: person.name, initials: person.initials, grants };
}

/** What somebody may do without standing in for anybody. */
export function ownGrants(grants: readonly Grant[]): Grant[] {
  return grants.filter(({ onBehalfOf }) => onBehalfOf === null);
}

/** What the rule does with the account where somebody with these grants switches it on. */
export function judgeFor(
  grants: readonly Grant[],
  rule: Pick<AutoRule, 'kind' | 'settings'>,
  account: Account,
  facts: RuleFacts,
): RuleVerdict {
  const verdict = judgeByRule(rule, account, facts);
  const place = placeOfAccount(facts.state.responsibilities.get(account.number));
  return verdict.logs && !may({ grants }, 'log', place) ? { logs: false, refusal: 'not-allowed' } : verdict;
}

/**
 * Lets a rule that is on log what it may of a period, in the transaction that is open: category 1, sent for approval,
 * prepared by whoever switched the rule on, as one change set. `acting` is whoever let it run: the trail tells of them.
 */
async function applyRule(tx: WriteDb, acting: Acting, rule: AutoRule, facts: RuleFacts, at: string): Promise<RuleRun> {
  const { state } = facts;
  const { id, name, version } = rule;
  const run = { ruleId: id, name, version, logged: 0 };
  const closed = restingIn(state);
  if (closed) return { ...run, resting: closed };
  const keeper = await findKeeper(tx, rule, state);
  if (typeof keeper === 'string') return { ...run, resting: keeper };
  const logged = state.accounts.flatMap((account): Reconciliation[] => {
    const verdict = judgeFor(keeper.grants, rule, account, facts);
    if (!verdict.logs) return [];
    const { documentedBalance, method } = verdict;
    return [
      {
        account: account.number,
        category: 1,
        documentedBalance,
        method,
        reconciledOn: danishDate(new Date(at)),
        initials: keeper.initials,
        balance: account.balance,
        origin: 'rule',
        findings: [],
        rule: { id, version, name },
        workflow: submitted([keeper.personId], at),
      },
    ];
  });
  if (logged.length === 0) return { ...run, resting: null };
  const { period } = state;
  await writeVerdicts(
    tx,
    period.id,
    logged.map((after) => ({
      before: null,
      after,
      acting,
      told: [{ action: 'create', subject: 'reconciliation', before: null, after, reason: reasonOf(rule) }],
      drops: false,
      deadlineReason: '',
    })),
    at,
  );
  // An account that was logged and taken back goes on from the version that it had.
  const versions = await listVersions(tx, period.id);
  await insertChangeSet(
    tx,
    { periodId: period.id, kind: 'rule', maker: keeper, at, rule: { id, version } },
    logged.map((after) => ({
      subject: 'reconciliation',
      account: after.account,
      before: null,
      after: toComparable(after),
      version: versions.get(after.account)?.version ?? 0,
    })),
  );
  for (const after of logged) state.reconciliations.set(after.account, after);
  return { ...run, logged: logged.length, resting: null };
}

/** How an event names the rule that it tells of. */
export function reasonOf({ name, version }: Pick<AutoRule, 'name' | 'version'>): string {
  return `${name}, version ${version}`;
}

/** Lets the rules run one after the other, so that none logs what another has logged. The state is left as it was. */
export async function applyRules(
  tx: WriteDb,
  acting: Acting,
  rules: readonly AutoRule[],
  state: MunicipalityState,
  at: string,
): Promise<RuleRun[]> {
  const own = { ...state, reconciliations: new Map(state.reconciliations) };
  const facts = await loadRuleFacts(tx, own);
  const runs: RuleRun[] = [];
  for (const rule of rules) runs.push(await applyRule(tx, acting, rule, facts, at));
  return runs;
}

/**
 * Lets every rule that is on run in a period whose figures have just changed, in a transaction of its own: what was
 * imported stands, whatever the rules do. @returns what each did
 */
export async function applyEnabledRules(store: Store, acting: Acting, period: Period): Promise<RuleRun[]> {
  if ((await listRules(store.read, true)).length === 0) return [];
  return store.writeTx(
    async (tx) => {
      const rules = await listRules(tx, true);
      return applyRules(tx, acting, rules, await loadState(tx, period), new Date().toISOString());
    },
    (runs) => runs.some(({ logged }) => logged > 0),
  );
}
