import { makeError } from '../issue.ts';
import type { RawTable } from '../raw-table.ts';
import type { InputFile } from '../types.ts';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b);
const isOle = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);

/** Whether the bytes are one of Excel's containers: a zip, or the older one that encrypted workbooks and .xls use. */
export function isExcel(bytes: Uint8Array): boolean {
  return isZip(bytes) || isOle(bytes);
}

export async function readXlsx(file: InputFile): Promise<RawTable> {
  return { rows: [], issues: [makeError(file.name, 'xlsx-no-workbook')], fromExcel: true };
}
