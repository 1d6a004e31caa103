import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file or folder that cannot be written; the message is the system's reason. */
export class OutputError extends Error {}

/** What the file system refuses is told as such, not as a fault of the program. */
async function asOutput(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw new OutputError(error instanceof Error ? error.message : String(error));
  }
}

/** Makes the folder and those above it. @throws OutputError */
export function makeFolder(folder: string): Promise<void> {
  return asOutput(makeFolders(folder));
}

/** Step by step: Node's own `recursive` never returns where /proc refuses one. */
async function makeFolders(folder: string): Promise<void> {
  if ((await stat(folder).catch(() => null))?.isDirectory()) return;
  const parent = path.dirname(folder);
  if (parent !== folder) await makeFolders(parent);
  await mkdir(folder);
}

/** Puts a file in its place in one step, with the folders that it lies in; one that is there already as it is, is left. @throws OutputError */
export async function writeOutput(place: string, bytes: Uint8Array): Promise<void> {
  const there = await readFile(place).catch(() => null);
  if (there?.equals(bytes)) return;
  await makeFolder(path.dirname(place));
  const beside = `${place}.${randomUUID()}.part`;
  await asOutput(
    writeFile(beside, bytes)
      .then(() => rename(beside, place))
      .finally(() => rm(beside, { force: true })),
  );
}
