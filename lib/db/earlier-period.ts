import { type Period, parsePeriod } from '#lib/domain/period.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** The period that this one is compared with: the one it was carried from, otherwise the latest before it with a balance. */
export async function findEarlierPeriod(db: ReadDb | WriteDb, periodId: string): Promise<Period | null> {
  const own = await db.period.findUnique({ where: { id: periodId }, select: { openedFrom: true } });
  if (own?.openedFrom) return parsePeriod(own.openedFrom);
  const earlier = await db.period.findFirst({
    where: { id: { lt: periodId }, controlCount: { not: null } },
    select: { id: true },
    orderBy: { id: 'desc' },
  });
  return earlier && parsePeriod(earlier.id);
}
