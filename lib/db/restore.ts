import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { extract } from 'tar-stream';
import { z } from 'zod';
import { besideName, DATABASE, MANIFEST, type Manifest, MEMBER_NAME, SEAL_BYTES, syncFolder } from './backup.ts';

/** Why a backup was not put in place. What was there is as it was. */
export class RestoreError extends Error {
  readonly code:
    | 'not-readable'
    | 'damaged'
    | 'not-a-backup'
    | 'bad-member'
    | 'member-missing'
    | 'member-changed'
    | 'newer'
    | 'trail-broken'
    | 'not-empty'
    | 'in-use'
    | 'not-writable';
  /** The member, the folder or the reason that it is about. */
  readonly detail: string;
  constructor(code: RestoreError['code'], detail = '') {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const manifestSchema = z.strictObject({
  format: z.literal(1),
  program: z.string(),
  at: z.string(),
  demo: z.boolean(),
  head: z.strictObject({ id: z.number().int().min(0), hash: sha256, at: z.string() }),
  members: z.array(z.strictObject({ name: z.string().regex(MEMBER_NAME), bytes: z.number().int().min(0), sha256 })),
});

/** A whole manifest; larger is none of ours. */
const LARGEST_MANIFEST = 64 * 1024 * 1024;

/** A folder in which every member lies as the backup has it, to be put in place or discarded. */
export interface StagedData {
  folder: string;
  manifest: Manifest;
  /** Puts it in place in one step; what was there is moved aside. @returns where to, or null where nothing was */
  place(): Promise<string | null>;
  discard(): Promise<void>;
}

/**
 * Reads a backup into a folder beside `target`, with every byte checked. Nothing is put in place yet.
 * @throws RestoreError where a byte is not as it was written, or the target may not be replaced
 */
export async function stageBackup(file: string, target: string, overwrites: boolean): Promise<StagedData> {
  await refuseTarget(target, overwrites);
  await checkSeal(file);
  await mkdir(path.dirname(target), { recursive: true }).catch(refuseFolder);
  const folder = await mkdtemp(`${target}.restore-`).catch(refuseFolder);
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    const manifest = await unpack(file, folder);
    return { folder, manifest, discard, place: () => placeFolder(folder, target, overwrites) };
  } catch (error) {
    await discard();
    throw error;
  }
}

function refuseFolder(error: unknown): never {
  throw new RestoreError('not-writable', error instanceof Error ? error.message : String(error));
}

async function refuseTarget(target: string, overwrites: boolean): Promise<void> {
  const there = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[];
    throw new RestoreError('not-writable', error.message);
  });
  if (there.length === 0) return;
  if (!overwrites) throw new RestoreError('not-empty', target);
  if (there.includes(DATABASE) && isInUse(path.join(target, DATABASE))) throw new RestoreError('in-use', target);
}

/** Whether another process has the database open: in WAL mode everyone who does holds a lock that this one asks for. */
function isInUse(file: string): boolean {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { timeout: 200, fileMustExist: true });
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE; ROLLBACK');
    return false;
  } catch (error) {
    // What is no database is in nobody's use.
    return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
  } finally {
    db?.close();
  }
}

/** The seal covers every byte of the archive: one that is flipped, lost or added anywhere is found here. */
async function checkSeal(file: string): Promise<void> {
  const size = (await stat(file).catch(refuseFile)).size;
  if (size <= SEAL_BYTES) throw new RestoreError('damaged', file);
  const handle = await open(file);
  const seal = Buffer.alloc(SEAL_BYTES);
  await handle.read(seal, 0, SEAL_BYTES, size - SEAL_BYTES).finally(() => handle.close());
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { end: size - SEAL_BYTES - 1 })) hash.update(chunk);
  if (seal.toString('latin1') !== `${hash.digest('hex')}\n`) throw new RestoreError('damaged', file);
}

function refuseFile(error: unknown): never {
  throw new RestoreError('not-readable', error instanceof Error ? error.message : String(error));
}

/** Unpacks the members that the manifest names, each once and as it says. */
async function unpack(file: string, folder: string): Promise<Manifest> {
  const { size } = await stat(file);
  const tar = extract();
  const source = createReadStream(file, { end: size - SEAL_BYTES - 1 });
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  const found: Manifest[] = [];
  const left = new Map<string, Manifest['members'][number]>();
  try {
    for await (const entry of tar) {
      const { name } = entry.header;
      if (entry.header.type !== 'file') throw new RestoreError('bad-member', name);
      const [manifest] = found;
      if (manifest === undefined) {
        const read = await readManifest(name, chunksOf(entry));
        found.push(read);
        for (const member of read.members) {
          if (left.has(member.name)) throw new RestoreError('bad-member', member.name);
          left.set(member.name, member);
        }
        continue;
      }
      const member = left.get(name);
      if (member === undefined) throw new RestoreError('bad-member', name);
      left.delete(name);
      await writeMember(chunksOf(entry), path.join(folder, name), member);
    }
  } catch (error) {
    if (error instanceof RestoreError) throw error;
    throw new RestoreError('not-a-backup', error instanceof Error ? error.message : String(error));
  } finally {
    source.destroy();
  }
  const [manifest] = found;
  if (manifest === undefined) throw new RestoreError('not-a-backup', file);
  const [missing] = left.keys();
  if (missing !== undefined) throw new RestoreError('member-missing', missing);
  if (!manifest.members.some(({ name }) => name === DATABASE)) throw new RestoreError('member-missing', DATABASE);
  return manifest;
}

async function* chunksOf(entry: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const chunk of entry) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A member came in something else than bytes.');
    yield chunk;
  }
}

async function readManifest(name: string, chunks: AsyncGenerator<Buffer>): Promise<Manifest> {
  if (name !== MANIFEST) throw new RestoreError('not-a-backup', name);
  const read: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > LARGEST_MANIFEST) throw new RestoreError('not-a-backup', name);
    read.push(chunk);
  }
  const parsed = manifestSchema.safeParse(JSON.parse(Buffer.concat(read).toString('utf8')));
  if (parsed.success) return parsed.data;
  throw new RestoreError('bad-member', name);
}

async function writeMember(
  chunks: AsyncGenerator<Buffer>,
  place: string,
  { name, bytes, sha256: expected }: Manifest['members'][number],
): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true });
  const hash = createHash('sha256');
  let count = 0;
  const counted = async function* () {
    for await (const chunk of chunks) {
      hash.update(chunk);
      count += chunk.length;
      yield chunk;
    }
  };
  await pipeline(counted, createWriteStream(place, { flags: 'wx', mode: 0o600, flush: true }));
  const found = hash.digest('hex');
  const isNamedSo = !name.includes('/') || path.basename(name) === found;
  if (count !== bytes || found !== expected || !isNamedSo) throw new RestoreError('member-changed', name);
}

async function placeFolder(folder: string, target: string, overwrites: boolean): Promise<string | null> {
  // Somebody may have come in the meantime.
  await refuseTarget(target, overwrites);
  try {
    const aside = await moveAside(target);
    await rename(folder, target);
    await syncFolder(path.dirname(target));
    return aside;
  } catch (error) {
    return refuseFolder(error);
  }
}

async function moveAside(target: string): Promise<string | null> {
  const there = await readdir(target).catch(() => null);
  if (there === null) return null;
  if (there.length === 0) {
    await rmdir(target);
    return null;
  }
  const aside = besideName(target, 'before-restore');
  await rename(target, aside);
  return aside;
}

/** Takes from a restored database what must not live on: whoever was signed in then, and links that were not used. */
export function dropSessions(folder: string): void {
  const db = new Database(path.join(folder, DATABASE));
  try {
    for (const table of ['Session', 'Verification', 'OneTimeLink']) db.exec(`DELETE FROM "${table}"`);
  } finally {
    db.close();
  }
}

/** Whether the database is whole by its own checks. */
export function isWhole(folder: string): boolean {
  const db = new Database(path.join(folder, DATABASE), { readonly: true });
  try {
    const broken = db.pragma('foreign_key_check');
    return db.pragma('integrity_check', { simple: true }) === 'ok' && Array.isArray(broken) && broken.length === 0;
  } catch {
    return false;
  } finally {
    db.close();
  }
}

/** The files that the restored database names and the backup did not bring. */
export async function listMissingFiles(folder: string): Promise<string[]> {
  const db = new Database(path.join(folder, DATABASE), { readonly: true });
  try {
    const named = db
      .prepare(
        `SELECT 'files/' || "sha256" FROM "ImportFile" WHERE "disposedAt" IS NULL
         UNION SELECT 'documents/' || "sha256" FROM "Attachment" WHERE "disposedAt" IS NULL`,
      )
      .pluck()
      .all() as string[];
    const found = await Promise.all(named.map((name) => stat(path.join(folder, name)).catch(() => null)));
    return named.filter((_, index) => found[index] === null);
  } finally {
    db.close();
  }
}
