import type { IsoDate } from '#lib/domain/date.ts';
import type { Material } from '#lib/domain/retention.ts';
import { disposalList } from '#lib/schemas/retention.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** What a disposal took or would take, counted by sort, and which things those were by their ids. */
export interface DisposalList {
  counts: Record<string, number>;
  /** Ids and hashes; none of the data itself. */
  things: string[];
}

/** What was disposed of or is asked to be: by whom, and until when material of that kind goes back. Kept for ever. */
export interface Disposal {
  id: number;
  material: Material;
  /** Material from before this date. */
  before: IsoDate;
  requestedBy: string;
  requestedByName: string;
  /** ISO times, UTC */
  requestedAt: string;
  approvedByName: string | null;
  doneAt: string | null;
  withdrawnAt: string | null;
  list: DisposalList;
  /** Everyone whose hand the request was. */
  hands: string[];
}

type Row = Awaited<ReturnType<WriteDb['disposal']['findUniqueOrThrow']>>;

function toDisposal({ kind, list, ...row }: Row): Disposal {
  const { hands, ...rest } = disposalList.parse(JSON.parse(list));
  return { ...row, material: kind as Material, list: rest, hands };
}

/** Newest first. */
export async function listDisposals(db: ReadDb): Promise<Disposal[]> {
  return (await db.disposal.findMany({ orderBy: { id: 'desc' } })).map(toDisposal);
}

export async function findDisposal(db: WriteDb, id: number): Promise<Disposal | null> {
  const row = await db.disposal.findUnique({ where: { id } });
  return row && toDisposal(row);
}

/** @returns its id */
export async function createDisposal(
  tx: WriteDb,
  { material, list, hands, ...asked }: Omit<Disposal, 'id' | 'approvedByName' | 'doneAt' | 'withdrawnAt'>,
): Promise<number> {
  const data = { ...asked, kind: material, list: JSON.stringify({ ...list, hands }) };
  return (await tx.disposal.create({ data })).id;
}

/** Only one that is neither done nor withdrawn. @returns whether it was */
export async function withdrawDisposal(tx: WriteDb, id: number, at: string): Promise<boolean> {
  const { count } = await tx.disposal.updateMany({
    where: { id, doneAt: null, withdrawnAt: null, approvedBy: null },
    data: { withdrawnAt: at },
  });
  return count === 1;
}

/**
 * Notes a second person's word; from here to finishDisposal the database lets what it covers be taken away.
 * @returns whether it was still open
 */
export async function startDisposal(
  tx: WriteDb,
  id: number,
  { personId, name }: { personId: string; name: string },
  at: string,
): Promise<boolean> {
  const { count } = await tx.disposal.updateMany({
    where: { id, approvedBy: null, doneAt: null, withdrawnAt: null, requestedBy: { not: personId } },
    data: { approvedBy: personId, approvedByName: name, approvedAt: at },
  });
  return count === 1;
}

/** @returns the row as it stands for ever, for the event that tells of it */
export async function finishDisposal(
  tx: WriteDb,
  { id, hands }: Disposal,
  list: DisposalList,
  at: string,
): Promise<object> {
  return tx.disposal.update({ where: { id }, data: { doneAt: at, list: JSON.stringify({ ...list, hands }) } });
}
