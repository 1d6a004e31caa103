import { readKeptFile, type StagedFile, stageFile } from './kept-files.ts';
import type { Store } from './store.ts';

export type { StagedFile };

/** Writes the bytes of an imported file beside their place (see stageFile). */
export function stageRawFile(store: Store, bytes: Uint8Array): StagedFile {
  return stageFile(store, 'files', bytes);
}

/** The bytes of an imported file. */
export function readRawFile(store: Store, sha256: string): Buffer {
  return readKeptFile(store, 'files', sha256);
}
