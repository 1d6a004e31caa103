import { inflateSync } from 'node:zlib';
import { readVersionMark, type VersionClaim } from '#lib/domain/report-version.ts';
import { openArchive, unpack, XlsxError } from '#lib/import/xlsx/zip.ts';
import { isZipStart } from './judge-office.ts';

/** What is unpacked at most in search of a claim, all parts together: the properties of a file are a few kilobytes. */
const LARGEST_PART = 2 * 1024 * 1024;
const MOST_UNPACKED = 128 * 1024 * 1024;
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

/**
 * The document's information as it stands in the file, or within the streams that other programs pack it into. Linear in
 * the file, whatever it is: each byte is searched once, and what does not unpack counts as much as what could have.
 */
function readOfPdf(file: Buffer): VersionClaim | null {
  const plain = readVersionMark(narrow(file));
  if (plain) return plain;
  let budget = MOST_UNPACKED;
  let end = -1;
  for (let at = file.indexOf('stream'); at >= 0 && budget > 0; at = file.indexOf('stream', at + 6)) {
    const begin = at + (file[at + 6] === 0x0d ? 8 : 7);
    if (!isPacked(file, begin)) continue;
    if (end < begin) end = file.indexOf('endstream', begin);
    if (end < 0) return null;
    const unpacked = inflate(file.subarray(begin, end));
    budget -= unpacked?.length ?? LARGEST_PART;
    const claim = unpacked && readVersionMark(narrow(unpacked));
    if (claim) return claim;
  }
  return null;
}

/** Whether what stands there begins as zlib's format does (RFC 1950). */
function isPacked(file: Buffer, at: number): boolean {
  const [first = 0, second = 0] = file.subarray(at, at + 2);
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

/** Text in one byte a sign: what is written in two has a zero before each. */
function narrow(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\0', '');
}

function inflate(packed: Buffer): Buffer | null {
  if (packed.length > LARGEST_PART) return null;
  try {
    return inflateSync(packed, { maxOutputLength: LARGEST_PART });
  } catch {
    // Not packed this way, or a font or picture larger than any properties.
    return null;
  }
}
