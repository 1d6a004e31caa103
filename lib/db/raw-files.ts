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

/** A raw file that lies ready beside its place; nobody finds it there until it is kept. */
export interface StagedFile {
  keep(): void;
  discard(): void;
}

function placeOf(store: Store, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`No SHA-256: ${sha256}`);
  return path.join(store.folder, 'files', sha256);
}

/**
 * Writes the bytes beside their place under their SHA-256, flushed to disk. `keep` puts them there in one step, just
 * before the transaction that names them commits; a kill in between leaves a file that nothing names, never the reverse.
 */
export function stageRawFile(store: Store, bytes: Uint8Array): StagedFile & { sha256: string } {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const place = placeOf(store, sha256);
  const known = existsSync(place);
  const staged = `${place}.${randomUUID()}.part`;
  if (!known) {
    mkdirSync(path.dirname(place), { recursive: true });
    const handle = openSync(staged, 'wx');
    try {
      writeSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
  return {
    sha256,
    keep: () => {
      if (!known) renameSync(staged, place);
    },
    discard: () => rmSync(staged, { force: true }),
  };
}

/** The bytes of an imported file. */
export function readRawFile(store: Store, sha256: string): Buffer {
  return readFileSync(placeOf(store, sha256));
}
