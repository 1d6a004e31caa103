import { isSeparate, SMALL_DIFFERENCE } from '#lib/domain/account.ts';
import { absolute, type Ore } from '#lib/domain/money.ts';
import { refusalOf } from '#lib/domain/period.ts';
import { maySomewhere } from '#lib/domain/permissions.ts';
import { placeOfAccount } from '#lib/domain/visibility.ts';
import { formatOre } from '#lib/format/amount.ts';
import { logCategory1Input } from '#lib/schemas/bulk.ts';
import { accountsInput } from '#lib/schemas/workflow.ts';
import { actingFor } from './authorise.ts';
import { type ChangeTarget, changeAccounts, type ManyChanged, type Steering } from './change-accounts.ts';
import { type Context, done, type Problem, problem, type Result, refused } from './context.ts';
import type { RefusedAccount } from './move-reconciliations.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readVisibleState } from './read-state.ts';
import { settleVerdict, type Verdict } from './write-verdicts.ts';

/** What logging accounts as category 1 would do. */
export interface Category1Preview {
  possible: number;
  /** Sum of their balances in øre. */
  sum: Ore;
  refused: RefusedAccount[];
}

/** Says which accounts can be logged as category 1 at once, and why the others cannot. Changes nothing. */
export async function previewCategory1(context: Context, input: unknown): Promise<Result<Category1Preview>> {
  const parsed = parseInput(accountsInput, input);
  if (!parsed.ok) return parsed;
  const period = await findPeriod(context.store, parsed.value.periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);
  if (!maySomewhere(context.actor, 'log')) return refused([problem('not-allowed')]);
  const state = await readVisibleState(context, period);
  const accounts = new Map(state.accounts.map((account) => [account.number, account]));
  const preview: Category1Preview = { possible: 0, sum: 0n, refused: [] };
  for (const { account: number } of parsed.value.accounts) {
    const account = accounts.get(number);
    const responsibility = state.responsibilities.get(number);
    const before = state.reconciliations.get(number) ?? null;
    const why = !account
      ? problem('unknown-account')
      : !actingFor(context, 'log', placeOfAccount(responsibility))
        ? problem('not-allowed')
        : (closedTo(state.periodStatus, before) ?? refuseCategory1({ account, responsibility, before, state }));
    if (why !== null) preview.refused.push({ account: number, problem: why });
    else if (account) {
      preview.possible += 1;
      preview.sum += account.balance;
    }
  }
  return done(preview);
}

function closedTo(status: Parameters<typeof refusalOf>[0], before: object | null): Problem | null {
  const closed = refusalOf(status, before === null);
  return closed && problem(closed);
}

/**
 * Logs many accounts as category 1 in one act (product.md, rule 3). What is logged already, or has anything to follow
 * up, is left as it is: it wants to be looked at.
 */
export async function logCategory1(
  context: Context,
  input: unknown,
  steering?: Steering,
): Promise<Result<ManyChanged>> {
  const parsed = parseInput(logCategory1Input, input);
  if (!parsed.ok) return parsed;
  const { periodId, accounts, submit, allOrNothing } = parsed.value;
  if (!maySomewhere(context.actor, 'log')) return refused([problem('not-allowed')]);
  return changeAccounts(context, {
    periodId,
    kind: 'category-1',
    allOrNothing,
    steering,
    plan: async () =>
      accounts.map(({ account }) => ({
        account,
        subject: 'reconciliation' as const,
        decide: (target) =>
          refuseCategory1(target) ??
          settleVerdict(toCategory1(target, parsed.value), null, { submit, acting: target.acting, at: target.at }),
      })),
  });
}

/** Why an account cannot be logged as category 1 unseen; null: it can. */
function refuseCategory1({
  account,
  responsibility,
  before,
  state,
}: Pick<ChangeTarget, 'account' | 'responsibility' | 'before' | 'state'>): Problem | null {
  if (isSeparate(account, responsibility)) return problem('reconciled-separately');
  if (before !== null) return problem(before.findings.length > 0 ? 'has-findings' : 'already-logged');
  const stated = state.documentation.get(account.number);
  const difference = stated === undefined ? 0n : account.balance - stated.balance;
  if (absolute(difference) <= SMALL_DIFFERENCE) return null;
  return problem('difference-too-large', '', { amount: formatOre(difference) });
}

/** What is documented is what another source says of the account or, where whoever logs it says so, its balance. */
function toCategory1(
  { account, state }: ChangeTarget,
  {
    documented,
    method,
    reconciledOn,
    initials,
  }: { documented: boolean } & Pick<Verdict, 'method' | 'reconciledOn' | 'initials'>,
): Verdict {
  const stated = state.documentation.get(account.number)?.balance ?? null;
  return {
    account: account.number,
    category: 1,
    documentedBalance: stated ?? (documented ? account.balance : null),
    method,
    reconciledOn,
    initials,
    balance: account.balance,
    findings: [],
  };
}
