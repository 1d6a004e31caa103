import { isYearEndMonth, PERIOD_STATUSES, type Period, type PeriodStatus, parsePeriod } from '#lib/domain/period.ts';
import type { ReadDb, WriteDb } from './store.ts';

export interface PeriodSummary extends Period {
  /** Whether a balance has been imported. */
  hasBalance: boolean;
  status: PeriodStatus;
  /** The period whose open items were carried into this one; null: none were. */
  openedFrom: string | null;
}

/** The periods that something was imported into, newest first. */
export async function listPeriods(db: ReadDb | WriteDb): Promise<PeriodSummary[]> {
  const rows = await db.period.findMany({ orderBy: { id: 'desc' } });
  return rows.map(({ id, fiscalYear, month, balanceDate, controlCount, status, openedFrom }) => ({
    id,
    fiscalYear,
    month,
    balanceDate,
    hasBalance: controlCount !== null,
    status: status as PeriodStatus,
    openedFrom,
  }));
}

/** The period's status and where it was carried from; null where there is no such period. */
export async function findStoredPeriod(
  db: ReadDb | WriteDb,
  periodId: string,
): Promise<Pick<PeriodSummary, 'status' | 'openedFrom'> | null> {
  const row = await db.period.findUnique({ where: { id: periodId }, select: { status: true, openedFrom: true } });
  return row && { status: row.status as PeriodStatus, openedFrom: row.openedFrom };
}

/** Whether anything was ever imported into the period. */
export async function hasPeriod(db: ReadDb, periodId: string): Promise<boolean> {
  return (await db.period.findUnique({ where: { id: periodId }, select: { id: true } })) !== null;
}

/** The period that a year's report stands on: the highest of 12–16 that has a balance (domain.md); null without one. */
export async function findReportPeriod(db: ReadDb | WriteDb, fiscalYear: number): Promise<Period | null> {
  const periods = await listPeriods(db);
  const found = periods.find(
    (period) => period.fiscalYear === fiscalYear && isYearEndMonth(period.month) && period.hasBalance,
  );
  return found ? parsePeriod(found.id) : null;
}

/** The strictest status of the year's periods 12–16: what holds for what belongs to the year. */
export async function findYearStatus(db: ReadDb | WriteDb, fiscalYear: number): Promise<PeriodStatus> {
  const rows = await db.period.findMany({ where: { fiscalYear, month: { gte: 12 } }, select: { status: true } });
  return PERIOD_STATUSES.findLast((status) => rows.some((one) => one.status === status)) ?? 'open';
}

/** Makes the period where it is not there, and notes the balance's control total where there is a new one. */
export async function savePeriod(
  tx: WriteDb,
  period: Period,
  control: { count: number; sum: bigint } | null,
): Promise<void> {
  const totals = control ? { controlCount: control.count, controlSum: control.sum } : {};
  await tx.period.upsert({ where: { id: period.id }, create: { ...period, ...totals }, update: totals });
}

/** Moves the period from one status to another. @returns whether it stood where it was thought to */
export async function changePeriodStatus(
  tx: WriteDb,
  periodId: string,
  from: readonly PeriodStatus[],
  to: PeriodStatus,
): Promise<boolean> {
  const { count } = await tx.period.updateMany({
    where: { id: periodId, status: { in: [...from] } },
    data: { status: to },
  });
  return count === 1;
}

/** Notes from which period this one carries; false where it already carries from another. */
export async function noteOpenedFrom(tx: WriteDb, periodId: string, openedFrom: string): Promise<boolean> {
  const { count } = await tx.period.updateMany({
    where: { id: periodId, OR: [{ openedFrom: null }, { openedFrom }] },
    data: { openedFrom },
  });
  return count === 1;
}

/** The periods into which open items of this one were carried. */
export async function listCarriedInto(db: ReadDb | WriteDb, periodId: string): Promise<string[]> {
  const rows = await db.period.findMany({ where: { openedFrom: periodId }, select: { id: true } });
  return rows.map(({ id }) => id);
}
