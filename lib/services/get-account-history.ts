import { type AccountInPeriod, loadAccountPeriods } from '#lib/db/account-periods.ts';
import { findEarlierPeriod } from '#lib/db/earlier-period.ts';
import { accountKey, type Reconciliation } from '#lib/domain/account.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { type Category, worstCategory } from '#lib/domain/category.ts';
import { followUp, olderPart } from '#lib/domain/finding.ts';
import { type Ore, sum } from '#lib/domain/money.ts';
import { oneYearBefore, type Period } from '#lib/domain/period.ts';
import { may } from '#lib/domain/permissions.ts';
import { placeOfAccount, seesFinding } from '#lib/domain/visibility.ts';
import type { Context } from './context.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/** An account at the end of one period. Amounts in øre; null where nobody has logged it. */
export interface HistoryPoint {
  period: Period;
  balance: Ore;
  category: Category | null;
  followUp: Ore | null;
  older: Ore | null;
}

/** The account in the period that this one is compared with. */
export interface EarlierAccount {
  period: Period;
  /** In øre; null where the account was not there, or is not to be seen. */
  balance: Ore | null;
  reconciliation: Reconciliation | null;
  /** Posting dates at or before this were older than one year then. */
  olderLimit: string;
}

export interface AccountHistory {
  /** The periods whose balance is known and this one, oldest first. */
  points: HistoryPoint[];
  /** null where there is no period before. */
  earlier: EarlierAccount | null;
}

/** What the account was in the other periods, as far as the actor may see it there; null where there is no such account. */
export async function getAccountHistory(
  context: Context,
  periodId: string,
  number: string,
): Promise<AccountHistory | null> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const state = await readVisibleState(context, period);
  const key = accountKey(number);
  const account = state.accounts.find((one) => accountKey(one.number) === key);
  if (!account) return null;
  const [rows, earlier] = await Promise.all([
    loadAccountPeriods(store.read, account.number),
    findEarlierPeriod(store.read, period.id),
  ]);
  const seen = rows.flatMap((row) => {
    const visible = narrowToActor(row, actor);
    return visible ? [visible] : [];
  });
  const before = earlier && seen.find((row) => row.period.id === earlier.id);
  return {
    points: seen.filter((row) => row.hasBalance || row.period.id === period.id).map(toPoint),
    earlier: earlier && {
      period: earlier,
      balance: before?.account.balance ?? null,
      reconciliation: before?.reconciliation ?? null,
      olderLimit: oneYearBefore(earlier.balanceDate),
    },
  };
}

/** As narrowState() has it for a whole period; null where the actor sees nothing of the account then. */
function narrowToActor(row: AccountInPeriod, actor: Actor): AccountInPeriod | null {
  const { account, responsibility, reconciliation } = row;
  if (may(actor, 'see', placeOfAccount(responsibility ?? undefined))) return row;
  const responsibilities = new Map(responsibility && [[account.number, responsibility]]);
  const findings = (reconciliation?.findings ?? []).filter(({ committee }) =>
    seesFinding({ responsibilities }, actor, account.number, committee),
  );
  if (reconciliation === null || findings.length === 0) return null;
  return { ...row, reconciliation: { ...reconciliation, findings, category: worstCategory(findings) } };
}

function toPoint({ period, account, reconciliation }: AccountInPeriod): HistoryPoint {
  const limit = oneYearBefore(period.balanceDate);
  return {
    period,
    balance: account.balance,
    category: reconciliation?.category ?? null,
    followUp: reconciliation && sum(reconciliation.findings.map(followUp)),
    older: reconciliation && sum(reconciliation.findings.map((finding) => olderPart(finding, limit))),
  };
}
