import type { Redaction } from '#lib/domain/report-version.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** What the open edition of a committee's report leaves out, in the order of its targets. */
export async function listRedactions(
  db: ReadDb | WriteDb,
  fiscalYear: number,
  committee: string,
): Promise<Redaction[]> {
  const rows = await db.redaction.findMany({
    where: { fiscalYear, committeeCode: committee },
    orderBy: [{ kind: 'asc' }, { target: 'asc' }],
  });
  return rows.map(({ kind, target, ground }) => ({ kind: kind === 'column' ? 'column' : 'finding', target, ground }));
}
