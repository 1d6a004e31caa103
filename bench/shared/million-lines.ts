import { closeSync, openSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';
import { formatOre } from '#lib/format/amount.ts';

/** A balance as ERP systems export it: a million lines, several of each account, one opposite the other. */
export const LINES = 1_000_000;
export const ACCOUNTS = 40_000;

/** Functions of the reference case whose digits begin the numbers of its accounts. */
const FUNCTIONS = ['9.22.01', '9.22.05', '9.25.12', '9.28.14', '9.32.20'];
const HEADINGS = ['Konto', 'Kontonavn', 'IM-funktion', 'Saldo', 'Omkostningssted', 'Tekst'];

type Line = [account: string, name: string, imFunction: string, ore: bigint, place: string, text: string];

/** The line of that number: neighbours cancel out, and accounts come in no order. */
function lineAt(index: number): Line {
  const account = (index * 7_919) % ACCOUNTS;
  const imFunction = FUNCTIONS[account % FUNCTIONS.length] ?? '';
  const number = `9${imFunction.slice(-2)}${String(Math.floor(account / FUNCTIONS.length)).padStart(5, '0')}`;
  const amount = (BigInt(index >> 1) * 7_919_317n) % 50_000_000_000n;
  const place = String(100_000 + (index % 977));
  return [
    number,
    `Mellemregning ${account}`,
    imFunction,
    index % 2 === 0 ? amount : -amount,
    place,
    `Postering nr. ${index} fra fagsystemet, løbende afstemning`,
  ];
}

const PIECE = 20_000;

function* pieces(line: (values: Line, row: number) => string): Generator<string> {
  for (let begin = 0; begin < LINES; begin += PIECE) {
    yield Array.from({ length: Math.min(PIECE, LINES - begin) }, (_, at) => line(lineAt(begin + at), begin + at)).join(
      '',
    );
  }
}

/** As a CSV in Windows-1252, some 115 MB. */
export function writeMillionCsv(file: string): void {
  const handle = openSync(file, 'w');
  writeSync(handle, `${HEADINGS.join(';')}\r\n`);
  const line = ([account, name, code, ore, place, text]: Line) =>
    `${account};${name};${code};${formatOre(ore)};${place};${text}\r\n`;
  for (const piece of pieces(line)) writeSync(handle, Buffer.from(piece, 'latin1'));
  closeSync(handle);
}

/** As an .xlsx of one sheet, with the four columns that a balance has. */
export function writeMillionXlsx(file: string): void {
  const handle = openSync(file, 'w');
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    writeSync(handle, bytes);
  });
  const add = (name: string, parts: Iterable<string>) => {
    const entry = new ZipDeflate(name, { level: 1 });
    zip.add(entry);
    for (const part of parts) entry.push(Buffer.from(part));
    entry.push(new Uint8Array(), true);
  };
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const relation = (id: string, type: string, target: string) =>
    `<Relationships xmlns="${relations}"><Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  add('[Content_Types].xml', ['<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>']);
  add('_rels/.rels', [relation('rId1', 'officeDocument', 'xl/workbook.xml')]);
  add('xl/_rels/workbook.xml.rels', [relation('rId1', 'worksheet', 'worksheets/sheet1.xml')]);
  add('xl/workbook.xml', [
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Saldo" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ]);
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = ([account, name, code, ore]: Line, at: number) =>
    `<row r="${at + 2}">${text(account)}${text(name)}${text(code)}<c><v>${Number(ore) / 100}</v></c></row>`;
  add(
    'xl/worksheets/sheet1.xml',
    (function* () {
      yield `<worksheet xmlns="${main}"><sheetData><row r="1">${HEADINGS.slice(0, 4).map(text).join('')}</row>`;
      yield* pieces(row);
      yield '</sheetData></worksheet>';
    })(),
  );
  zip.end();
  closeSync(handle);
}
