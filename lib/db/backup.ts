import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { type Pack, pack } from 'tar-stream';
import type { TrailHead } from './verify-trail.ts';

/** What a backup's first member says of the others. */
export interface Manifest {
  format: 1;
  /** Version of the program that made it. */
  program: string;
  /** ISO time, UTC */
  at: string;
  demo: boolean;
  /** The end of the trail that it holds. */
  head: TrailHead;
  members: { name: string; bytes: number; sha256: string }[];
}

export const MANIFEST = 'manifest.json';
export const DATABASE = 'afstemt.db';
/** The key by which the installation signs and encrypts; without it nobody's second factor works in what is restored. */
const SECRET = 'secret';

/** What a member can be called: nothing that leads out of the folder. */
export const MEMBER_NAME = /^(?:afstemt\.db|secret|(?:files|documents|reports)\/[0-9a-f]{64})$/;

/** Bytes of the seal at the end: SHA-256, in hex, of all bytes before it, and a line end. Programs that read tar pass over it. */
export const SEAL_BYTES = 65;

/** A file that the database names is not there, or is not what was kept. Nothing is left of the backup. */
export class BackupError extends Error {
  readonly code: 'file-missing' | 'file-changed';
  readonly member: string;
  constructor(code: BackupError['code'], member: string) {
    super(`${code}: ${member}`);
    this.code = code;
    this.member = member;
  }
}

/** One time of all members and nobody's name: the same data gives the same bytes. */
const UNDATED = new Date(0);

/**
 * Writes all data of the folder into one tar file while others work: the database as it is at one moment, then the
 * files that this copy names. The file is put in its place in one step, when it is whole and on the disk.
 * @throws BackupError, or what the file system says
 */
export async function writeBackup(folder: string, file: string, program: string, at: string): Promise<Manifest> {
  const beside = await mkdtemp(`${file}.`);
  const part = path.join(beside, 'backup.tar');
  try {
    const copy = path.join(beside, DATABASE);
    const { names, ...facts } = await copyDatabase(folder, copy);
    const sources = new Map([
      [DATABASE, copy],
      ...names.map((name): [string, string] => [name, path.join(folder, name)]),
    ]);
    const members: Manifest['members'] = [];
    for (const [name, source] of sources) members.push({ name, ...(await measure(name, source)) });
    const manifest: Manifest = { format: 1, program, at, ...facts, members };
    await writeTar(part, manifest, sources);
    await rename(part, file);
    await syncFolder(path.dirname(file));
    return manifest;
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Copies the database as it is at one moment, and reads from the copy which files belong to it. */
async function copyDatabase(
  folder: string,
  copy: string,
): Promise<{ demo: boolean; head: TrailHead; names: string[] }> {
  const source = new Database(path.join(folder, DATABASE), { readonly: true, fileMustExist: true, timeout: 15_000 });
  try {
    // All pages in one step: a copy in steps begins again whenever somebody writes in between.
    await source.backup(copy, { progress: () => 0x7fffffff });
  } finally {
    source.close();
  }
  const db = new Database(copy);
  try {
    db.pragma('journal_mode = DELETE');
    const demo = db.prepare('SELECT "demo" FROM "Store"').pluck().get() === 1;
    const newest = db.prepare('SELECT "id", "hash", "at" FROM "AuditEvent" ORDER BY "id" DESC LIMIT 1').get();
    const named = db
      .prepare(
        `SELECT 'files/' || "sha256" FROM "ImportFile" WHERE "disposedAt" IS NULL
         UNION SELECT 'documents/' || "sha256" FROM "Attachment" WHERE "disposedAt" IS NULL
         UNION SELECT 'reports/' || "modelSha256" FROM "ReportVersion"
         UNION SELECT 'reports/' || "sha256" FROM "ReportFile" ORDER BY 1`,
      )
      .pluck()
      .all() as string[];
    const secret = existsSync(path.join(folder, SECRET)) ? [SECRET] : [];
    const head = (newest as TrailHead | undefined) ?? { id: 0, hash: '0'.repeat(64), at: '' };
    return { demo, head, names: [...secret, ...named] };
  } finally {
    db.close();
  }
}

async function measure(name: string, source: string): Promise<{ bytes: number; sha256: string }> {
  const known = await stat(source).catch(() => null);
  if (known === null) throw new BackupError('file-missing', name);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(source)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  const sha256 = hash.digest('hex');
  if (name.includes('/') && path.basename(name) !== sha256) throw new BackupError('file-changed', name);
  return { bytes, sha256 };
}

/** Manifest and members as tar, then the seal. */
async function writeTar(part: string, manifest: Manifest, sources: ReadonlyMap<string, string>): Promise<void> {
  const tar = pack();
  const hash = createHash('sha256');
  const seal = new Transform({
    transform: (chunk: Buffer, _encoding, pass) => {
      hash.update(chunk);
      pass(null, chunk);
    },
    flush: (pass) => pass(null, `${hash.digest('hex')}\n`),
  });
  const written = pipeline(tar, seal, createWriteStream(part, { flags: 'wx', mode: 0o600 }));
  const fed = feed(tar, manifest, sources).catch((error: unknown) => {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  });
  await Promise.all([fed, written]);
  const handle = await open(part);
  await handle.sync();
  await handle.close();
}

async function feed(tar: Pack, manifest: Manifest, sources: ReadonlyMap<string, string>): Promise<void> {
  const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  const head = { mtime: UNDATED, mode: 0o600 };
  tar.entry({ ...head, name: MANIFEST, size: text.length }, text);
  for (const { name, bytes } of manifest.members) {
    const source = sources.get(name);
    if (source === undefined) throw new Error(`No member ${name}.`);
    const entry = tar.entry({ ...head, name, size: bytes });
    createReadStream(source).pipe(entry);
    await finished(entry);
  }
  tar.finalize();
}

/** Makes a rename in the folder last through a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

/** A name beside `place` that nothing has. */
export function besideName(place: string, word: string): string {
  return `${place}.${word}-${randomUUID().slice(0, 8)}`;
}
