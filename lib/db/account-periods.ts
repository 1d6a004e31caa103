import { type Account, accountKey, type Reconciliation, type Responsibility } from '#lib/domain/account.ts';
import { type Period, parsePeriod } from '#lib/domain/period.ts';
import { loadReconciliations } from './load-reconciliations.ts';
import type { ReadDb } from './store.ts';

/** An account as it was in one period. */
export interface AccountInPeriod {
  period: Period;
  /** Whether a balance was imported then; otherwise the account's is what the period was opened with. */
  hasBalance: boolean;
  account: Account;
  responsibility: Responsibility | null;
  reconciliation: Reconciliation | null;
}

/** Account numbers are at most so long in the charts that there are. */
const LONGEST_NUMBER = 12;

/** The ways to write an account's number that mean the same one (accountKey), the commonest of them. */
function spellingsOf(number: string): string[] {
  const key = accountKey(number);
  const padded = Array.from({ length: Math.max(0, LONGEST_NUMBER - key.length) }, (_, index) =>
    key.padStart(key.length + index + 1, '0'),
  );
  return [...new Set([number, key, `S${key}`, ...padded])];
}

/** An account in every period that has it, oldest first. */
export async function loadAccountPeriods(db: ReadDb, number: string): Promise<AccountInPeriod[]> {
  const rows = await db.account.findMany({
    where: { number: { in: spellingsOf(number) } },
    include: { responsibility: true, period: { select: { controlCount: true } } },
    orderBy: { periodId: 'asc' },
  });
  return Promise.all(
    rows.flatMap(({ periodId, responsibility, period: stored, ...account }) => {
      const period = parsePeriod(periodId);
      return period === null ? [] : [read(period, stored.controlCount !== null, account, responsibility)];
    }),
  );

  async function read(
    period: Period,
    hasBalance: boolean,
    { number: own, name, imFunction, balance }: Account,
    responsibility: (typeof rows)[number]['responsibility'],
  ): Promise<AccountInPeriod> {
    const reconciliations = await loadReconciliations(db, period.id, own);
    return {
      period,
      hasBalance,
      account: { number: own, name, imFunction, balance },
      responsibility: responsibility && {
        account: own,
        reconciledBy: responsibility.reconciledBy,
        committee: responsibility.committeeCode,
        administration: responsibility.administrationCode,
        separately: responsibility.separately,
      },
      reconciliation: reconciliations.get(own) ?? null,
    };
  }
}
