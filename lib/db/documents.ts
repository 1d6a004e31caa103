import { createHash } from 'node:crypto';
import type { Attachment } from '#lib/domain/attachment.ts';
import { attachmentTargetName, documentKind, readSearch } from '#lib/schemas/attachments.ts';
import { readKeptFile, type StagedFile, stageFile } from './kept-files.ts';
import type { ReadDb, Store, WriteDb } from './store.ts';

/** Writes the bytes of a document beside their place (see stageFile). */
export function stageDocument(store: Store, bytes: Uint8Array): StagedFile {
  return stageFile(store, 'documents', bytes);
}

/** The bytes of a document. @throws where they are not those that were attached */
export function readDocument(store: Store, sha256: string): Buffer {
  const bytes = readKeptFile(store, 'documents', sha256);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new Error(`The document ${sha256} has been changed behind the program's back.`);
  }
  return bytes;
}

type Row = NonNullable<Awaited<ReturnType<ReadDb['attachment']['findUnique']>>>;

function toAttachment(row: Row): Attachment {
  const { removedAt, removedByName, removedReason } = row;
  return {
    id: row.id,
    sha256: row.sha256,
    name: row.name,
    kind: documentKind.parse(row.kind),
    bytes: row.bytes,
    target: attachmentTargetName.parse(row.target),
    periodId: row.periodId,
    fiscalYear: row.fiscalYear,
    account: row.accountNumber,
    committee: row.committeeCode,
    itemKey: row.itemKey,
    lineId: row.lineId,
    search: readSearch(row.suspicions),
    addedBy: row.addedBy,
    addedByName: row.addedByName,
    addedAt: row.addedAt,
    removed: removedAt === null ? null : { at: removedAt, byName: removedByName ?? '', reason: removedReason ?? '' },
    disposedAt: row.disposedAt,
  };
}

/** Notes an attachment. @returns its id */
export async function createAttachment(
  tx: WriteDb,
  { account, committee, search, removed: _, ...attachment }: Omit<Attachment, 'id'>,
): Promise<number> {
  const data = { ...attachment, accountNumber: account, committeeCode: committee, suspicions: JSON.stringify(search) };
  return (await tx.attachment.create({ data })).id;
}

/** Marks an attachment that is there as removed; its row and bytes stay. @returns whether it was there */
export async function markAttachmentRemoved(
  tx: WriteDb,
  id: number,
  removed: { at: string; byName: string; reason: string },
): Promise<boolean> {
  const { count } = await tx.attachment.updateMany({
    where: { id, removedAt: null, disposedAt: null },
    data: { removedAt: removed.at, removedByName: removed.byName, removedReason: removed.reason },
  });
  return count === 1;
}

export async function findAttachment(db: ReadDb, id: number): Promise<Attachment | null> {
  const row = await db.attachment.findUnique({ where: { id } });
  return row && toAttachment(row);
}

const OLDEST_FIRST = [{ addedAt: 'asc' as const }, { id: 'asc' as const }];

/** What is attached to an account in a period, removed ones too, and to its items in whatever period that was. */
export async function listAccountAttachments(
  db: ReadDb,
  periodId: string,
  account: string,
  itemKeys: readonly string[],
): Promise<Attachment[]> {
  const rows = await db.attachment.findMany({
    where: { OR: [{ periodId, accountNumber: account }, { itemKey: { in: [...itemKeys] } }] },
    orderBy: OLDEST_FIRST,
  });
  return rows.map(toAttachment);
}

/** How many documents there are on each account of a period, its findings and items included; removed ones left out. */
export async function countAttachments(db: ReadDb, periodId: string): Promise<Map<string, number>> {
  const rows = await db.attachment.groupBy({
    by: ['accountNumber'],
    where: { periodId, accountNumber: { not: null }, removedAt: null },
    _count: true,
  });
  return new Map(rows.map(({ accountNumber, _count }) => [accountNumber ?? '', _count]));
}

/** What is attached to the registers' lines of a fiscal year, removed ones too. */
export async function listLineAttachments(db: ReadDb, fiscalYear: number): Promise<Attachment[]> {
  const rows = await db.attachment.findMany({
    where: { fiscalYear, lineId: { not: null } },
    orderBy: OLDEST_FIRST,
  });
  return rows.map(toAttachment);
}

/** Whether the same bytes are attached to the same thing already. */
export async function hasTwin(
  db: ReadDb,
  { sha256, target, periodId, account, committee, itemKey, lineId }: Attachment | Omit<Attachment, 'id'>,
): Promise<boolean> {
  const where = { sha256, target, periodId, accountNumber: account, committeeCode: committee, itemKey, lineId };
  return (await db.attachment.count({ where: { ...where, removedAt: null, disposedAt: null } })) > 0;
}

/** The names of the documents that are on a period's accounts and on the year's register lines, oldest first. */
export async function listAttachmentNames(
  db: ReadDb | WriteDb,
  periodId: string,
  fiscalYear: number,
): Promise<{ name: string; account: string | null; committee: string | null; lineId: number | null }[]> {
  const rows = await db.attachment.findMany({
    where: { OR: [{ periodId }, { periodId: null, fiscalYear }], removedAt: null, disposedAt: null },
    select: { name: true, accountNumber: true, committeeCode: true, lineId: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ name, accountNumber, committeeCode, lineId }) => ({
    name,
    account: accountNumber,
    committee: committeeCode,
    lineId,
  }));
}
