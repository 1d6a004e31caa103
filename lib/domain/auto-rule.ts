import { type Account, type Documentation, isSeparate, type Method, SMALL_DIFFERENCE } from './account.ts';
import type { Category } from './category.ts';
import { type IsoDate, isoDate } from './date.ts';
import { absolute, type Ore } from './money.ts';
import type { MunicipalityState } from './municipality.ts';
import { type Period, refusalOf } from './period.ts';
import { EVERYWHERE, type Place } from './permissions.ts';

/** What a rule that logs by itself goes by. None of them ever finds anything: whatever needs follow-up is people's. */
export const RULE_KINDS = ['zero-all-year', 'unchanged', 'documented', 'low-risk'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export interface RuleSettings {
  /** Low risk: the balance is below it, in øre, whatever its sign. 0 otherwise. */
  amount: Ore;
  /** Documented: the difference is at most this, in øre. 0 otherwise. */
  tolerance: Ore;
  /** The IM functions that it is limited to; none: all. Low risk needs some. */
  functions: string[];
  /** The unit that the accounts are reconciled by, by its code; '': any. */
  unit: string;
}

/** A policy that logs accounts as category 1 once a person has switched it on (*automatisk afstemning*). */
export interface AutoRule {
  id: number;
  kind: RuleKind;
  name: string;
  /** Rises with every change of what it does. */
  version: number;
  settings: RuleSettings;
  enabled: boolean;
  /** Whoever switched it on, and prepares what it logs; null while it is off. */
  enabledBy: string | null;
  enabledByName: string | null;
  /** ISO time, UTC */
  enabledAt: string | null;
}

/** What is known of the accounts in the period that this one is compared with. */
export interface Earlier {
  periodId: string;
  balances: ReadonlyMap<string, Ore>;
  verdicts: ReadonlyMap<
    string,
    { category: Category; isApproved: boolean; documentedBalance: Ore | null; method: Method | null }
  >;
}

/** What the rules judge by. */
export interface RuleFacts {
  state: MunicipalityState;
  /** null: there is no earlier period with a balance. */
  earlier: Earlier | null;
  /** The balances of every known period of the fiscal year up to this one, itself included, in their order. */
  year: readonly ReadonlyMap<string, Ore>[];
}

/** Why a rule logs an account; what it saw. Amounts in øre. */
export type Ground =
  | { code: 'zero-all-year'; periods: number }
  | { code: 'unchanged'; periodId: string; balance: Ore }
  | { code: 'documented'; source: string; date: IsoDate; difference: Ore }
  | { code: 'low-risk'; limit: Ore };

/** Why a rule leaves an account to people. */
export const REFUSALS = [
  'separately',
  'has-findings',
  'already-logged',
  'follow-up-before',
  'documentation-disagrees',
  'other-function',
  'other-unit',
  'balance-not-zero',
  'movement-in-year',
  'missing-in-year',
  'no-earlier-period',
  'new-account',
  'balance-changed',
  'not-logged-before',
  'not-approved-before',
  'no-documentation',
  'documentation-older',
  'amount-too-high',
  'not-allowed',
] as const;
export type RuleRefusal = (typeof REFUSALS)[number];

/** What a rule does with an account. */
export type RuleVerdict =
  | { logs: true; ground: Ground; documentedBalance: Ore | null; method: Method | null }
  | { logs: false; refusal: RuleRefusal };

const refuse = (refusal: RuleRefusal): RuleVerdict => ({ logs: false, refusal });

/**
 * What the rule does with the account, rights aside. It touches nothing that somebody has logged or that needs
 * follow-up, now or in the period before, nor what is reconciled separately (product.md, rule 3), and nothing that
 * another source contradicts by more than a few øre.
 */
export function judgeByRule(
  rule: Pick<AutoRule, 'kind' | 'settings'>,
  account: Account,
  facts: RuleFacts,
): RuleVerdict {
  const { state, earlier } = facts;
  const { settings } = rule;
  const { number } = account;
  const responsibility = state.responsibilities.get(number);
  if (isSeparate(account, responsibility)) return refuse('separately');
  const own = state.reconciliations.get(number);
  if (own !== undefined) return refuse(own.findings.length > 0 ? 'has-findings' : 'already-logged');
  const before = earlier?.verdicts.get(number);
  if (before !== undefined && before.category !== 1) return refuse('follow-up-before');
  if (settings.functions.length > 0 && !settings.functions.includes(account.imFunction))
    return refuse('other-function');
  if (settings.unit !== '' && responsibility?.reconciledBy !== settings.unit) return refuse('other-unit');
  const documentation = state.documentation.get(number);
  const tolerated = rule.kind === 'documented' ? settings.tolerance : SMALL_DIFFERENCE;
  if (documentation && absolute(account.balance - documentation.balance) > tolerated)
    return refuse('documentation-disagrees');
  switch (rule.kind) {
    case 'zero-all-year':
      return judgeZero(account, facts);
    case 'unchanged':
      return judgeUnchanged(account, earlier);
    case 'documented':
      return judgeDocumented(account, documentation, state.period);
    case 'low-risk':
      return judgeLowRisk(account, settings);
  }
}

function judgeZero({ number, balance }: Account, { year }: RuleFacts): RuleVerdict {
  if (balance !== 0n) return refuse('balance-not-zero');
  const all = year.map((balances) => balances.get(number));
  if (all.some((one) => one === undefined)) return refuse('missing-in-year');
  if (all.some((one) => one !== 0n)) return refuse('movement-in-year');
  return { logs: true, ground: { code: 'zero-all-year', periods: year.length }, documentedBalance: null, method: null };
}

function judgeUnchanged({ number, balance }: Account, earlier: Earlier | null): RuleVerdict {
  if (earlier === null) return refuse('no-earlier-period');
  const was = earlier.balances.get(number);
  if (was === undefined) return refuse('new-account');
  if (was !== balance) return refuse('balance-changed');
  const before = earlier.verdicts.get(number);
  if (before === undefined) return refuse('not-logged-before');
  if (!before.isApproved) return refuse('not-approved-before');
  return {
    logs: true,
    ground: { code: 'unchanged', periodId: earlier.periodId, balance },
    documentedBalance: before.documentedBalance,
    method: before.method,
  };
}

function judgeDocumented(account: Account, documentation: Documentation | undefined, period: Period): RuleVerdict {
  if (documentation === undefined) return refuse('no-documentation');
  const { balance, source, date } = documentation;
  if (date < firstDayOf(period)) return refuse('documentation-older');
  return {
    logs: true,
    ground: { code: 'documented', source, date, difference: account.balance - balance },
    documentedBalance: balance,
    method: 'source',
  };
}

/** What a source stated before the period began says nothing of how it ended. */
function firstDayOf({ fiscalYear, month }: Period): IsoDate {
  return isoDate(fiscalYear, Math.min(month, 12), 1) ?? '';
}

function judgeLowRisk({ imFunction, balance }: Account, { amount, functions }: RuleSettings): RuleVerdict {
  // Without functions nobody has judged what is of low risk.
  if (!functions.includes(imFunction)) return refuse('other-function');
  if (absolute(balance) >= amount) return refuse('amount-too-high');
  return { logs: true, ground: { code: 'low-risk', limit: amount }, documentedBalance: null, method: null };
}

/** Where a rule belongs: with the unit that it is limited to and the committee that this answers to. */
export function placeOfRule(
  { unit }: Pick<RuleSettings, 'unit'>,
  administrations: readonly { code: string; committee: string }[],
): Place | typeof EVERYWHERE {
  if (unit === '') return EVERYWHERE;
  const committees = administrations.filter(({ code }) => code === unit).map(({ committee }) => committee);
  return { committees, administrations: [unit] };
}

/**
 * Why a rule that is on logs nothing now: whoever switched it on is no longer there or no longer has the right, or the
 * period takes nothing, or has no balance of its own yet (one that was opened after another begins with its balances).
 */
export type Resting = 'person-gone' | 'right-gone' | 'period-closed' | 'period-locked' | 'no-balance';

/** Why no rule logs anything in the period; null: they do. */
export function restingIn({
  periodStatus,
  control,
}: Pick<MunicipalityState, 'periodStatus' | 'control'>): Resting | null {
  return refusalOf(periodStatus, true) ?? (control === null ? 'no-balance' : null);
}
