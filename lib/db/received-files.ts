import { createHash, randomUUID } from 'node:crypto';
import { constants, copyFileSync, existsSync, linkSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile, link, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { isOtherRunning } from '#lib/config/running-process.ts';
import { KEPT_FOLDERS, placeOfFile, type StagedFile } from './kept-files.ts';
import type { Store } from './store.ts';

/** What comes in lies here until it is imported or nobody wants it any more; nothing else refers to it. */
const FOLDER = 'uploads';

/** A file that came in and is not kept yet. */
export interface ReceivedFile {
  path: string;
  sha256: string;
  /** In bytes. */
  size: number;
  discard(): Promise<void>;
}

/** More came than is taken. Nothing of it is left. */
export class ReceivedTooLarge extends Error {}

/**
 * Writes what comes to a file of its own, and takes its SHA-256 on the way; what is broken off leaves nothing. The name
 * tells which process made it (see removeReceivedFiles).
 * @param most in bytes
 * @throws ReceivedTooLarge
 */
export async function receiveFile(
  store: Pick<Store, 'folder'>,
  pieces: AsyncIterable<Uint8Array>,
  most: number,
): Promise<ReceivedFile> {
  const folder = path.join(store.folder, FOLDER);
  await mkdir(folder, { recursive: true });
  const place = path.join(folder, `${process.pid}.${randomUUID()}.part`);
  const discard = () => rm(place, { force: true });
  const hash = createHash('sha256');
  const handle = await open(place, 'wx');
  let size = 0;
  try {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > most) throw new ReceivedTooLarge();
      hash.update(piece);
      for (let at = 0; at < piece.length; ) at += (await handle.write(piece, at)).bytesWritten;
    }
    await handle.sync();
  } catch (error) {
    await handle.close();
    await discard();
    throw error;
  }
  await handle.close();
  return { path: place, sha256: hash.digest('hex'), size, discard };
}

/** Puts a received file beside the place where imported files are kept, without reading it again where the disk can. */
export async function stageReceived(store: Store, { path: source, sha256 }: ReceivedFile): Promise<StagedFile> {
  const place = placeOfFile(store, 'files', sha256);
  const staged = `${place}.${randomUUID()}.part`;
  await mkdir(path.dirname(place), { recursive: true });
  try {
    await link(source, staged);
  } catch {
    // A disk without links.
    await copyFile(source, staged, constants.COPYFILE_FICLONE);
  }
  return {
    sha256,
    keep: () => {
      if (existsSync(place)) return;
      if (!existsSync(staged)) putAgain(source, staged);
      renameSync(staged, place);
    },
    discard: () => rmSync(staged, { force: true }),
  };
}

function putAgain(source: string, staged: string): void {
  try {
    linkSync(source, staged);
  } catch {
    copyFileSync(source, staged);
  }
}

/** Removes what processes that are no more have received or staged and not kept. To be called at a start. */
export function removeReceivedFiles(store: Pick<Store, 'folder'>): void {
  const uploads = path.join(store.folder, FOLDER);
  for (const name of existsSync(uploads) ? readdirSync(uploads) : []) {
    if (!isOtherRunning(Number(name.split('.')[0]))) rmSync(path.join(uploads, name), { force: true });
  }
  for (const folder of KEPT_FOLDERS) {
    const kept = path.join(store.folder, folder);
    // A running import that misses its staged file writes it again (see stageFile).
    for (const name of existsSync(kept) ? readdirSync(kept) : [])
      if (name.endsWith('.part')) rmSync(path.join(kept, name), { force: true });
  }
}
