import { toPlainNumber } from '#lib/format/parse-amount.ts';
import { findHeader, HEADER_WITHIN } from '../find-header.ts';
import { NUMBER_MARK } from '../raw-table.ts';
import type { RawRow } from '../scan-csv.ts';
import type { InputFile } from '../types.ts';
import { isDateFormat, toDate } from './date-style.ts';
import { readXml } from './read-xml.ts';
import { type Archive, openArchive, unpack, XlsxError } from './zip.ts';

interface Workbook {
  archive: Archive;
  /** Paths of the visible sheets, in order. */
  sheets: string[];
  from1904: boolean;
  strings: string[];
  /** By cell style: whether it shows a date. */
  dateStyles: boolean[];
}

/** Cells further to the right count as standing here: no kind of file has as many columns. */
const LAST_COLUMN = 255;
const BATCH = 5_000;
/** Excel's own limit; a sheet that states more is made to exhaust its reader. */
const MOST_ROWS = 1_048_576;

async function openWorkbook(bytes: Uint8Array, budget: number): Promise<Workbook> {
  const archive = openArchive(bytes, budget);
  const path = [...archive.entries.keys()].find((name) => /(^|\/)workbook\.xml$/.test(name));
  if (path === undefined) throw new XlsxError('xlsx-no-workbook');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const targets = new Map<string, string>();
  const parts: { strings?: string; styles?: string } = {};
  await readXml(unpack(archive, `${folder}_rels/workbook.xml.rels`), {
    open: (name, { Id = '', Target = '', Type = '' }) => {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : folder + Target;
      targets.set(Id, target);
      if (Type.endsWith('/sharedStrings')) parts.strings = target;
      if (Type.endsWith('/styles')) parts.styles = target;
    },
  });
  const sheets: string[] = [];
  let from1904 = false;
  await readXml(unpack(archive, path), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet' || ['hidden', 'veryHidden'].includes(attributes.state ?? '')) return;
      const key = Object.keys(attributes).find((attribute) => attribute.endsWith(':id')) ?? '';
      const target = targets.get(attributes[key] ?? '');
      if (target !== undefined) sheets.push(target);
    },
  });
  const strings = await readStrings(archive, parts.strings ?? `${folder}sharedStrings.xml`);
  const dateStyles = await readDateStyles(archive, parts.styles ?? `${folder}styles.xml`);
  return { archive, sheets, from1904, strings, dateStyles };
}

/** Excel's way to write what XML cannot hold or would change, and an underscore that would look like it. */
function toCellText(text: string): string {
  const plain = text.includes('_x') ? text.replace(/_x(000D|000A|0009|005F)_/g, (_, code) => decodeUnit(code)) : text;
  return plain.replace(/\r\n?/g, '\n').normalize('NFC');
}

function decodeUnit(code: string): string {
  return String.fromCharCode(Number.parseInt(code, 16));
}

async function readStrings(archive: Archive, path: string): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = 0;
  await readXml(unpack(archive, path), {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (name) => {
      if (name === 'si') strings.push(toCellText(current));
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 't') inText = false;
    },
  });
  return strings;
}

async function readDateStyles(archive: Archive, path: string): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  await readXml(unpack(archive, path), {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(Number(attributes.numFmtId ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats.map((id) => isDateFormat(id, codes.get(id)));
}

/** `AB12` → 27; -1 for a reference without letters. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  return column - 1;
}

function toCell(workbook: Workbook, type: string, style: number, value: string): string {
  if (value === '') return '';
  if (type === 's') return workbook.strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'd') return value.slice(0, 10);
  if (type !== 'n') return toCellText(value);
  const date = workbook.dateStyles[style] ? toDate(Number(value), workbook.from1904) : null;
  if (date !== null) return date;
  const plain = toPlainNumber(value);
  return plain === null ? value : NUMBER_MARK + plain;
}

/** Reads a sheet's rows until `take` answers false. */
async function readSheet(workbook: Workbook, path: string, take: (row: RawRow) => boolean): Promise<void> {
  let row = 0;
  let cells: string[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let inValue = false;
  let wanted = true;
  await readXml(unpack(workbook.archive, path), {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        const stated = columnOf(attributes.r ?? '');
        column = Math.min(stated === -1 ? column + 1 : stated, LAST_COLUMN);
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        value = '';
      } else inValue = name === 'v' || name === 't';
    },
    text: (text) => {
      if (inValue) value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'c') {
        const cell = toCell(workbook, type, style, value);
        if (cell === '') return;
        while (cells.length < column) cells.push('');
        cells[column] = cell;
      } else if (name === 'row' && cells.length > 0 && wanted) wanted = take({ row, cells });
    },
    isDone: () => !wanted,
  });
}

/** The rows among which a sheet's header can be. */
async function readFirstRows(workbook: Workbook, path: string): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  await readSheet(workbook, path, (row) => rows.push(row) < HEADER_WITHIN);
  return rows;
}

/**
 * The first sheet with a complete header (of `kind`, or of any), else with most of one, else with anything. With a
 * heading, the first sheet that has it, or none.
 */
async function chooseSheet(
  workbook: Workbook,
  kind: InputFile['kind'],
  heading: string | undefined,
): Promise<string | undefined> {
  let partial: string | undefined;
  let filled: string | undefined;
  for (const path of workbook.sheets) {
    const rows = await readFirstRows(workbook, path);
    if (heading !== undefined) {
      if (rows.some(({ cells }) => cells.some((cell) => cell.trim() === heading))) return path;
      continue;
    }
    const header = findHeader(rows, kind);
    if (header?.missing.length === 0) return path;
    if (header) partial ??= path;
    if (rows.length > 0) filled ??= path;
  }
  return partial ?? filled;
}

/**
 * Reads the rows of the first visible sheet that has a known header, in batches. Without one those of the first sheet
 * that has any, for the error to show. With a `heading`, those of the first sheet that has it among its first rows.
 * @throws XlsxError for what is no workbook, is encrypted or broken, or unpacks to more than `budget` bytes
 */
export async function readWorkbook(
  bytes: Uint8Array,
  kind: InputFile['kind'],
  budget: number,
  onRows: (rows: RawRow[]) => void,
  heading?: string,
): Promise<void> {
  const workbook = await openWorkbook(bytes, budget);
  const path = await chooseSheet(workbook, kind, heading);
  if (path === undefined) return;
  let batch: RawRow[] = [];
  let count = 0;
  await readSheet(workbook, path, (row) => {
    count += 1;
    if (count > MOST_ROWS) throw new XlsxError('xlsx-too-large');
    batch.push(row);
    if (batch.length >= BATCH) {
      onRows(batch);
      batch = [];
    }
    return true;
  });
  onRows(batch);
}
