import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { isOtherRunning } from '#lib/config/running-process.ts';
import { IMPORT_KINDS } from '#lib/import/types.ts';
import { type DroppedFile, OWN_FOLDERS } from './find-drops.ts';

const CLAIM = 'claim.json';
/** A claim so old belongs to no process any more, whatever has its id now. */
const OLDEST_MS = 24 * 60 * 60_000;

/** What findDrops() can have found: a name, or a folder and a name. Who can write here shall reach no file elsewhere. */
function isInside(place: string): boolean {
  const parts = place.split(path.sep);
  return (
    parts.length <= 2 && parts.every((part) => part !== '' && !part.startsWith('.') && path.basename(part) === part)
  );
}

const claimSchema = z.object({
  /** ISO time, UTC */
  at: z.string(),
  process: z.number(),
  /** null: none of the files' names tells. */
  periodId: z.string().nullable(),
  files: z.array(
    z.object({
      place: z.string().refine(isInside),
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
    // A link could lead to any file of this machine.
    if (!(await lstat(source)).isFile()) continue;
    await mkdir(path.dirname(target), { recursive: true });
    await rename(source, target);
  }
}

/**
 * The claims that processes have left behind that are no more, whole again. What else lies there is nobody's claim, and
 * is left alone: it keeps no file from being imported.
 */
export async function findClaims(drop: string, now = Date.now()): Promise<Claim[]> {
  const working = path.join(drop, OWN_FOLDERS.working);
  const entries = existsSync(working) ? await readdir(working, { withFileTypes: true }) : [];
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const claims: Claim[] = [];
  for (const id of folders.sort()) {
    const content = await readClaim(path.join(working, id));
    if (content === null) continue;
    const isOld = now - Date.parse(content.at) > OLDEST_MS;
    if (isOtherRunning(content.process) && !isOld) continue;
    const claim = { ...content, id, process: process.pid };
    await writeClaim(path.join(working, id), claim);
    await moveIn(drop, claim);
    claims.push(claim);
  }
  return claims;
}

/** What a folder says that it is a claim of; null: it is none. */
async function readClaim(folder: string): Promise<z.infer<typeof claimSchema> | null> {
  const names = await readdir(folder);
  if (!names.includes(CLAIM)) {
    // Nothing was moved yet where it holds at most the beginning of that file.
    if (names.every((name) => name === `${CLAIM}.part`)) await rm(folder, { recursive: true });
    return null;
  }
  const file = path.join(folder, CLAIM);
  return (await lstat(file)).isFile() ? parseClaim(await readFile(file, 'utf8')) : null;
}

function parseClaim(text: string): z.infer<typeof claimSchema> | null {
  try {
    return claimSchema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
