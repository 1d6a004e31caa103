import { inflateSync } from 'node:zlib';
import { readVersionMark, type VersionClaim } from '#lib/domain/report-version.ts';
import { openArchive, unpack, XlsxError } from '#lib/import/xlsx/zip.ts';
import { isZipStart } from './judge-office.ts';

/** What is unpacked at most in search of a claim, all parts together: the properties of a file are a few kilobytes. */
const LARGEST_PART = 2 * 1024 * 1024;
const MOST_UNPACKED = 32 * 1024 * 1024;
/** A page of ours says who it is within its head. */
const LONGEST_HEAD = 200_000;

/**
 * The version of a report that a file says it is in its properties, whatever else became of it; null: it says nothing of
 * the kind. Takes any bytes: nothing of them is run, and what they unpack to is bounded.
 */
export async function readVersionClaim(bytes: Uint8Array): Promise<VersionClaim | null> {
  if (isZipStart(bytes)) return readOfWorkbook(bytes);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 1024).includes('%PDF-')) return readOfPdf(file);
  return readVersionMark(file.subarray(0, LONGEST_HEAD).toString('utf8'));
}

/** The workbook's properties, which other programs keep when they save it. */
async function readOfWorkbook(bytes: Uint8Array): Promise<VersionClaim | null> {
  try {
    const archive = openArchive(bytes, LARGEST_PART);
    for (const part of archive.entries.keys()) {
      if (!/^docProps\/[^/]+\.xml$/.test(part)) continue;
      const chunks: Uint8Array[] = [];
      for await (const chunk of unpack(archive, part)) chunks.push(chunk);
      const claim = readVersionMark(Buffer.concat(chunks).toString('utf8'));
      if (claim) return claim;
    }
    return null;
  } catch (error) {
    // What is no archive, or unpacks to too much, is none of ours.
    if (error instanceof XlsxError) return null;
    throw error;
  }
}

/** The document's information as it stands in the file, or within the streams that other programs pack it into. */
function readOfPdf(file: Buffer): VersionClaim | null {
  const plain = readVersionMark(narrow(file));
  if (plain) return plain;
  let budget = MOST_UNPACKED;
  for (let at = file.indexOf('stream'); at >= 0 && budget > 0; at = file.indexOf('stream', at + 6)) {
    const begin = at + (file[at + 6] === 0x0d ? 8 : 7);
    const unpacked = inflate(file, begin, Math.min(budget, LARGEST_PART));
    if (!unpacked) continue;
    budget -= unpacked.length;
    const claim = readVersionMark(narrow(unpacked));
    if (claim) return claim;
  }
  return null;
}

/** Text in one byte a sign: what is written in two has a zero before each. */
function narrow(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\0', '');
}

function inflate(file: Buffer, begin: number, most: number): Buffer | null {
  const end = file.indexOf('endstream', begin);
  if (end < 0) return null;
  try {
    return inflateSync(file.subarray(begin, end), { maxOutputLength: most });
  } catch {
    // Not packed this way, or a font or picture larger than any properties.
    return null;
  }
}
