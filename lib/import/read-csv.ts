import { decodeText, hasUnreadable } from './decode-text.ts';
import { findHeader } from './find-header.ts';
import type { RawFault, RawTable } from './raw-table.ts';
import { type RawRow, scanCsv } from './scan-csv.ts';
import type { InputFile } from './types.ts';

const SEPARATORS = [';', '\t', ','] as const;
/** Enough text to hold the headings and the header row. */
const SAMPLE = 32_768;

/** How many cells the separator makes of the rows that are split alike, and there are most of: a table, not commas in texts. */
function countSplits(rows: readonly RawRow[]): number {
  const alike = new Map<number, number>();
  for (const { cells } of rows) alike.set(cells.length, (alike.get(cells.length) ?? 0) + cells.length - 1);
  return Math.max(0, ...alike.values());
}

/** The separator under which the file has a known header; without one, the one that splits most. */
export function findSeparator(text: string, kind: InputFile['kind']): string {
  const sample = text.slice(0, SAMPLE);
  let best = ';';
  let bestWeight = -1;
  for (const separator of SEPARATORS) {
    const { rows } = scanCsv(sample, separator);
    const header = findHeader(rows, kind);
    const weight = (header ? 1_000_000 * header.columns.length : 0) + countSplits(rows);
    if (weight > bestWeight) {
      best = separator;
      bestWeight = weight;
    }
  }
  return best;
}

function partition<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}

/** Reads a text file into rows of cells; wrong quoting and bytes that cannot be read become faults with their place. */
export function readCsv(file: InputFile): RawTable {
  const text = decodeText(file.bytes);
  const { rows, faults: quoting } = scanCsv(text, findSeparator(text, file.kind));
  const faults: RawFault[] = quoting.map(({ code, ...place }) => ({ code, place }));
  if (hasUnreadable(text)) {
    for (const { row, cells } of rows) {
      for (const [cell, value] of cells.entries()) {
        if (hasUnreadable(value)) faults.push({ code: 'unreadable-bytes', place: { row, cell, value } });
      }
    }
  }
  const wrong = new Set(quoting.map(({ row }) => row));
  const [dubious, sound] = wrong.size === 0 ? [[], rows] : partition(rows, ({ row }) => wrong.has(row));
  return { rows: sound, faults, dubious, fromExcel: false };
}
