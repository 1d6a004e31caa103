import { readFileSync, statSync } from 'node:fs';
import type { AmountForm } from '#lib/format/parse-amount.ts';
import { makeError } from '../issue.ts';
import { findSeparator } from '../read-csv.ts';
import type { Issue } from '../types.ts';
import { readWorkbook } from '../xlsx/read-workbook.ts';
import { XlsxError } from '../xlsx/zip.ts';
import { BalanceStream } from './balance-stream.ts';
import { CsvCutter } from './csv-cutter.ts';
import { findFileEncoding, readPieces, readText } from './text-pieces.ts';
import type { LargeProgress, LargeReading, LargeRequest } from './types.ts';

/** Enough text to find the separator by. In characters. */
const SAMPLE = 32_768;
/** A large workbook may unpack to so many bytes, counted as they come: a million rows are some 150 MB. */
const UNPACKED_LIMIT = 1024 * 1024 * 1024;

/** A workbook is held in memory while it is read. In bytes. */
const LARGEST_WORKBOOK = 100 * 1024 * 1024;

type OnProgress = (progress: LargeProgress) => void;

/** Ends the reading of a workbook of which the rest need not be read. */
class Enough extends Error {}

/**
 * Reads a balance of any size from disk into its accounts. What is kept in memory grows with the accounts, not with the
 * file; what is wrong comes back as issues.
 */
export async function readLarge(request: LargeRequest, onProgress: OnProgress): Promise<LargeReading> {
  try {
    const isWorkbook = startsAsZip(request.path);
    const { size } = statSync(request.path);
    if (isWorkbook && size > LARGEST_WORKBOOK) return refuseWorkbook(request, size);
    const read = async (form: AmountForm | null) => {
      const stream = new BalanceStream(request, isWorkbook, form);
      if (isWorkbook) await feedWorkbook(stream, request, onProgress);
      else feedText(stream, request, onProgress);
      return stream.finish();
    };
    const { reading, otherForm } = await read(null);
    return otherForm === null ? reading : (await read(otherForm)).reading;
  } catch (error) {
    if (!(error instanceof XlsxError)) throw error;
    return unreadable(makeError(request.name, error.fault));
  }
}

function unreadable(issue: Issue): LargeReading {
  return { rows: [], lines: 0, issues: [issue], ambiguous: [], headings: {}, reading: null };
}

function refuseWorkbook({ name }: LargeRequest, size: number): LargeReading {
  const toMegabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  const params = { megabytes: toMegabytes(size), most: toMegabytes(LARGEST_WORKBOOK) };
  return unreadable(makeError(name, 'large-workbook', {}, params));
}

/** Whether the file is a zip, as workbooks are. @throws XlsxError for the older container of .xls and encrypted ones */
function startsAsZip(path: string): boolean {
  const [start = Buffer.alloc(0)] = readPieces(path);
  if (start.length >= 4 && start.readUInt32BE(0) === 0xd0cf11e0) {
    const mark = Buffer.from('EncryptedPackage', 'utf16le');
    throw new XlsxError(readFileSync(path).includes(mark) ? 'xlsx-encrypted' : 'xls-old');
  }
  return start[0] === 0x50 && start[1] === 0x4b;
}

function feedText(stream: BalanceStream, { path, kind, mapping }: LargeRequest, onProgress: OnProgress): void {
  const totalBytes = statSync(path).size;
  const encoding = findFileEncoding(path);
  let cutter: CsvCutter | null = null;
  let begin = '';
  let rows = 0;
  for (const { text, bytes, isLast } of readText(path, encoding)) {
    let piece = text;
    if (cutter === null) {
      begin += text;
      if (begin.length < SAMPLE && !isLast) continue;
      cutter = new CsvCutter(findSeparator(begin, mapping === null ? kind : 'auto'));
      piece = begin;
    }
    const cut = cutter.push(piece, isLast);
    rows += cut.rows.length;
    const goesOn = stream.push(cut);
    onProgress({ rows, bytes, totalBytes });
    if (!goesOn) return;
  }
}

async function feedWorkbook(
  stream: BalanceStream,
  { path, kind }: LargeRequest,
  onProgress: OnProgress,
): Promise<void> {
  const bytes = readFileSync(path);
  let rows = 0;
  try {
    await readWorkbook(bytes, kind, UNPACKED_LIMIT, (batch) => {
      rows += batch.length;
      const goesOn = stream.push({ rows: batch, faults: [] });
      onProgress({ rows, bytes: 0, totalBytes: null });
      if (!goesOn) throw new Enough();
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
}
