import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';

/** Read at once: large enough to be quick, small beside what the reading may hold. In bytes. */
const PIECE = 1024 * 1024;

/** The bytes of a file, piece by piece. Each piece is written over by the next. */
export function* readPieces(path: string): Generator<Buffer> {
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(PIECE);
    for (;;) {
      const length = readSync(handle, buffer, 0, PIECE, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}

/** How many of the last bytes begin a character of UTF-8 that goes on after them. */
function openBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/** The encoding of a whole file by the rules of decodeText(): its byte order mark, else UTF-8 where all of it is that. */
export function findFileEncoding(path: string): string {
  let rest = Buffer.alloc(0);
  let isFirst = true;
  for (const piece of readPieces(path)) {
    if (isFirst) {
      if (piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf) return 'utf-8';
      if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
      if (piece[0] === 0xfe && piece[1] === 0xff) return 'utf-16be';
      isFirst = false;
    }
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const open = openBytes(bytes);
    if (!isUtf8(bytes.subarray(0, bytes.length - open))) return 'windows-1252';
    rest = Buffer.from(bytes.subarray(bytes.length - open));
  }
  return rest.length === 0 ? 'utf-8' : 'windows-1252';
}

/** The text of a file, piece by piece, with how many bytes have been read. The last piece can be empty. */
export function* readText(path: string, encoding: string): Generator<{ text: string; bytes: number; isLast: boolean }> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for (const piece of readPieces(path)) {
    bytes += piece.length;
    yield { text: decoder.decode(piece, { stream: true }), bytes, isLast: false };
  }
  yield { text: decoder.decode(), bytes, isLast: true };
}
