const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** No camera and no screen makes more; a few bytes can claim so many that showing them takes the machine. */
const MOST_PIXELS = 150_000_000;

export function isPngStart(bytes: Uint8Array): boolean {
  return PNG.every((byte, at) => bytes[at] === byte);
}

export function isJpegStart(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** Whether the bytes are a picture from first to last, chunk by chunk, with nothing behind it. */
export function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 45 || view.getUint32(12) !== 0x49484452) return false;
  if (view.getUint32(16) * view.getUint32(20) > MOST_PIXELS) return false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const isEnd = view.getUint32(at + 4) === 0x49454e44;
    at += 12 + length;
    if (isEnd) return at === bytes.length;
  }
  return false;
}

/** Whether the bytes have a picture's head with a sensible size, picture data, and its end. Cameras write more behind it. */
export function isWholeJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let pixels = 0;
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && at + 9 <= bytes.length) pixels = view.getUint16(at + 5) * view.getUint16(at + 7);
    if (marker === 0xda) {
      const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(
        '\xff\xd9',
        undefined,
        'latin1',
      );
      return pixels > 0 && pixels <= MOST_PIXELS && end > at;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}
