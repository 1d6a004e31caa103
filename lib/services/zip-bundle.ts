import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { BundleFile } from './render-bundle.ts';

/** What is pressed together already. */
const PRESSED = /\.(pdf|xlsx|docx|woff2|png|jpg)$/;
/** The oldest day that a zip archive can name, in the time of whatever place it is made in: the same files, the same bytes. */
const UNDATED = new Date(1980, 0, 1);

/** Puts files into a zip archive, by name; others come in between two of them. */
export async function zipBundle(files: readonly Pick<BundleFile, 'name' | 'bytes'>[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const { name, bytes } of files.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
    await new Promise(setImmediate);
    const entry = PRESSED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = UNDATED;
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(pieces);
}
