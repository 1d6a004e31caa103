import { decodeText, UNREADABLE } from './decode-text.ts';
import { findHeader } from './find-header.ts';
import { makeError } from './issue.ts';
import type { RawTable } from './raw-table.ts';
import { scanCsv } from './scan-csv.ts';
import type { InputFile, Issue } from './types.ts';

const SEPARATORS = [';', '\t', ','] as const;
/** Enough text to hold the headings and the header row. */
const SAMPLE = 32_768;

/** The separator under which the file has a known header; without one, the one that splits most. */
function findSeparator(text: string, kind: InputFile['kind']): string {
  const sample = text.slice(0, SAMPLE);
  let best = ';';
  let bestWeight = -1;
  for (const separator of SEPARATORS) {
    const { rows } = scanCsv(sample, separator);
    const header = findHeader(rows, kind);
    const cells = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
    const weight = (header ? 1_000_000 * header.columns.length : 0) + cells;
    if (weight > bestWeight) {
      best = separator;
      bestWeight = weight;
    }
  }
  return best;
}

/** Reads a text file into rows of cells; wrong quoting and bytes that cannot be read become issues with their place. */
export function readCsv(file: InputFile): RawTable {
  const { text, encoding } = decodeText(file.bytes);
  const { rows, faults } = scanCsv(text, findSeparator(text, file.kind));
  const issues: Issue[] = faults.map(({ row, cell, value, code }) =>
    makeError(file.name, code, { row, value }, { cell: cell + 1 }),
  );
  if (UNREADABLE.test(text)) {
    for (const { row, cells } of rows) {
      for (const [index, value] of cells.entries()) {
        if (UNREADABLE.test(value)) {
          issues.push(makeError(file.name, 'unreadable-bytes', { row, value }, { cell: index + 1, encoding }));
        }
      }
    }
  }
  return { rows, issues, fromExcel: false };
}
