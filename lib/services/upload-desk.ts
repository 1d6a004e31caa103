import { randomUUID } from 'node:crypto';
import type { ReceivedFile } from '#lib/db/received-files.ts';
import type { Store } from '#lib/db/store.ts';
import type { LargeReading } from '#lib/import/stream/types.ts';
import type { ImportKind, ParsedFile } from '#lib/import/types.ts';
import type { ImportRequest } from './import-request.ts';

/** A large file that somebody sent, and what it was read as. */
export interface Upload {
  id: string;
  personId: string;
  name: string;
  kind: ImportKind | 'auto';
  file: ReceivedFile;
  /** With which choices it was read, and what came of it. */
  read: { periodId: string; key: string; amounts: string | null; reading: LargeReading } | null;
  usedAt: number;
}

/** So many are held at once; what they were read as is in memory. */
export const MOST_UPLOADS = 6;
/** Untouched for so long, nobody waits for it any more. */
const FORGOTTEN_MS = 30 * 60_000;

interface Desk {
  uploads: Map<string, Upload>;
  /** The end of the reading that is under way: one at a time, so that their memory does not add up. */
  turn: Promise<unknown>;
}

/** Each bundle of the pages has its own copy of this module; the desk of a store is one. */
const shared = globalThis as typeof globalThis & { afstemtUploads?: WeakMap<Store, Desk> };
shared.afstemtUploads ??= new WeakMap();
const desks = shared.afstemtUploads;

function deskOf(store: Store): Desk {
  const desk = desks.get(store) ?? { uploads: new Map(), turn: Promise.resolve() };
  desks.set(store, desk);
  return desk;
}

/** Holds a file for who sent it. @returns null where too many are held: the file is discarded */
export async function holdUpload(
  store: Store,
  upload: Omit<Upload, 'id' | 'read' | 'usedAt'>,
  now = Date.now(),
): Promise<Upload | null> {
  const { uploads } = deskOf(store);
  for (const old of [...uploads.values()]) if (now - old.usedAt > FORGOTTEN_MS) await dropUpload(store, old);
  if (uploads.size >= MOST_UPLOADS) {
    await upload.file.discard();
    return null;
  }
  const held = { ...upload, id: randomUUID(), read: null, usedAt: now };
  uploads.set(held.id, held);
  return held;
}

/** The upload of that id if this person sent it; else null, as if there were none. */
export function findUpload(store: Store, personId: string, id: string): Upload | null {
  const upload = deskOf(store).uploads.get(id);
  if (!upload || upload.personId !== personId) return null;
  upload.usedAt = Date.now();
  return upload;
}

export async function dropUpload(store: Store, upload: Upload): Promise<void> {
  deskOf(store).uploads.delete(upload.id);
  await upload.file.discard();
}

/** Runs `work` once the readings before it have come to their end. */
export function inTurn<T>(store: Store, work: () => Promise<T>): Promise<T> {
  const desk = deskOf(store);
  const mine = desk.turn.then(work);
  desk.turn = mine.catch(() => undefined);
  return mine;
}

/** The uploads that a request names, each read with its choices; null where one is not there, or was read otherwise. */
export function takeUploads(
  store: Store,
  personId: string,
  { uploads = [], periodId, options }: Pick<ImportRequest, 'uploads' | 'periodId' | 'options'>,
): { upload: Upload; parsed: ParsedFile }[] | null {
  const taken = uploads.map((id) => {
    const upload = findUpload(store, personId, id);
    const read = upload?.read;
    if (!upload || !read || read.periodId !== periodId || read.amounts !== options.amounts) return null;
    return { upload, parsed: toParsed(upload, read.reading) };
  });
  return taken.every((one) => one !== null) ? taken : null;
}

function toParsed(
  { name, file }: Upload,
  { rows, lines, issues, ambiguous, headings, reading }: LargeReading,
): ParsedFile {
  const head = { name, sha256: file.sha256, size: file.size, issues, ambiguous, lost: [], headings };
  // Without headings nobody knows what it is.
  if (Object.keys(headings).length === 0) return { ...head, kind: null, rows: [] };
  return { ...head, kind: 'saldobalance', rows, lines, ...(reading === null ? {} : { reading }) };
}
