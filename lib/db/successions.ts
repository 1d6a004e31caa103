import type { Succession, SuccessionKind } from '#lib/domain/succession.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** What was said of units and functions that changed, of all years. */
export async function listSuccessions(db: ReadDb | WriteDb): Promise<Succession[]> {
  const rows = await db.succession.findMany({ orderBy: [{ fiscalYear: 'asc' }, { kind: 'asc' }, { fromCode: 'asc' }] });
  return rows.map(({ kind, fiscalYear, fromCode, toCode }) => ({
    kind: kind as SuccessionKind,
    fiscalYear,
    from: fromCode,
    to: toCode,
  }));
}

export async function saveSuccession(tx: WriteDb, { kind, fiscalYear, from, to }: Succession): Promise<void> {
  const key = { kind, fiscalYear, fromCode: from };
  await tx.succession.upsert({
    where: { kind_fiscalYear_fromCode: key },
    create: { ...key, toCode: to },
    update: { toCode: to },
  });
}

export async function deleteSuccession(
  tx: WriteDb,
  { kind, fiscalYear, from }: Omit<Succession, 'to'>,
): Promise<boolean> {
  const { count } = await tx.succession.deleteMany({ where: { kind, fiscalYear, fromCode: from } });
  return count === 1;
}
