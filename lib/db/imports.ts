import type { Actor } from '#lib/domain/actor.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** What an import did with one file. */
export interface ImportedFile {
  kind: string;
  name: string;
  sha256: string;
  bytes: number;
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  kept: number;
}

export interface ImportRecord {
  id: number;
  /** ISO time, UTC */
  at: string;
  personName: string;
  periodId: string;
  /** The profiles by which its files were read; '' for columns chosen for it alone; null: by their own headings. */
  profile: string | null;
  /** When, by whom and why it was taken back; null: it stands. */
  undoneAt: string | null;
  undoneByName: string | null;
  undoneReason: string | null;
  files: ImportedFile[];
}

/** Notes an import in the history, with the profiles by which its files were read. @returns its id */
export async function createImport(
  tx: WriteDb,
  actor: Actor,
  at: string,
  periodId: string,
  files: ImportedFile[],
  profile: string | null,
): Promise<number> {
  const created = await tx.import.create({
    data: {
      at,
      personId: actor.personId,
      personName: actor.name,
      periodId,
      profile,
      files: { create: files.map((file, position) => ({ ...file, position })) },
    },
  });
  return created.id;
}

/** The history of imports, newest first, at most `most`. */
export async function listImportRecords(db: ReadDb, most: number): Promise<ImportRecord[]> {
  return db.import.findMany({
    orderBy: { id: 'desc' },
    take: most,
    include: { files: { orderBy: { position: 'asc' } } },
  });
}

/** When files last came into a period and were not taken back, ISO time, UTC; null: never. */
export async function findLastImportAt(db: ReadDb, periodId: string): Promise<string | null> {
  const last = await db.import.findFirst({ where: { periodId, undoneAt: null }, orderBy: { id: 'desc' } });
  return last?.at ?? null;
}

/** One file of an import; null where there is none. `disposedAt`: its bytes are gone since then. */
export async function findImportFile(
  db: ReadDb,
  importId: number,
  position: number,
): Promise<(ImportedFile & { disposedAt: string | null }) | null> {
  return db.importFile.findUnique({ where: { importId_position: { importId, position } } });
}

/** An import of the history; null where there is none. */
export async function findImportRecord(db: ReadDb | WriteDb, importId: number): Promise<ImportRecord | null> {
  return db.import.findUnique({ where: { id: importId }, include: { files: { orderBy: { position: 'asc' } } } });
}

/** Notes that an import was taken back. */
export async function noteUndone(
  tx: WriteDb,
  importId: number,
  { at, by, reason }: { at: string; by: string; reason: string },
): Promise<void> {
  await tx.import.update({ where: { id: importId }, data: { undoneAt: at, undoneByName: by, undoneReason: reason } });
}

/** The imports of a fiscal year after one of them, but for those that were taken back, newest first. */
export async function listLaterImports(db: ReadDb | WriteDb, importId: number, fiscalYear: number): Promise<number[]> {
  const rows = await db.import.findMany({
    where: { id: { gt: importId }, undoneAt: null, periodId: { startsWith: `${fiscalYear}-` } },
    select: { id: true },
    orderBy: { id: 'desc' },
  });
  return rows.map(({ id }) => id);
}

/** Of the imports after one, those that state the same sort of file for the same period anew, newest first. */
export async function listRestatingImports(
  db: ReadDb | WriteDb,
  { id, periodId, files }: ImportRecord,
): Promise<number[]> {
  const kinds = files.map(({ kind }) => kind);
  const rows = await db.import.findMany({
    where: { id: { gt: id }, undoneAt: null, periodId, files: { some: { kind: { in: kinds } } } },
    select: { id: true },
    orderBy: { id: 'desc' },
  });
  return rows.map((row) => row.id);
}
