import { createInflateRaw } from 'node:zlib';

/** Why a workbook cannot be read: the code of the issue. */
export type XlsxFault = 'xlsx-no-workbook' | 'xlsx-broken' | 'xlsx-encrypted' | 'xlsx-too-large' | 'xls-old';

export class XlsxError extends Error {
  readonly fault: XlsxFault;
  constructor(fault: XlsxFault) {
    super(fault);
    this.fault = fault;
  }
}

interface Entry {
  method: number;
  encrypted: boolean;
  /** Where the local header begins. */
  offset: number;
  compressedSize: number;
}

/** A zip archive, and how many bytes may still be unpacked from it. */
export interface Archive {
  bytes: Uint8Array;
  view: DataView;
  entries: Map<string, Entry>;
  budget: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_COMMENT = 65_557;
const IN_ZIP64_FIELD = 0xffffffff;

/**
 * Reads an archive's directory. `budget` caps the bytes that are really unpacked, all entries together: the sizes that
 * an archive declares can lie.
 */
export function openArchive(bytes: Uint8Array, budget: number): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  try {
    const end = findEndOfDirectory(view);
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new XlsxError('xlsx-broken');
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      entries.set(name.replaceAll('\\', '/'), {
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        ...readSizes(view, at, at + 46 + nameLength, extraLength),
      });
      at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    }
  } catch (error) {
    throw error instanceof RangeError ? new XlsxError('xlsx-broken') : error;
  }
  return { bytes, view, entries, budget };
}

function findEndOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - LONGEST_COMMENT);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new XlsxError('xlsx-broken');
}

/** Size and place of an entry, from its zip64 field where the directory says that they are there. */
function readSizes(view: DataView, at: number, extraAt: number, extraLength: number) {
  let compressedSize = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  const unpackedIsThere = view.getUint32(at + 24, true) === IN_ZIP64_FIELD;
  for (let field = extraAt; field + 4 <= extraAt + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4 + (unpackedIsThere ? 8 : 0);
    if (compressedSize === IN_ZIP64_FIELD) {
      compressedSize = Number(view.getBigUint64(value, true));
      value += 8;
    }
    if (offset === IN_ZIP64_FIELD) offset = Number(view.getBigUint64(value, true));
  }
  return { compressedSize, offset };
}

/** The unpacked bytes of an entry, piece by piece; nothing where there is no such entry. */
export async function* unpack(archive: Archive, name: string): AsyncGenerator<Uint8Array> {
  const entry = archive.entries.get(name);
  if (!entry) return;
  if (entry.encrypted) throw new XlsxError('xlsx-encrypted');
  const { view } = archive;
  if (entry.offset + 30 > view.byteLength || view.getUint32(entry.offset, true) !== LOCAL_HEADER) {
    throw new XlsxError('xlsx-broken');
  }
  const names = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const start = entry.offset + 30 + names;
  const packed = archive.bytes.subarray(start, start + entry.compressedSize);
  if (packed.length < entry.compressedSize) throw new XlsxError('xlsx-broken');
  if (entry.method === 0) {
    spend(archive, packed.length);
    yield packed;
    return;
  }
  if (entry.method !== 8) throw new XlsxError('xlsx-broken');
  const inflate = createInflateRaw({ chunkSize: 65_536 });
  inflate.end(packed);
  try {
    for await (const piece of inflate) {
      spend(archive, piece.length);
      yield piece;
    }
  } catch (error) {
    throw error instanceof XlsxError ? error : new XlsxError('xlsx-broken');
  }
}

function spend(archive: Archive, bytes: number): void {
  archive.budget -= bytes;
  if (archive.budget < 0) throw new XlsxError('xlsx-too-large');
}
