import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { COMMAND_LINE } from '#lib/auth/people.ts';
import { openStore } from '#lib/db/store.ts';
import type { InputFile } from '#lib/import/types.ts';
import type { Context } from '#lib/services/context.ts';
import { storeImport } from '#lib/services/store-import.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');
const DEMO_FOLDER = path.join(ROOT, 'prisma/demo');

/** Gives `work` a folder of its own and removes it afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'afstemt-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives `work` an empty installation of its own. */
export async function withEmptyStore<T>(work: (context: Context) => Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    const store = openStore(folder, ROOT);
    try {
      return await work({ store, actor: COMMAND_LINE });
    } finally {
      await store.close();
    }
  });
}

/** The reference case's files whose names begin with one of `stems`; all of them without any. */
export function demoFiles(...stems: string[]): InputFile[] {
  return readdirSync(DEMO_FOLDER)
    .filter((name) => name.endsWith('.csv') && (stems.length === 0 || stems.some((stem) => name.startsWith(stem))))
    .map((name) => ({ name, bytes: readFileSync(path.join(DEMO_FOLDER, name)), kind: 'auto' }));
}

/**
 * Imports the files into a period by the use case of the pages.
 * @throws where they are refused
 */
export async function importAll(context: Context, files: InputFile[], periodId = '2023-12'): Promise<void> {
  const request = { files, periodId, options: { amounts: null, overwrite: false } };
  const result = await storeImport(context, request, null);
  if (!result.ok || result.value.importId === null) throw new Error('The files of the bench were refused.');
}
