import type { Period } from '#lib/domain/period.ts';
import type { AmountForm } from '#lib/format/parse-amount.ts';
import { decideAmountForm } from '../amount-column.ts';
import { makeError, makeWarning } from '../issue.ts';
import { keyOf } from '../plan/draft.ts';
import { type RawTable, toText } from '../raw-table.ts';
import type { RawRow } from '../scan-csv.ts';
import type { BalanceRow, ChosenMapping, Issue, ParsedFile, Reading } from '../types.ts';
import { compile, findMappedHeader } from './find-mapped-header.ts';
import { compileMapping, compileResponsibilities } from './profile.ts';
import type { BalanceLine, CellFault, CompiledMapping, MappedLine, MappingCircumstances } from './types.ts';

type Head = Pick<ParsedFile, 'name' | 'sha256' | 'size' | 'issues' | 'ambiguous' | 'lost'>;

/** What every row came to, before accounts are made of them. */
interface Taken<T> {
  lines: { row: number; line: T }[];
  /** The words of rows that could not be taken. */
  lost: string[];
  reading: Reading;
}

/**
 * Reads a file's rows as a profile says (product.md, the way of the data: map). What cannot be read becomes issues
 * with the file's own headings; what the profile passes over is counted by its reason.
 * @param chosen how amounts are written where neither the profile nor the column tells; null: nobody said
 */
export function readMapped(
  head: Head,
  table: RawTable,
  mapping: ChosenMapping,
  chosen: AmountForm | null,
  period: Period,
): ParsedFile {
  const { name: file, issues } = head;
  const { content } = mapping;
  const unread = { ...head, headings: {}, kind: content.kind, rows: [] } as ParsedFile;
  const circumstances: MappingCircumstances = { period, form: 'da', fromExcel: table.fromExcel };
  const header = findMappedHeader(table.rows, mapping, circumstances);
  const headerRow = header === null ? undefined : table.rows[header.at];
  if (header === null || headerRow === undefined) {
    issues.push(makeError(file, 'headings-missing'));
    return unread;
  }
  for (const fault of header.faults) issues.push(toIssue(file, headerRow.row, fault));
  if (header.faults.length > 0) return unread;
  const rows = table.rows.slice(header.at + 1);
  const decided = decideForm(head, rows, headerRow, mapping, circumstances, chosen);
  if (decided === null) return unread;
  const fitted = { ...circumstances, form: decided };
  const dubious = table.dubious.filter(({ row }) => row > headerRow.row).flatMap(wordsOf);
  if (content.kind === 'saldobalance') {
    const compiled = compileMapping(content, headerRow.cells, fitted);
    if (!compiled.ok) return unread;
    const taken = takeLines(head, rows, compiled.mapping, mapping.name);
    const headings = headingsOf(compiled.mapping);
    const all = taken.lines.map(({ row, line }) => ({ row, ...line }));
    const accounts = content.sumPerAccount ? sumPerAccount(all, file, headings, issues) : all;
    if (all.length === 0 && !hasErrors(issues)) issues.push(makeError(file, 'no-rows', { row: headerRow.row }));
    const reading = { ...taken.reading, accounts: new Set(accounts.map(({ account }) => keyOf(account))).size };
    return { ...head, lost: [...dubious, ...taken.lost], headings, reading, kind: content.kind, rows: accounts };
  }
  const compiled = compileResponsibilities(content, headerRow.cells, fitted);
  if (!compiled.ok) return unread;
  const taken = takeLines(head, rows, compiled.mapping, mapping.name);
  if (taken.lines.length === 0 && !hasErrors(issues)) issues.push(makeWarning(file, 'no-rows', { row: headerRow.row }));
  return {
    ...head,
    lost: [...dubious, ...taken.lost],
    headings: headingsOf(compiled.mapping),
    reading: { ...taken.reading, accounts: taken.lines.length },
    kind: content.kind,
    rows: taken.lines.map(({ row, line }) => ({ row, ...line })),
  };
}

function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

/** Where a field is read from several columns, the first of them stands for it. */
function headingsOf({ used }: CompiledMapping<unknown>): Record<string, string> {
  return Object.fromEntries(used.toReversed().map(({ field, heading }) => [field, heading]));
}

function toIssue(file: string, row: number, { code, column, value, params }: CellFault): Issue {
  const place = { row, ...(column === null ? {} : { column }), ...(value === null ? {} : { value }) };
  return makeError(file, code, place, params);
}

function wordsOf({ cells }: RawRow): string[] {
  return cells.flatMap((cell) => toText(cell).split(/[;\t\n",]+/));
}

/**
 * The form of the amounts, by all rows that the profile takes; null: they can be read both ways, which is then an
 * issue and a question.
 */
function decideForm(
  head: Head,
  rows: readonly RawRow[],
  headerRow: RawRow,
  { content }: ChosenMapping,
  circumstances: MappingCircumstances,
  chosen: AmountForm | null,
): AmountForm | null {
  const compiled = compile(content, headerRow.cells, circumstances);
  if (!compiled.ok) return null;
  if (content.kind === 'saldobalance' && content.form !== null) return content.form;
  const { read, amountColumns } = compiled.mapping;
  const taken = rows.filter(({ cells }) => read(cells).state !== 'ignored');
  const columns = amountColumns.map((index) => ({ index }));
  const { form, samples } = decideAmountForm(taken, columns, chosen);
  if (samples.length === 0) return form;
  for (const { index } of columns) {
    const column = (headerRow.cells[index] ?? '').trim();
    const cellOf = (row: RawRow) => (row.cells[index] ?? '').trim();
    const own = samples.filter((sample) => taken.some((row) => cellOf(row) === sample));
    const [first] = own;
    if (first === undefined) continue;
    head.ambiguous.push({ column, samples: own });
    const row = taken.find((candidate) => cellOf(candidate) === first)?.row ?? headerRow.row;
    head.issues.push(makeError(head.name, 'amount-form-unclear', { row, column, value: first }));
  }
  return null;
}

function takeLines<T>(head: Head, rows: readonly RawRow[], mapping: CompiledMapping<T>, profile: string): Taken<T> {
  const lines: Taken<T>['lines'] = [];
  const lost: string[] = [];
  const counts = new Map<string, Reading['ignored'][number]>();
  let seen = 0;
  for (const raw of rows) {
    const read: MappedLine<T> = mapping.read(raw.cells);
    if (read.state === 'ignored' && read.reason === 'blank') continue;
    seen += 1;
    if (read.state === 'read') lines.push({ row: raw.row, line: read.line });
    else if (read.state === 'ignored') {
      const known = counts.get(read.reason) ?? { reason: read.reason, count: 0 };
      known.count += 1;
      counts.set(read.reason, known);
    } else {
      for (const fault of read.faults) head.issues.push(toIssue(head.name, raw.row, fault));
      lost.push(...wordsOf(raw));
    }
  }
  const columns = mapping.used;
  const reading = { profile, columns, lines: seen, taken: lines.length, accounts: 0, ignored: [...counts.values()] };
  return { lines, lost, reading };
}

/** Lines of an account added up, at the place of its first one; lines that state different functions are an issue. */
function sumPerAccount(
  lines: readonly (BalanceLine & { row: number })[],
  file: string,
  headings: Readonly<Record<string, string>>,
  issues: Issue[],
): BalanceRow[] {
  const accounts = new Map<string, BalanceLine & { row: number }>();
  for (const line of lines) {
    const key = keyOf(line.account);
    const known = accounts.get(key);
    if (known === undefined) {
      accounts.set(key, { ...line });
      continue;
    }
    known.balance += line.balance;
    if (known.name === '' && line.name !== null) known.name = line.name;
    if (known.imFunction === '') known.imFunction = line.imFunction;
    else if (line.imFunction !== '' && line.imFunction !== known.imFunction) {
      const place = { row: line.row, column: headings.imFunction ?? 'imFunction', value: line.imFunction };
      issues.push(makeError(file, 'function-differs', place, { first: known.row, known: known.imFunction }));
    }
  }
  return [...accounts.values()];
}
