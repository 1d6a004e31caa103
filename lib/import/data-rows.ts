import { isAmountInNoForm } from './amount-column.ts';
import type { FoundColumn, Header } from './find-header.ts';
import { makeError } from './issue.ts';
import { type RawTable, toText } from './raw-table.ts';
import type { RawRow } from './scan-csv.ts';
import type { Issue } from './types.ts';

/** A table without headings and blank lines: its rows of data, and the total lines at its end. */
interface DataRows {
  rows: RawRow[];
  totals: RawRow[];
  /** Ragged ones, each an issue. */
  ragged: RawRow[];
}

/** SAP puts stars before it. */
const TOTAL_LABEL = /^[*\s]*(i\s*alt|total|sum|saldo i alt|subtotal|hovedtotal|samlet|balance i alt)(\b|$)/i;

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

const isNumeric = ({ spec }: FoundColumn): boolean => spec.type === 'amount' || spec.type === 'count';

/**
 * A total line has an amount, and beside it nothing but a label such as `I alt`, or no label at all. What names the
 * thing of the row (an account, a committee) is then missing or is the label.
 */
function isTotal(row: RawRow, header: Header): boolean {
  if (!header.columns.some((found) => isNumeric(found) && toText(row.cells[found.index] ?? '') !== '')) return false;
  const labels = row.cells
    .filter((_, index) => !header.columns.some((found) => isNumeric(found) && found.index === index))
    .map(toText)
    .filter((text) => text !== '');
  return labels.length === 0 || (labels.length === 1 && TOTAL_LABEL.test(labels[0] ?? ''));
}

/**
 * A total line that was written with fewer cells than the header (`I alt;0,00`), its figures put under the columns of
 * amounts and counts in their order; null for any other short row.
 */
function alignTotal({ row, cells }: RawRow, header: Header): RawRow | null {
  const columns = header.columns.filter(isNumeric).sort((left, right) => left.index - right.index);
  const texts = cells.map(toText).filter((text) => text !== '');
  const label = TOTAL_LABEL.test(texts[0] ?? '') ? (texts.shift() ?? '') : '';
  if (texts.length !== columns.length || texts.some(isAmountInNoForm)) return null;
  const aligned = Array<string>(header.width).fill('');
  for (const [at, { index }] of columns.entries()) aligned[index] = texts[at] ?? '';
  const labelAt = aligned.indexOf('');
  if (label !== '' && labelAt !== -1) aligned[labelAt] = label;
  return { row, cells: aligned };
}

/**
 * Takes the rows under the header: blank ones left out, ragged ones turned into issues (cells beyond the header that
 * are blank do no harm), total lines at the end set apart (domain.md, files that users really have).
 */
export function takeDataRows(file: string, table: RawTable, header: Header, issues: Issue[]): DataRows {
  const rows: RawRow[] = [];
  // Short rows that would be total lines, if only total lines follow.
  const short = new Map<RawRow, number>();
  const ragged: RawRow[] = [];
  const failShort = (row: RawRow, cells: number) => {
    issues.push(makeError(file, 'row-too-short', { row: row.row }, { cells, columns: header.width }));
    ragged.push(row);
  };
  for (let at = header.at + 1; at < table.rows.length; at += 1) {
    const row = table.rows[at];
    if (!row || isBlank(row.cells)) continue;
    const { cells } = row;
    if (cells.length < header.width && !table.fromExcel) {
      const aligned = alignTotal(row, header);
      if (aligned === null) failShort(row, cells.length);
      else {
        rows.push(aligned);
        short.set(aligned, cells.length);
      }
      continue;
    }
    if (cells.length > header.width) {
      const extra = cells.findIndex((cell, index) => index >= header.width && cell.trim() !== '');
      if (extra !== -1) {
        const value = toText(cells[extra] ?? '');
        const params = { cells: cells.length, columns: header.width };
        issues.push(makeError(file, 'row-too-long', { row: row.row, value }, params));
        ragged.push(row);
        continue;
      }
    }
    rows.push(row);
  }
  const totals: RawRow[] = [];
  if (header.columns.some(isNumeric)) {
    for (let last = rows.at(-1); last && isTotal(last, header); last = rows.at(-1)) {
      totals.push(last);
      rows.pop();
    }
  }
  for (const row of rows) {
    const cells = short.get(row);
    if (cells !== undefined) failShort(row, cells);
  }
  return { rows: short.size === 0 ? rows : rows.filter((row) => !short.has(row)), totals, ragged };
}
