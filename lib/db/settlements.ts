import type { Settlement, SettlementKind } from '#lib/domain/settlement.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** The acts of some periods, oldest first; of one account where it is named. */
export async function listSettlements(
  db: ReadDb | WriteDb,
  periodIds: readonly string[],
  account?: string,
): Promise<Settlement[]> {
  const rows = await db.settlement.findMany({
    where: { periodId: { in: [...periodIds] }, ...(account === undefined ? {} : { accountNumber: account }) },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ accountNumber, committeeCode, kind, ...row }) => ({
    ...row,
    account: accountNumber,
    committee: committeeCode,
    kind: kind as SettlementKind,
  }));
}

/** Adds an act. @returns its id */
export async function insertSettlement(
  tx: WriteDb,
  { account, committee, ...settlement }: Omit<Settlement, 'id'>,
): Promise<number> {
  const { id } = await tx.settlement.create({
    data: { ...settlement, accountNumber: account, committeeCode: committee },
    select: { id: true },
  });
  return id;
}

/** The period that an item was carried into from this one and lives on in; null where it is in none. */
export async function findCarriedTo(tx: WriteDb, periodId: string, itemKey: string): Promise<string | null> {
  const later = await tx.period.findMany({ where: { openedFrom: periodId }, select: { id: true } });
  if (later.length === 0) return null;
  const carried = await tx.item.findFirst({
    where: { key: itemKey, finding: { periodId: { in: later.map(({ id }) => id) } } },
    select: { finding: { select: { periodId: true } } },
  });
  return carried?.finding.periodId ?? null;
}
