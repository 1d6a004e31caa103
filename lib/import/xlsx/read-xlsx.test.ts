import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { NUMBER_MARK } from '../raw-table.ts';
import { briefOf, planFiles, smallState } from '../testing/states.ts';
import { inline, makeWorkbook, number, shared, sheetXml } from '../testing/workbooks.ts';
import type { InputFile } from '../types.ts';
import { isDateFormat, toDate } from './date-style.ts';
import { readXlsx } from './read-xlsx.ts';

const file = (bytes: Uint8Array, name = 'b.xlsx'): InputFile => ({ name, bytes, kind: 'auto' });
const HEADER = ['Konto', 'Kontonavn', 'IM-funktion', 'Saldo'].map(inline);
const FINDINGS =
  'Konto;Kategori;Udvalg;Ansvarlig;Tema;Posteringsdato;Beløb til opfølgning;Aktivitetsplan;Deadline;Konsekvens';

async function rowsOf(parts: Parameters<typeof makeWorkbook>[0]) {
  const table = await readXlsx(file(makeWorkbook(parts)));
  expect(table.faults).toEqual([]);
  return table.rows;
}

test('reads every kind of cell of the first visible sheet with a known header', async () => {
  const xml = sheetXml({
    2: HEADER,
    4: [number('90100001'), shared(1), number('952.6'), number('-1.5860700000000001E5')],
    5: [
      inline('A_x000D_&#10;&lt;B&gt;'),
      null,
      { attributes: ' t="b"', inner: '<v>1</v>' },
      { attributes: ' t="str"', inner: '<f>A1</f><v>sum</v>' },
    ],
    6: [null, { attributes: ' t="e"', inner: '<v>#N/A</v>' }, number('45291', 1), number('45291.75', 2)],
  });
  const sharedStrings = '<si><t>x</t></si><si><r><t>Kas</t></r><r><t>sen </t></r><rPh><t>kana</t></rPh></si>';
  const other = sheetXml({ 1: [inline('Noter')], 2: [inline('Konto'), inline('Saldo')] });
  const rows = await rowsOf({
    sheets: [
      { name: 'Noter', xml: other },
      { name: 'Skjult', xml, state: 'hidden' },
      { name: 'Saldo', xml },
    ],
    sharedStrings,
    styles: [0, 14, 164],
    customFormats: { 164: '[$-406]d. mmmm yyyy;@' },
  });
  expect(rows).toEqual([
    { row: 2, cells: ['Konto', 'Kontonavn', 'IM-funktion', 'Saldo'] },
    { row: 4, cells: [`${NUMBER_MARK}90100001`, 'Kassen ', `${NUMBER_MARK}952.6`, `${NUMBER_MARK}-158607`] },
    { row: 5, cells: ['A\n<B>', '', 'true', 'sum'] },
    { row: 6, cells: ['', '#N/A', '2023-12-31', '2023-12-31'] },
  ]);
});

test('reads names with a prefix, cells without a reference, and the calendar from 1904', async () => {
  const xml = sheetXml({ 1: HEADER, 2: [number('43829', 1)] }, 'x').replaceAll(/ r="[A-Z]\d"/g, '');
  const rows = await rowsOf({ sheets: [{ name: 'A', xml }], styles: [0, 14], date1904: true });
  expect(rows[0]?.cells).toEqual(['Konto', 'Kontonavn', 'IM-funktion', 'Saldo']);
  expect(rows[1]?.cells).toEqual(['2023-12-31']);
});

test('tells dates from numbers by their format', () => {
  expect([14, 22, 45].map((id) => isDateFormat(id, undefined))).toEqual([true, true, true]);
  expect(['yyyy-mm-dd', 'd/m/yy', '[$-406]dd. mmmm åååå', 'hh:mm'].map((code) => isDateFormat(164, code))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['0.00', '#,##0.00 "kr. d"', '[Red]-#,##0', 'General', '@'].map((code) => isDateFormat(164, code))).toEqual(
    Array(5).fill(false),
  );
  expect([toDate(45291, false), toDate(60.5, false), toDate(61, false), toDate(0.5, false)]).toEqual([
    '2023-12-31',
    '1900-02-28',
    '1900-03-01',
    null,
  ]);
});

test('a balance with lost zeros, text numbers and a total line is read like the CSV that Excel would write', async () => {
  const xml = sheetXml({
    1: [inline('Saldobalance pr. 31.12.2023')],
    3: HEADER,
    4: [number('91400001'), inline('Krav'), number('928.14'), number('1500')],
    6: [inline('S095900001'), inline('Mellemregning A'), number('95259'), inline('200,50-')],
    7: [number('95900002'), inline('Mellemregning B'), inline('09.52.59'), number('700.5')],
    8: [number('99900001'), inline('Egenkapital'), number('975.99'), number('-2000.0000000000002')],
    9: [inline('I alt'), null, null, number('0')],
  });
  const plan = await planFiles(await smallState(), [file(makeWorkbook({ sheets: [{ name: 'A', xml }] }))]);
  expect(plan.issues).toEqual([]);
  expect(plan.files[0]).toMatchObject({ rows: 4, unchanged: 4, changes: [] });
});

test('a function whose last zero Excel dropped gets it back', async () => {
  const state = await smallState();
  state.functions.push({ code: '9.52.60', name: 'Sixty' });
  const xml = sheetXml({ 1: HEADER, 2: [number('96000001'), inline('Ny'), number('952.6'), number('0')] });
  const plan = await planFiles(state, [file(makeWorkbook({ sheets: [{ name: 'A', xml }] }))]);
  expect(plan.files[0]?.changes[0]).toMatchObject({ id: '96000001', after: { imFunction: '9.52.60' } });
});

test('dates of findings may be date cells', async () => {
  const header = FINDINGS.split(';').map(inline);
  const row = ['95900001', '2', 'BIU', 'BIF', 'KSD'].map(inline);
  const xml = sheetXml({
    1: header,
    2: [...row, number('44926', 1), number('5000'), inline('Ring'), number('45382', 1), inline('')],
    3: [...row, number('45292', 1), number('1')],
  });
  const plan = await planFiles(await smallState(), [
    file(makeWorkbook({ sheets: [{ name: 'A', xml }], styles: [0, 14] })),
  ]);
  expect(plan.issues.map(briefOf)).toEqual([
    ['b.xlsx', 3, 'Posteringsdato', '2024-01-01', 'posted-after-balance-date'],
  ]);
  expect(plan.files[0]?.changes.find(({ id }) => id === '95900001')).toMatchObject({
    after: {
      findings: [{ items: [{ postingDate: '2022-12-31', amount: 500000n }], steps: [{ deadline: '2024-03-31' }] }],
    },
  });
});

test('what is no readable workbook', async () => {
  const state = await smallState();
  const codeOf = async (bytes: Uint8Array) => (await planFiles(state, [file(bytes)])).issues.map(briefOf);
  const said = (code: string) => [['b.xlsx', null, null, null, code]];
  const good = makeWorkbook({ sheets: [{ name: 'A', xml: sheetXml({ 1: HEADER }) }] });
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  expect(await codeOf(new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]))).toEqual(
    said('xlsx-encrypted'),
  );
  expect(await codeOf(new Uint8Array([...ole, ...Array(600).fill(0)]))).toEqual(said('xls-old'));
  expect(await codeOf(zipSync({ 'a.txt': strToU8('x') }))).toEqual(said('xlsx-no-workbook'));
  expect(await codeOf(good.slice(0, good.length - 30))).toEqual(said('xlsx-broken'));
  const damaged = good.slice();
  damaged.fill(0xff, 60, 90);
  expect(await codeOf(damaged)).toEqual(said('xlsx-broken'));
  const notXml = makeWorkbook({ sheets: [{ name: 'A', xml: '<worksheet><row></worksheet>' }] });
  expect(await codeOf(notXml)).toEqual(said('xlsx-broken'));
  const entity =
    '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row r="1"><c><v>&a;</v></c></row></sheetData></worksheet>';
  expect(await codeOf(makeWorkbook({ sheets: [{ name: 'A', xml: entity }] }))).toEqual(said('xlsx-broken'));
  const empty = makeWorkbook({ sheets: [{ name: 'A', xml: '<worksheet><sheetData/></worksheet>' }] });
  expect(await codeOf(empty)).toEqual(said('file-empty'));
});

test('the bytes that are really unpacked are capped, whatever the archive declares', async () => {
  const rows = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [at + 2, [inline('A'.repeat(500))]]));
  const bytes = makeWorkbook({ sheets: [{ name: 'A', xml: sheetXml({ 1: HEADER, ...rows }) }] });
  expect(bytes.length).toBeLessThan(50_000);
  const declared = Buffer.from(bytes);
  // The directory's word on the size of every entry is made small.
  for (let at = declared.indexOf('PK\u0001\u0002'); at !== -1; at = declared.indexOf('PK\u0001\u0002', at + 4)) {
    declared.writeUInt32LE(10, at + 24);
  }
  expect((await readXlsx(file(declared), 1_000_000)).faults).toEqual([{ code: 'xlsx-too-large', place: null }]);
  expect((await readXlsx(file(declared), 2_000_000)).rows).toHaveLength(2_001);
});

test('a text, a comment or rows without end are refused, and the process lives on', async () => {
  const faultOf = async (xml: string) =>
    (await readXlsx(file(makeWorkbook({ sheets: [{ name: 'A', xml }] })))).faults.map(({ code }) => code);
  const long = ' '.repeat(9 * 1024 * 1024);
  const good = sheetXml({ 1: HEADER });
  expect(await faultOf(good.replace('</worksheet>', `${long}</worksheet>`))).toEqual(['xlsx-too-large']);
  expect(await faultOf(good.replace('</worksheet>', `<!--${long}--></worksheet>`))).toEqual(['xlsx-too-large']);
  expect(await faultOf(good.replace('</worksheet>', '<a>'.repeat(300)))).toEqual(['xlsx-broken']);
  const rows = '<row><c><v>1</v></c></row>'.repeat(1_048_577);
  expect(await faultOf(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)).toEqual(['xlsx-too-large']);
});
