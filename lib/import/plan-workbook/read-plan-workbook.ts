import { LARGEST_PLAN_WORKBOOK } from '#lib/domain/plan-row.ts';
import { PLAN_COLUMNS, type PlanColumn } from '#lib/format/plan-columns.ts';
import { type PlanRowKey, readRowKey } from '#lib/schemas/plan-workbook.ts';
import { NUMBER_MARK, toText } from '../raw-table.ts';
import type { RawRow } from '../scan-csv.ts';
import { isExcel, readXlsx } from '../xlsx/read-xlsx.ts';

/** A workbook may unpack to so many bytes. */
const UNPACKED_LIMIT = 100 * 1024 * 1024;

/** Something in the workbook that cannot be taken home, and where. `row` null: the workbook itself. */
export interface PlanIssue {
  row: number | null;
  /** The heading. */
  column: string;
  value: string;
  /** A text under `planWorkbook.issues`. */
  code: string;
}

/** A row as it stands in the workbook: texts as a person sees them, dates as ISO. */
export interface PlanSheetRow {
  row: number;
  key: PlanRowKey;
  cells: Record<PlanColumn, string>;
}

export interface PlanSheet {
  rows: PlanSheetRow[];
  issues: PlanIssue[];
}

const COLUMNS = Object.keys(PLAN_COLUMNS) as PlanColumn[];

/** Bytes in, rows and issues out. Rows may stand in any order, and columns too. */
export async function readPlanWorkbook(name: string, bytes: Uint8Array): Promise<PlanSheet> {
  if (bytes.length > LARGEST_PLAN_WORKBOOK) return faulty('xlsx-too-large');
  if (!isExcel(bytes)) return faulty('not-a-workbook');
  const table = await readXlsx({ name, bytes, kind: 'auto' }, UNPACKED_LIMIT, PLAN_COLUMNS.key);
  const [fault] = table.faults;
  if (fault) return faulty(fault.code);
  const headAt = table.rows.findIndex(({ cells }) => cells.some((cell) => cell.trim() === PLAN_COLUMNS.key));
  const head = table.rows[headAt];
  if (!head) return faulty('not-a-plan-workbook');
  const places = new Map(COLUMNS.map((column) => [column, placeOf(head, column)]));
  const missing = COLUMNS.filter((column) => places.get(column) === -1);
  if (missing.length > 0) {
    return {
      rows: [],
      issues: missing.map((column) => ({
        row: head.row,
        column: PLAN_COLUMNS[column],
        value: '',
        code: 'column-missing',
      })),
    };
  }
  return readRows(table.rows.slice(headAt + 1), places);
}

function faulty(code: string): PlanSheet {
  return { rows: [], issues: [{ row: null, column: '', value: '', code }] };
}

function placeOf(head: RawRow, column: PlanColumn): number {
  return head.cells.findIndex((cell) => cell.trim() === PLAN_COLUMNS[column]);
}

function readRows(rows: readonly RawRow[], places: ReadonlyMap<PlanColumn, number>): PlanSheet {
  const sheet: PlanSheet = { rows: [], issues: [] };
  const byKey = new Map<string, PlanSheetRow[]>();
  for (const raw of rows) {
    const texts = COLUMNS.map((column) => [column, raw.cells[places.get(column) ?? -1] ?? ''] as const);
    if (texts.every(([, text]) => text.trim() === '')) continue;
    const cells = Object.fromEntries(texts.map(([column, text]) => [column, toText(text)])) as PlanSheetRow['cells'];
    const deny = (column: PlanColumn, code: string) =>
      sheet.issues.push(makePlanIssue({ row: raw.row, cells }, column, code));
    const key = readRowKey(cells.key);
    if (cells.key === '') deny('account', 'row-without-key');
    else if (key === null) deny('account', 'row-key-broken');
    else if (cells.account !== key.account) deny('account', 'row-moved');
    else if (texts.some(([column, text]) => column === 'deadline' && text.startsWith(NUMBER_MARK)))
      deny('deadline', 'not-a-date');
    else {
      const twins = byKey.get(cells.key) ?? [];
      twins.push({ row: raw.row, key, cells });
      byKey.set(cells.key, twins);
    }
  }
  for (const twins of byKey.values()) {
    // Which of several is meant, nobody can tell.
    if (twins.length === 1) sheet.rows.push(...twins);
    else sheet.issues.push(...twins.map((row) => makePlanIssue(row, 'account', 'row-twice')));
  }
  return sheet;
}

const LONGEST_SHOWN = 80;

/** What is wrong with a cell, with its place and value. */
export function makePlanIssue(
  { row, cells }: Pick<PlanSheetRow, 'row' | 'cells'>,
  column: PlanColumn,
  code: string,
): PlanIssue {
  const text = cells[column];
  const value = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
  return { row, column: PLAN_COLUMNS[column], value, code };
}
