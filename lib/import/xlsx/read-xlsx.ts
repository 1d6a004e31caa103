import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RawTable } from '../raw-table.ts';
import type { RawRow } from '../scan-csv.ts';
import type { InputFile } from '../types.ts';
import type { XlsxFault } from './zip.ts';

/** A workbook may unpack to so many bytes, counted as they come. */
const UNPACKED_LIMIT = 500 * 1024 * 1024;
/** The reading thread may hold so much, beside the rows that it hands over. */
const WORKER_MEGABYTES = 512;

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function isOle(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
}

/** Whether the bytes are one of Excel's containers: a zip, or the older one that encrypted workbooks and .xls use. */
export function isExcel(bytes: Uint8Array): boolean {
  return isOle(bytes) || startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06);
}

/** The worker's source, which Node runs as it is: beside this file, or in the project when this one is bundled. */
function findWorker(): string {
  const own = import.meta.dirname;
  const beside = own === undefined ? '' : path.join(own, 'worker.ts');
  return existsSync(beside) ? beside : path.join(process.cwd(), 'lib', 'import', 'xlsx', 'worker.ts');
}

/**
 * Reads the rows of a workbook's first known sheet in a thread with limited memory.
 * @param budget how many bytes it may unpack to
 * @param heading what stands over a column of the sheet that is wanted, where it is of no known kind
 */
export async function readXlsx(file: InputFile, budget = UNPACKED_LIMIT, heading?: string): Promise<RawTable> {
  if (isOle(file.bytes)) {
    const isEncrypted = Buffer.from(file.bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return faulty(isEncrypted ? 'xlsx-encrypted' : 'xls-old');
  }
  const { promise, resolve, reject } = Promise.withResolvers<RawTable>();
  const rows: RawRow[] = [];
  const worker = new Worker(findWorker(), {
    workerData: { bytes: file.bytes, kind: file.kind, budget, heading },
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEGABYTES },
    execArgv: [],
  });
  worker.on('message', (message: { rows: RawRow[] } | { fault: XlsxFault }) => {
    if ('fault' in message) resolve(faulty(message.fault));
    else for (const row of message.rows) rows.push(row);
  });
  worker.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(faulty('xlsx-too-large'));
    else reject(error);
  });
  worker.on('exit', () => resolve({ rows, faults: [], dubious: [], fromExcel: true }));
  return promise;
}

function faulty(code: XlsxFault): RawTable {
  return { rows: [], faults: [{ code, place: null }], dubious: [], fromExcel: true };
}
