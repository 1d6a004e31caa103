import type { CommitteeRedaction, Redaction } from '#lib/domain/report-version.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** What the open editions of a year's reports leave out, in the order of committees and targets. */
export async function listRedactions(db: ReadDb | WriteDb, fiscalYear: number): Promise<CommitteeRedaction[]> {
  const rows = await db.redaction.findMany({
    where: { fiscalYear },
    orderBy: [{ committeeCode: 'asc' }, { kind: 'asc' }, { target: 'asc' }],
  });
  return rows.map(({ committeeCode, kind, target, ground }) => ({
    committee: committeeCode,
    kind: kind === 'column' ? 'column' : 'finding',
    target,
    ground,
  }));
}

/** Keeps something out of the open edition, or changes on what ground; the same ground said again is nothing new. @returns the ground that stood; null: it was not kept out */
export async function putRedaction(
  tx: WriteDb,
  place: { fiscalYear: number; committee: string },
  { kind, target, ground }: Redaction,
  by: { personId: string; name: string; at: string },
): Promise<string | null> {
  const key = { fiscalYear: place.fiscalYear, committeeCode: place.committee, kind, target };
  const stood = await tx.redaction.findUnique({ where: { fiscalYear_committeeCode_kind_target: key } });
  if (stood?.ground === ground) return ground;
  const data = { ground, personId: by.personId, personName: by.name, at: by.at };
  await tx.redaction.upsert({
    where: { fiscalYear_committeeCode_kind_target: key },
    create: { ...key, ...data },
    update: data,
  });
  return stood?.ground ?? null;
}

/** Lets something into the open edition again. @returns the ground that stood; null: it was not kept out */
export async function deleteRedaction(
  tx: WriteDb,
  { fiscalYear, committee }: { fiscalYear: number; committee: string },
  { kind, target }: Pick<Redaction, 'kind' | 'target'>,
): Promise<string | null> {
  const where = { fiscalYear_committeeCode_kind_target: { fiscalYear, committeeCode: committee, kind, target } };
  const stood = await tx.redaction.findUnique({ where });
  if (stood) await tx.redaction.delete({ where });
  return stood?.ground ?? null;
}
