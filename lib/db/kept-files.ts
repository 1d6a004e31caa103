import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { Store } from './store.ts';

/** Where files are kept under their SHA-256: imported ones, documents, and the versions of reports with their files. */
export const KEPT_FOLDERS = ['files', 'documents', 'reports'] as const;
export type KeptFolder = (typeof KEPT_FOLDERS)[number];

/** A file that lies ready beside its place; nobody finds it there until it is kept. */
export interface StagedFile {
  sha256: string;
  keep(): void;
  discard(): void;
}

export function placeOfFile(store: Store, folder: KeptFolder, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`No SHA-256: ${sha256}`);
  return path.join(store.folder, folder, sha256);
}

/**
 * Writes the bytes beside their place under their SHA-256, flushed to disk; bytes that are kept already are not written
 * again. `keep` puts them there in one step, just before the transaction that names them commits; a kill in between
 * leaves a file that nothing names, never the reverse.
 */
export function stageFile(store: Store, folder: KeptFolder, bytes: Uint8Array): StagedFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const place = placeOfFile(store, folder, sha256);
  const staged = `${place}.${randomUUID()}.part`;
  if (!existsSync(place)) write(staged, bytes);
  return {
    sha256,
    keep: () => {
      if (existsSync(place)) return;
      // What was kept already can have been disposed of since.
      if (!existsSync(staged)) write(staged, bytes);
      renameSync(staged, place);
    },
    discard: () => rmSync(staged, { force: true }),
  };
}

function write(staged: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(staged), { recursive: true });
  const handle = openSync(staged, 'wx');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The bytes of a kept file. */
export function readKeptFile(store: Store, folder: KeptFolder, sha256: string): Buffer {
  return readFileSync(placeOfFile(store, folder, sha256));
}
