import type { Method } from '#lib/domain/account.ts';
import type { Earlier, RuleFacts } from '#lib/domain/auto-rule.ts';
import type { Category } from '#lib/domain/category.ts';
import type { Ore } from '#lib/domain/money.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { Period } from '#lib/domain/period.ts';
import { findEarlierPeriod } from './earlier-period.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** What the rules judge the accounts of a state by: it, the period before it, and the year's periods up to it. */
export async function loadRuleFacts(db: ReadDb | WriteDb, state: MunicipalityState): Promise<RuleFacts> {
  const { period, accounts } = state;
  const [earlier, before] = await Promise.all([loadEarlier(db, period), loadYearBefore(db, period)]);
  return { state, earlier, year: [...before, new Map(accounts.map(({ number, balance }) => [number, balance]))] };
}

async function loadBalances(db: ReadDb | WriteDb, periodIds: string[]): Promise<Map<string, Map<string, Ore>>> {
  const rows = await db.account.findMany({
    where: { periodId: { in: periodIds } },
    select: { periodId: true, number: true, balance: true },
  });
  const of = new Map(periodIds.map((id) => [id, new Map<string, Ore>()]));
  for (const { periodId, number, balance } of rows) of.get(periodId)?.set(number, balance);
  return of;
}

/** The balances of the year's earlier periods that have a balance file of their own. */
async function loadYearBefore(db: ReadDb | WriteDb, { id, fiscalYear }: Period): Promise<Map<string, Ore>[]> {
  const rows = await db.period.findMany({
    where: { fiscalYear, id: { lt: id }, controlCount: { not: null } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return [
    ...(
      await loadBalances(
        db,
        rows.map((row) => row.id),
      )
    ).values(),
  ];
}

async function loadEarlier(db: ReadDb | WriteDb, period: Period): Promise<Earlier | null> {
  const earlier = await findEarlierPeriod(db, period.id);
  if (earlier === null) return null;
  const rows = await db.reconciliation.findMany({
    where: { periodId: earlier.id },
    select: { accountNumber: true, category: true, status: true, documentedBalance: true, method: true },
  });
  return {
    periodId: earlier.id,
    balances: (await loadBalances(db, [earlier.id])).get(earlier.id) ?? new Map(),
    verdicts: new Map(
      rows.map(({ accountNumber, category, status, documentedBalance, method }) => [
        accountNumber,
        {
          category: category as Category,
          isApproved: status === 'approved',
          documentedBalance,
          method: method as Method | null,
        },
      ]),
    ),
  };
}
