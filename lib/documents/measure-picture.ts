import { inflateSync } from 'node:zlib';
import { isJpegStart, isPngStart, isWholeJpeg, isWholePng } from './judge-picture.ts';

/** What a picture is, with its width and height in pixels. */
export interface PictureFacts {
  type: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
}

/** Reads a whole PNG or JPEG's head; null for anything else, and for a picture that is cut short. */
export function measurePicture(bytes: Uint8Array): PictureFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isPngStart(bytes)) {
    if (!isWholePng(bytes) || !hasPixels(bytes, view)) return null;
    return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (!isJpegStart(bytes) || !isWholeJpeg(bytes)) return null;
  for (let at = 2; at + 9 <= bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}

/** Samples a pixel has, by the colour type of a PNG's head: grey, colours, palette, grey and colours with transparency. */
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** More than four thousand by four thousand of the finest pixels: a few bytes can claim to hold anything. */
const MOST_BYTES = 150_000_000;

/** Whether a PNG's compressed data holds all its rows. */
function hasPixels(bytes: Uint8Array, view: DataView): boolean {
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === 0x49444154) parts.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  const bits = (bytes[24] ?? 0) * (SAMPLES[bytes[25] ?? -1] ?? 0) * view.getUint32(16);
  const size = view.getUint32(20) * (1 + Math.ceil(bits / 8));
  if (bits === 0 || size > MOST_BYTES) return false;
  try {
    // Interlaced rows take a little more.
    return inflateSync(Buffer.concat(parts), { maxOutputLength: 2 * size + 1_024 }).length >= size;
  } catch {
    return false;
  }
}
