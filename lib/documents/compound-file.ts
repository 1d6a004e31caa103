/** The container of Outlook's messages and of Office's older files. */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const END = 0xfffffffa;
const ENTRY = 128;
/** Far more than a message's directory has; keeps a file that runs in circles from holding us up. */
const MOST_ENTRIES = 100_000;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** The names of what lies at the top of a compound file; null where its directory cannot be followed. */
export function readRootNames(bytes: Uint8Array): string[] | null {
  try {
    return collectRootNames(readDirectory(bytes));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The directory's bytes, sector by sector as the table of sectors chains them. @throws RangeError where it cannot */
function readDirectory(bytes: Uint8Array): DataView {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw new RangeError('no sector size');
  const size = 2 ** shift;
  const placeOf = (sector: number) => (sector + 1) * size;
  const perTable = size / 4;
  // The first 109 tables are named in the head: enough for every file that has up to 6.8 MB; then they are chained.
  const tables: number[] = [];
  for (let at = 76; at < 512; at += 4) {
    const sector = view.getUint32(at, true);
    if (sector < END) tables.push(sector);
  }
  let next = view.getUint32(68, true);
  while (next < END && tables.length * size * perTable < bytes.length + size * perTable * 128) {
    for (let index = 0; index < perTable - 1; index += 1) {
      const sector = view.getUint32(placeOf(next) + index * 4, true);
      if (sector < END) tables.push(sector);
    }
    next = view.getUint32(placeOf(next) + (perTable - 1) * 4, true);
  }
  const follow = (sector: number) => {
    const table = tables[Math.floor(sector / perTable)];
    if (table === undefined) throw new RangeError('no such sector');
    return view.getUint32(placeOf(table) + (sector % perTable) * 4, true);
  };
  const pieces: Uint8Array[] = [];
  for (let sector = view.getUint32(48, true); sector < END; sector = follow(sector)) {
    const place = placeOf(sector);
    if (place + size > bytes.length || (pieces.length * size) / ENTRY > MOST_ENTRIES) throw new RangeError('no end');
    pieces.push(bytes.subarray(place, place + size));
  }
  const directory = Buffer.concat(pieces);
  return new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
}

function collectRootNames(directory: DataView): string[] {
  const count = Math.floor(directory.byteLength / ENTRY);
  const names: string[] = [];
  const seen = new Set<number>();
  const waiting = [directory.getUint32(76, true)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id >= count || seen.has(id)) continue;
    seen.add(id);
    const at = id * ENTRY;
    const length = Math.min(Math.max(directory.getUint16(at + 64, true) - 2, 0), 62);
    const name = new Uint8Array(directory.buffer, directory.byteOffset + at, length);
    names.push(new TextDecoder('utf-16le').decode(name));
    waiting.push(directory.getUint32(at + 68, true), directory.getUint32(at + 72, true));
  }
  return names;
}
