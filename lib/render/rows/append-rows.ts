import { setImmediate } from 'node:timers/promises';
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import { cleanText, HEAD_ROW, type SheetValue } from '#lib/render/excel/sheet.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const TABLE = 'xl/tables/table1.xml';
/** In local time, as the zip library writes it: the same bytes in every time zone. */
const PART_DATE = new Date(2000, 0, 1);
const BATCH = 1_000;
const DAY = 86_400_000;
/** Excel's number of the day on which JavaScript's time begins. */
const DAY_1970 = 25_569;

/** `A`, `Z`, `AA` by the column's place, from 0. */
function columnName(index: number): string {
  return (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
}

function escapeText(text: string): string {
  const escaped = cleanText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  // Excel would take this for a code of its own.
  return escaped.includes('_x') ? escaped.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_') : escaped;
}

/** Text is written as an inline string, which Excel never reads as a formula, whatever it begins with. */
function cellXml(value: SheetValue, reference: string, style: string): string {
  const head = `<c r="${reference}" s="${style}"`;
  if (value === null) return `${head}/>`;
  if (typeof value === 'string') {
    return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;
  }
  return `${head}><v>${typeof value === 'number' ? value : value.getTime() / DAY + DAY_1970}</v></c>`;
}

/** The sheet's text up to the end of its last table row, what comes after it, and the styles of that row's cells. */
function cutSheet(xml: string, lastRow: number): { before: string; after: string; styles: string[] } {
  const begin = xml.indexOf(`<row r="${lastRow}"`);
  const end = xml.indexOf('</row>', begin) + '</row>'.length;
  if (begin === -1) throw new Error(`The sheet has no row ${lastRow}.`);
  const styles = [...xml.slice(begin, end).matchAll(/<c r="[A-Z]+\d+" s="(\d+)"/g)].map(([, style]) => style ?? '');
  return { before: xml.slice(0, end), after: xml.slice(end), styles };
}

/**
 * Puts `rows` under the table of a workbook that addTableSheet() made with `tableRows` rows, in their style, and makes
 * the table as long; a total line moves down. The rows go into the file one batch after the other and are never all in
 * memory as XML, and others can work between the batches. The same rows give the same bytes.
 */
export async function appendRows<Row>(
  workbook: Uint8Array,
  tableRows: number,
  rows: readonly Row[],
  valuesOf: (row: Row) => SheetValue[],
): Promise<Uint8Array> {
  const lastRow = HEAD_ROW + tableRows;
  const newLast = lastRow + rows.length;
  const parts = unzipSync(workbook);
  const { before, after, styles } = cutSheet(strFromU8(parts[SHEET] ?? new Uint8Array()), lastRow);
  const names = styles.map((_, index) => columnName(index));
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const begin = (name: string): ZipDeflate => {
    const part = new ZipDeflate(name, { level: 4 });
    part.mtime = PART_DATE;
    zip.add(part);
    return part;
  };
  for (const [name, bytes] of Object.entries(parts)) {
    if (name === SHEET) continue;
    begin(name).push(name === TABLE ? lengthenRange(bytes, lastRow, newLast) : bytes, true);
  }
  const sheet = begin(SHEET);
  const end = lastRow + 1;
  sheet.push(
    strToU8(
      before.replace(
        /(<dimension ref="[A-Z]+\d+:[A-Z]+)(\d+)/,
        (_, range, last) => `${range}${Number(last) + rows.length}`,
      ),
    ),
  );
  for (let from = 0; from < rows.length; from += BATCH) {
    const lines = rows.slice(from, from + BATCH).map((row, index) => {
      const number = end + from + index;
      const values = valuesOf(row);
      const cells = names.map((name, column) =>
        cellXml(values[column] ?? null, `${name}${number}`, styles[column] ?? ''),
      );
      return `<row r="${number}">${cells.join('')}</row>`;
    });
    sheet.push(strToU8(lines.join('')));
    await setImmediate();
  }
  const moved = after.replace(new RegExp(`(<row r="|<c r="[A-Z]+)${end}(?=")`, 'g'), `$1${newLast + 1}`);
  sheet.push(strToU8(moved), true);
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}

/** The table's part with its range, and that of its filter, down to `newLast`. */
function lengthenRange(part: Uint8Array, last: number, newLast: number): Uint8Array {
  return strToU8(strFromU8(part).replace(new RegExp(`( ref="[A-Z]+\\d+:[A-Z]+)${last}(?=")`, 'g'), `$1${newLast}`));
}
