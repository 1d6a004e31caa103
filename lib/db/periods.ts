import { isYearEndMonth, type Period, type PeriodStatus, parsePeriod } from '#lib/domain/period.ts';
import type { ReadDb, WriteDb } from './store.ts';

export interface PeriodSummary extends Period {
  /** Whether a balance has been imported. */
  hasBalance: boolean;
  status: PeriodStatus;
}

/** The periods that something was imported into, newest first. */
export async function listPeriods(db: ReadDb): Promise<PeriodSummary[]> {
  const rows = await db.period.findMany({ orderBy: { id: 'desc' } });
  return rows.map(({ id, fiscalYear, month, balanceDate, controlCount, status }) => ({
    id,
    fiscalYear,
    month,
    balanceDate,
    hasBalance: controlCount !== null,
    status: status as PeriodStatus,
  }));
}

/** Whether anything was ever imported into the period. */
export async function hasPeriod(db: ReadDb, periodId: string): Promise<boolean> {
  return (await db.period.findUnique({ where: { id: periodId }, select: { id: true } })) !== null;
}

/** The period that a year's report stands on: the highest of 12–16 that has a balance (domain.md); null without one. */
export async function findReportPeriod(db: ReadDb, fiscalYear: number): Promise<Period | null> {
  const periods = await listPeriods(db);
  const found = periods.find(
    (period) => period.fiscalYear === fiscalYear && isYearEndMonth(period.month) && period.hasBalance,
  );
  return found ? parsePeriod(found.id) : null;
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
