import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { isOtherRunning } from '#lib/config/running-process.ts';
import { IMPORT_KINDS } from '#lib/import/types.ts';
import { type DroppedFile, OWN_FOLDERS } from './find-drops.ts';

const CLAIM = 'claim.json';
/** A claim so old belongs to no process any more, whatever has its id now. */
const OLDEST_MS = 24 * 60 * 60_000;

const claimSchema = z.object({
  /** ISO time, UTC */
  at: z.string(),
  process: z.number(),
  /** null: none of the files' names tells. */
  periodId: z.string().nullable(),
  files: z.array(
    z.object({
      place: z.string(),
      kind: z.enum(['auto', ...IMPORT_KINDS]),
      profile: z.string().nullable(),
    }),
  ),
});

/** Files that were taken out of the drop folder together, to be imported together. */
export interface Claim extends z.infer<typeof claimSchema> {
  /** Names the load's folder, wherever it is. */
  id: string;
}

/** Where a claim's folder is: under work, done or failed. */
export function folderOf(drop: string, where: keyof typeof OWN_FOLDERS, id: string): string {
  return path.join(drop, OWN_FOLDERS[where], id);
}

/**
 * Takes files out of the drop folder, so that nobody takes them twice: first it is written down which, then they are
 * moved. Where that is broken off, findClaims() finds what is left to be moved.
 */
export async function claimFiles(
  drop: string,
  periodId: string | null,
  files: readonly DroppedFile[],
  now = new Date(),
): Promise<Claim> {
  const at = now.toISOString();
  const id = `${at.slice(0, 19).replaceAll(':', '')}-${randomBytes(3).toString('hex')}`;
  const written = files.map(({ place, kind, profile }) => ({ place, kind, profile }));
  const claim: Claim = { id, at, process: process.pid, periodId, files: written };
  const folder = folderOf(drop, 'working', id);
  await mkdir(folder, { recursive: true });
  await writeClaim(folder, claim);
  await moveIn(drop, claim);
  return claim;
}

async function writeClaim(folder: string, { id: _, ...content }: Claim): Promise<void> {
  const part = path.join(folder, `${CLAIM}.part`);
  const handle = await open(part, 'w');
  try {
    await handle.writeFile(JSON.stringify(content, null, 1));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, path.join(folder, CLAIM));
}

async function moveIn(drop: string, { id, files }: Claim): Promise<void> {
  for (const { place } of files) {
    const target = path.join(folderOf(drop, 'working', id), place);
    const source = path.join(drop, place);
    if (existsSync(target) || !existsSync(source)) continue;
    await mkdir(path.dirname(target), { recursive: true });
    await rename(source, target);
  }
}

/** The claims that processes have left behind that are no more, whole again. */
export async function findClaims(drop: string, now = Date.now()): Promise<Claim[]> {
  const working = path.join(drop, OWN_FOLDERS.working);
  const claims: Claim[] = [];
  for (const id of existsSync(working) ? (await readdir(working)).sort() : []) {
    const file = path.join(working, id, CLAIM);
    if (!existsSync(file)) {
      // Nothing was moved yet, and the folder holds at most the beginning of that file.
      await rm(path.join(working, id), { recursive: true });
      continue;
    }
    const content = claimSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    const isOld = now - Date.parse(content.at) > OLDEST_MS;
    if (isOtherRunning(content.process) && !isOld) continue;
    const claim = { ...content, id, process: process.pid };
    await writeClaim(path.join(working, id), claim);
    await moveIn(drop, claim);
    claims.push(claim);
  }
  return claims;
}
