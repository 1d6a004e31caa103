import { findImportFile, type ImportRecord, listImportRecords } from '#lib/db/imports.ts';
import { readRawFile } from '#lib/db/raw-files.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import type { Context } from './context.ts';

/** More than a municipality makes in a century. */
const ALL = 100_000;

/** The history of imports, newest first, at most `most`. */
export async function listImports({ store, actor }: Context, most = ALL): Promise<ImportRecord[]> {
  if (!may(actor, 'seeImports', EVERYWHERE)) return [];
  return listImportRecords(store.read, most);
}

/** The raw bytes of a file as it was imported; null where there is no such file. */
export async function getImportedFile(
  { store, actor }: Context,
  importId: number,
  position: number,
): Promise<{ name: string; bytes: Buffer } | null> {
  if (!may(actor, 'seeImports', EVERYWHERE)) return null;
  const file = await findImportFile(store.read, importId, position);
  return file ? { name: file.name, bytes: readRawFile(store, file.sha256) } : null;
}
