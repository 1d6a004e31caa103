import { inflateSync } from 'node:zlib';

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

const padded = (length: number): number => Math.ceil(length / 4) * 4;

/**
 * The font in a WOFF file as plain TrueType, whose tables are not packed (W3C, WOFF 1.0). Each PDF parses its fonts
 * anew, and would otherwise unpack them anew in slower code.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF font.');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = WOFF_HEADER + index * WOFF_ENTRY;
    const offset = woff.readUInt32BE(entry + 4);
    const packed = woff.readUInt32BE(entry + 8);
    const length = woff.readUInt32BE(entry + 12);
    const stored = woff.subarray(offset, offset + packed);
    return { entry, length, data: packed < length ? inflateSync(stored) : stored };
  });
  const head = SFNT_HEADER + count * SFNT_ENTRY;
  const size = tables.reduce((sum, { length }) => sum + padded(length), head);
  const font = Buffer.alloc(size);
  woff.copy(font, 0, 4, 8);
  font.writeUInt16BE(count, 4);
  const selector = Math.floor(Math.log2(count));
  font.writeUInt16BE(16 * 2 ** selector, 6);
  font.writeUInt16BE(selector, 8);
  font.writeUInt16BE(16 * count - 16 * 2 ** selector, 10);
  let at = head;
  for (const [index, { entry, length, data }] of tables.entries()) {
    const own = SFNT_HEADER + index * SFNT_ENTRY;
    woff.copy(font, own, entry, entry + 4);
    woff.copy(font, own + 4, entry + 16, entry + 20);
    font.writeUInt32BE(at, own + 8);
    font.writeUInt32BE(length, own + 12);
    data.copy(font, at);
    at += padded(length);
  }
  return font;
}
