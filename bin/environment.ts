import path from 'node:path';
import { COMMAND_LINE } from '#lib/auth/people.ts';
import { readEnvironment } from '#lib/config/environment.ts';
import { openStore } from '#lib/db/store.ts';
import type { Context } from '#lib/services/context.ts';

/** Where the command was called; paths in its arguments are relative to this. */
const CALLED_FROM = process.cwd();

export function resolvePath(file: string): string {
  return path.resolve(CALLED_FROM, file);
}

/** Runs `work` on the installation's store, made and migrated where needed, and closes it. Never loads the demo. */
export async function withContext<T>(work: (context: Context) => Promise<T>): Promise<T> {
  const store = openStore(readEnvironment().dataFolder, process.env.AFSTEMT_ROOT ?? CALLED_FROM);
  try {
    return await work({ store, actor: COMMAND_LINE });
  } finally {
    await store.close();
  }
}
