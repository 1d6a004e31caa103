import { createHash } from 'node:crypto';
import type { Period } from '#lib/domain/period.ts';
import { formatCount, formatOre } from '#lib/format/amount.ts';
import { decideAmountForm } from './amount-column.ts';
import { takeDataRows } from './data-rows.ts';
import { findHeader, type Header } from './find-header.ts';
import { makeError, makeWarning } from './issue.ts';
import { recogniseProfile } from './mapping/find-mapped-header.ts';
import { readMapped } from './mapping/read-mapped.ts';
import { type RawFault, type RawTable, toText } from './raw-table.ts';
import { readCsv } from './read-csv.ts';
import { ROW_READERS } from './read-rows.ts';
import type { RawRow } from './scan-csv.ts';
import { SheetReader } from './sheet-reader.ts';
import {
  type ChosenMapping,
  IMPORT_KINDS,
  type ImportKind,
  type InputFile,
  type Issue,
  type KnownProfile,
  type ParsedFile,
  type PlanOptions,
} from './types.ts';
import { isExcel, readXlsx } from './xlsx/read-xlsx.ts';

/** Larger files are refused. In bytes. */
export const LARGEST_FILE = 25 * 1024 * 1024;

/** A municipality has some of these; a file of the others can truly say that there is nothing. */
const NEVER_EMPTY: ReadonlySet<ImportKind> = new Set(['organisation', 'im-funktioner', 'saldobalance']);

/**
 * Reads files of any kind into typed rows: encoding, separator, header row and amount form are found out (domain.md,
 * files that users really have). What is wrong comes back as issues; nothing is thrown for what a file holds.
 */
export async function readFiles(
  files: InputFile[],
  options: PlanOptions,
  period: Period,
  profiles: readonly KnownProfile[] = [],
): Promise<ParsedFile[]> {
  const parsed: ParsedFile[] = [];
  for (const file of files) parsed.push(await readFile(file, options, period, profiles));
  return parsed;
}

/** Cuts a file into rows of cells; what cannot be becomes faults. */
export async function readRaw(file: InputFile): Promise<RawTable> {
  return isExcel(file.bytes) ? await readXlsx(file) : readCsv(file);
}

async function readFile(
  file: InputFile,
  options: PlanOptions,
  period: Period,
  profiles: readonly KnownProfile[],
): Promise<ParsedFile> {
  const issues: Issue[] = [];
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const head = { name: file.name, sha256, size: file.bytes.length, issues, ambiguous: [], lost: [], headings: {} };
  const unreadable: ParsedFile = { ...head, kind: null, rows: [] };
  if (file.bytes.length > LARGEST_FILE) {
    issues.push(makeError(file.name, 'file-too-large', {}, { megabytes: Math.ceil(file.bytes.length / 1024 / 1024) }));
    return unreadable;
  }
  const table = await readRaw(file);
  const mapping = file.mapping ?? recognise(table, file.kind, profiles);
  if (mapping) {
    const at = mapping.headerRow ?? 0;
    for (const fault of chooseFaults(table, at)) issues.push(toIssue(file.name, fault, table, null));
    return readMapped(head, table, mapping, options.amounts, period);
  }
  const header = findHeader(table.rows, file.kind);
  for (const fault of chooseFaults(table, header?.row ?? null)) issues.push(toIssue(file.name, fault, table, header));
  if (!header) {
    if (table.rows.length === 0) {
      if (issues.length === 0) issues.push(makeError(file.name, 'file-empty'));
    } else if (file.kind === 'auto') {
      issues.push(makeError(file.name, 'unknown-kind', firstRow(table), { kinds: IMPORT_KINDS.join(', ') }));
    } else issues.push(makeError(file.name, 'header-missing', firstRow(table), { kind: file.kind }));
    return unreadable;
  }
  return readTable(head, table, header, options, period);
}

/** The mapping of the profile that was made for the file's headings; null: there is none, or the file is to be another kind. */
function recognise(
  { rows }: RawTable,
  kind: InputFile['kind'],
  profiles: readonly KnownProfile[],
): ChosenMapping | null {
  const found = recogniseProfile(
    rows,
    profiles.filter(({ content }) => kind === 'auto' || kind === content.kind),
  );
  return found && { ...found.profile, headerRow: found.row.row };
}

/** Headings above the header row are no data and may hold anything; a file of no known kind shows one of a kind. */
function chooseFaults({ faults }: RawTable, headerRow: number | null): RawFault[] {
  if (headerRow === null) return [...new Map(faults.toReversed().map((fault) => [fault.code, fault])).values()];
  return faults.filter(({ code, place }) => !place || place.row >= headerRow || code === 'quote-not-closed');
}

/** A fault with the heading over its cell, where there is one. */
function toIssue(file: string, { code, place }: RawFault, table: RawTable, header: Header | null): Issue {
  if (!place) return makeError(file, code);
  const { row, cell, value } = place;
  const heading = header === null ? '' : (table.rows[header.at]?.cells[cell] ?? '').trim();
  return makeError(file, code, { row, value, ...(heading === '' ? {} : { column: heading }) }, { cell: cell + 1 });
}

function firstRow(table: RawTable): { row?: number; value?: string } {
  const [first] = table.rows;
  return first ? { row: first.row, value: first.cells.join(' ').trim() } : {};
}

type Head = Pick<ParsedFile, 'name' | 'sha256' | 'size' | 'issues' | 'ambiguous' | 'lost'>;

/** The words of rows that could not be taken; where a quote never ends, of all that it swallowed. */
function wordsOf(rows: readonly RawRow[]): string[] {
  return rows.flatMap(({ cells }) => cells.flatMap((cell) => toText(cell).split(/[;\t\n",]+/)));
}

function readTable(head: Head, table: RawTable, header: Header, options: PlanOptions, period: Period): ParsedFile {
  const { name: file, issues } = head;
  for (const spec of header.missing) {
    issues.push(makeError(file, 'column-missing', { row: header.row, column: spec.heading }, { kind: header.kind }));
  }
  for (const { heading, index } of header.duplicates) {
    issues.push(makeError(file, 'column-twice', { row: header.row, column: heading }, { cell: index + 1 }));
  }
  if (header.missing.length > 0 || header.duplicates.length > 0) {
    return parsedFile({ ...head, headings: {} }, header.kind, [], null, period);
  }
  const { rows, totals, ragged } = takeDataRows(file, table, header, issues);
  const amounts = header.columns.filter(({ spec }) => spec.type === 'amount');
  const { form, samples } = decideAmountForm([...rows, ...totals], amounts, options.amounts);
  if (samples.length > 0) {
    for (const { heading, index } of amounts) {
      const own = samples.filter((sample) => rows.some((row) => row.cells[index]?.trim() === sample));
      if (own.length === 0) continue;
      head.ambiguous.push({ column: heading, samples: own });
      const row = rows.find((candidate) => candidate.cells[index]?.trim() === own[0])?.row ?? header.row;
      issues.push(makeError(file, 'amount-form-unclear', { row, column: heading, value: own[0] ?? '' }));
    }
  }
  const known = samples.length === 0 ? form : null;
  const lost = wordsOf([...ragged, ...table.dubious.filter(({ row }) => row > header.row)]);
  const sheet = new SheetReader(file, header.columns, table.fromExcel, known, issues);
  const parsed = parsedFile({ ...head, lost, headings: sheet.headings }, header.kind, rows, sheet, period);
  if (known !== null) holdTotals(sheet, header, rows, totals);
  if (rows.length === 0 && !issues.some(({ severity }) => severity === 'error')) {
    const make = NEVER_EMPTY.has(header.kind) ? makeError : makeWarning;
    issues.push(make(file, 'no-rows', { row: header.row }));
  }
  return parsed;
}

/** Reads the rows as the kind's type; the kind decides the type, hence one case each. */
function parsedFile(
  head: Head & { headings: Readonly<Record<string, string>> },
  kind: ImportKind,
  rows: RawRow[],
  sheet: SheetReader | null,
  period: Period,
): ParsedFile {
  const read = <K extends ImportKind>(of: K) => ({
    ...head,
    kind: of,
    rows: sheet === null ? [] : rows.map((row) => ROW_READERS[of](sheet, row, period)),
  });
  switch (kind) {
    case 'organisation':
      return read(kind);
    case 'im-funktioner':
      return read(kind);
    case 'saldobalance':
      return read(kind);
    case 'kontoansvar':
      return read(kind);
    case 'afstemninger':
      return read(kind);
    case 'dokumentation':
      return read(kind);
    case 'sammenligningstal':
      return read(kind);
    case 'systemafstemninger':
      return read(kind);
    case 'afskrivninger':
      return read(kind);
    case 'periodiserede-poster':
      return read(kind);
    case 'egenkapital':
      return read(kind);
  }
}

/** Total lines are no data, but what they say must be the sum of their column. */
function holdTotals(sheet: SheetReader, header: Header, rows: RawRow[], totals: RawRow[]): void {
  if (totals.length === 0) return;
  for (const column of header.columns) {
    const { type, field } = column.spec;
    if (type !== 'amount' && type !== 'count') continue;
    const format = type === 'amount' ? formatOre : formatCount;
    const figures = rows.map((row) => sheet.figure(row, column));
    // A faulty row has its own issue; without it the sum says nothing.
    if (figures.includes('faulty')) continue;
    const sum = figures.reduce((total: bigint, figure) => (typeof figure === 'bigint' ? total + figure : total), 0n);
    for (const total of totals) {
      const stated = sheet.figure(total, column);
      if (stated === 'faulty') sheet.fail(total, field, 'total-unreadable');
      else if (stated !== null && stated !== sum) {
        sheet.fail(total, field, 'total-disagrees', { total: format(stated), sum: format(sum) });
      }
    }
  }
}
