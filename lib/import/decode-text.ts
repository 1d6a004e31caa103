import { isUtf8 } from 'node:buffer';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function findEncoding(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/**
 * Text of a file's bytes: by its byte order mark, else UTF-8 where it is valid, else Windows-1252. Composed (NFC), so
 * that an `å` is one character whatever wrote it. Bytes that say nothing come out as UNREADABLE characters.
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(findEncoding(bytes)).decode(bytes).normalize('NFC');
}

/**
 * Whether a text has characters that bytes without a meaning become: U+FFFD where the encoding is broken, and controls:
 * the five bytes that Windows-1252 leaves undefined (81 8D 8F 90 9D), and those of files that are no text.
 */
export function hasUnreadable(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 ? code < 9 || code > 13 : code > 126 && (code < 160 || code === 0xfffd)) return true;
  }
  return false;
}
