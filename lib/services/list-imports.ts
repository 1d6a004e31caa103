import { findImportFile, type ImportRecord, listImportRecords } from '#lib/db/imports.ts';
import { readRawFile } from '#lib/db/raw-files.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import type { Context } from './context.ts';
import { logReading } from './log-reading.ts';

/** More than a municipality makes in a century. */
const ALL = 100_000;

/** The history of imports, newest first, at most `most`; null for who may not see it. */
export async function listImports({ store, actor }: Context, most = ALL): Promise<ImportRecord[] | null> {
  if (!may(actor, 'seeImports', EVERYWHERE)) return null;
  return listImportRecords(store.read, most);
}

/** The raw bytes of a file as it was imported; null where there is no such file, or it was disposed of. */
export async function getImportedFile(
  context: Context,
  importId: number,
  position: number,
): Promise<{ name: string; bytes: Buffer } | null> {
  const { store, actor } = context;
  if (!may(actor, 'seeImports', EVERYWHERE)) return null;
  const file = await findImportFile(store.read, importId, position);
  if (!file || file.disposedAt !== null) return null;
  const { name, sha256 } = file;
  const bytes = readRawFile(store, sha256);
  const what = { name, sha256, bytes: bytes.length };
  await logReading(context, 'seeImports', {
    action: 'export',
    subject: 'import',
    subjectId: String(importId),
    periodId: null,
    what,
  });
  return { name, bytes };
}
