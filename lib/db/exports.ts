import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Store } from './store.ts';

/** What was rendered lies here for a day, so that work that was broken off goes on where it was. Nothing refers to it. */
const FOLDER = 'exports';
const DAY_MS = 24 * 60 * 60_000;
/** Nobody writes on one file for so long. */
const WRITTEN_MS = 60 * 60_000;

function placeOf(store: Pick<Store, 'folder'>, key: string): string {
  if (!/^[0-9a-f]{64}(?:\.json)?$/.test(key)) throw new Error(`No key of an export: ${key}`);
  return path.join(store.folder, FOLDER, key);
}

/** The bytes kept under `key`, a SHA-256 in hex; null where there are none. What is used stays for another day. */
export async function readExport(store: Pick<Store, 'folder'>, key: string, now = new Date()): Promise<Buffer | null> {
  const place = placeOf(store, key);
  try {
    await utimes(place, now, now);
    return await readFile(place);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Keeps the bytes under `key`, in one step: of two who do so at once, the later one's stay, and they are the same. */
export async function keepExport(store: Pick<Store, 'folder'>, key: string, bytes: Uint8Array): Promise<void> {
  const place = placeOf(store, key);
  const beside = `${place}.${randomUUID()}.part`;
  await mkdir(path.dirname(place), { recursive: true });
  try {
    // Flushed, so that a loss of power leaves no half of it under its name.
    await writeFile(beside, bytes, { mode: 0o600, flush: true });
    await rename(beside, place);
  } finally {
    await rm(beside, { force: true });
  }
}

/** Removes what nobody has used for a day. */
export async function removeOldExports(store: Pick<Store, 'folder'>, now = Date.now()): Promise<void> {
  const folder = path.join(store.folder, FOLDER);
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const name of names) {
    const place = path.join(folder, name);
    const found = await stat(place).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    const age = found === null ? 0 : now - found.mtimeMs;
    if (age > (name.endsWith('.part') ? WRITTEN_MS : DAY_MS)) await rm(place, { force: true });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
