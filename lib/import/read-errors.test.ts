import { expect, test } from 'vitest';
import { emptyState } from '#lib/domain/testing/empty-state.ts';
import { LARGEST_FILE } from './read-files.ts';
import { briefOf, csv, planFiles, SMALL_FILES, smallState } from './testing/states.ts';
import type { InputFile } from './types.ts';

const HEADER = 'Konto;Kontonavn;IM-funktion;Saldo';
const balance = (...rows: string[]) => csv('b.csv', [HEADER, ...rows]);
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** What is wrong with one file, held against the small municipality. */
async function findIssues(file: InputFile) {
  const plan = await planFiles(await smallState(), [file]);
  return plan.issues.map(briefOf);
}

test('a file of no known kind', async () => {
  expect(await findIssues(csv('x.csv', ['Navn;Alder', 'A;1']))).toEqual([
    ['x.csv', 1, null, 'Navn Alder', 'unknown-kind'],
  ]);
});

test('a file without the headings of the kind that was chosen', async () => {
  expect(await findIssues(csv('x.csv', ['Navn;Alder', 'A;1'], 'saldobalance'))).toEqual([
    ['x.csv', 1, null, 'Navn Alder', 'header-missing'],
  ]);
});

test('an empty file, and one of blank lines', async () => {
  expect(await findIssues({ name: 'x.csv', bytes: new Uint8Array(), kind: 'auto' })).toEqual([
    ['x.csv', null, null, null, 'file-empty'],
  ]);
  expect(await findIssues(csv('x.csv', ['', '']))).toEqual([['x.csv', null, null, null, 'file-empty']]);
});

test('a balance without rows', async () => {
  expect(await findIssues(balance())).toEqual([['b.csv', 1, null, null, 'no-rows']]);
});

test('a file over 25 MB', async () => {
  const file: InputFile = { name: 'b.csv', bytes: new Uint8Array(LARGEST_FILE + 1), kind: 'auto' };
  expect(await findIssues(file)).toEqual([['b.csv', null, null, null, 'file-too-large']]);
});

test('a missing column, with the row of the headings', async () => {
  const file = csv('b.csv', ['Saldobalance 2023', HEADER.replace(';Saldo', ''), '91400001;Krav;9.28.14']);
  expect(await findIssues(file)).toEqual([['b.csv', 2, 'Saldo', null, 'column-missing']]);
});

test('a missing kredit beside a debet', async () => {
  const file = csv('b.csv', ['Konto;Kontonavn;Debet', '91400001;Krav;1,00']);
  expect(await findIssues(file)).toEqual([['b.csv', 1, 'Kredit', null, 'column-missing']]);
});

test('a column that stands twice', async () => {
  expect(await findIssues(csv('b.csv', [`${HEADER};saldo`, '91400001;Krav;9.28.14;0,00;0,00']))).toEqual([
    ['b.csv', 1, 'Saldo', null, 'column-twice'],
  ]);
});

test('ragged rows; blank cells beyond the headings do no harm', async () => {
  const file = balance(
    '91400001;Krav;9.28.14;0,00;;',
    '95900001;B;9.52.59',
    '95900002;B;9.52.59;0,00;x',
    '99900001;E;9.75.99;0,00',
  );
  expect(await findIssues(file)).toEqual([
    ['b.csv', 3, null, null, 'row-too-short'],
    ['b.csv', 4, null, 'x', 'row-too-long'],
  ]);
});

test('wrong quoting, with the heading over the cell', async () => {
  const file = balance('91400001;5" rør;9.28.14;0,00', '95900001;"A"x;9.52.59;0,00', '95900002;"B;9.52.59;0,00');
  expect(await findIssues(file)).toEqual([
    ['b.csv', 2, 'Kontonavn', '5" rør', 'quote-inside'],
    ['b.csv', 3, 'Kontonavn', '"A"x', 'text-after-quote'],
    ['b.csv', 4, 'Kontonavn', 'B;9.52.59;0,00\n', 'quote-not-closed'],
  ]);
});

test('the bytes that Windows-1252 leaves undefined', async () => {
  const bytes = bytesOf(`${HEADER}\r\n91400001;Kr\x81v \xe6;9.28.14;0,00\r\n`);
  expect(await findIssues({ name: 'b.csv', bytes, kind: 'auto' })).toContainEqual([
    'b.csv',
    2,
    'Kontonavn',
    'Kr\u0081v æ',
    'unreadable-bytes',
  ]);
});

test('bytes that are not what the byte order mark says', async () => {
  const bytes = bytesOf(`\xef\xbb\xbf${HEADER}\r\n91400001;Kr\xe6v;9.28.14;0,00\r\n`);
  expect(await findIssues({ name: 'b.csv', bytes, kind: 'auto' })).toContainEqual([
    'b.csv',
    2,
    'Kontonavn',
    'Kr\ufffdv',
    'unreadable-bytes',
  ]);
});

test('amounts, accounts and functions that are none, all at once', async () => {
  const file = balance(
    '91400001;Krav;9.28.14;1.000,005',
    '95900001;A;9.52.59;tusind',
    '95900002;B;9.52.59;90.000.000.000.000,01',
    '99900001;E;9.75.99;12.50',
    '95900003;C;95.2;1,00',
    'konto;D;9.52.59;1,00',
    ';E;9.52.59;1,00',
    '95900004;F;9.52.59;',
  );
  expect(await findIssues(file)).toEqual([
    ['b.csv', 2, 'Saldo', '1.000,005', 'amount-three-decimals'],
    ['b.csv', 3, 'Saldo', 'tusind', 'amount-not-an-amount'],
    ['b.csv', 4, 'Saldo', '90.000.000.000.000,01', 'amount-too-large'],
    ['b.csv', 5, 'Saldo', '12.50', 'amount-other-form'],
    ['b.csv', 6, 'IM-funktion', '95.2', 'not-a-function'],
    ['b.csv', 7, 'Konto', 'konto', 'not-an-account'],
    ['b.csv', 8, 'Konto', '', 'value-missing'],
    ['b.csv', 9, 'Saldo', '', 'value-missing'],
  ]);
});

test('a column of amounts that can be read both ways', async () => {
  const file = balance('91400001;Krav;9.28.14;1.500', '95900001;A;9.52.59;-1.500', '95900002;B;9.52.59;0');
  const plan = await planFiles(await smallState(), [file]);
  expect(plan.ambiguous).toEqual([{ file: 'b.csv', column: 'Saldo', samples: ['1.500', '-1.500'] }]);
  expect(plan.issues.map(briefOf)).toEqual([['b.csv', 2, 'Saldo', '1.500', 'amount-form-unclear']]);
  const danish = await planFiles(await smallState(), [file], { amounts: 'da' });
  expect(danish.files[0]?.changes[0]).toMatchObject({ id: '95900001', after: { balance: -150000n } });
  const english = await planFiles(await smallState(), [file], { amounts: 'en' });
  expect(english.issues.map(briefOf).slice(0, 2)).toEqual([
    ['b.csv', 2, 'Saldo', '1.500', 'amount-three-decimals'],
    ['b.csv', 3, 'Saldo', '-1.500', 'amount-three-decimals'],
  ]);
});

test('a total line that is not the sum, or no amount', async () => {
  const rows = ['91400001;Krav;9.28.14;2,00', '95900001;A;9.52.59;-2,00'];
  expect(await findIssues(balance(...rows, 'I alt;;;5,00'))).toContainEqual([
    'b.csv',
    4,
    'Saldo',
    '5,00',
    'total-disagrees',
  ]);
  expect(await findIssues(balance(...rows, ';;;x'))).toContainEqual(['b.csv', 4, 'Saldo', 'x', 'total-unreadable']);
});

const FINDINGS =
  'Konto;Kategori;Udvalg;Ansvarlig;Tema;Posteringsdato;Beløb til opfølgning;Aktivitetsplan;Deadline;Konsekvens';

test('dates, categories and items that are none', async () => {
  const file = csv('a.csv', [
    FINDINGS,
    '95900001;2;BIU;BIF;;31.11.2023;5,00;;;',
    '95900001;2;BIU;BIF;;01.01.2024;5,00;;;',
    '95900001;2;BIU;BIF;;;5,00;;;',
    '95900001;2;BIU;BIF;;01.12.2023;;;;',
    '95900001;2;BIU;BIF;;01.12.2023;5,00;Ring;32.01.2024;',
    '95900002;4;ØU;;;01.12.2023;5,00;;;',
    '91400001;2;;;;01.12.2023;5,00;;;',
  ]);
  expect(await findIssues(file)).toEqual([
    ['a.csv', 2, 'Posteringsdato', '31.11.2023', 'impossible-date'],
    ['a.csv', 3, 'Posteringsdato', '01.01.2024', 'posted-after-balance-date'],
    ['a.csv', 4, 'Posteringsdato', '', 'item-without-date'],
    ['a.csv', 5, 'Beløb til opfølgning', '', 'item-without-amount'],
    ['a.csv', 6, 'Deadline', '32.01.2024', 'impossible-date'],
    ['a.csv', 7, 'Kategori', '4', 'category-outside'],
    ['a.csv', 8, 'Udvalg', '', 'value-missing'],
  ]);
});

test('registers with what cannot be read', async () => {
  const comparison = csv('s.csv', ['Kategori;Antal konti;Nettobeløb', '1;2,5;1,00', '2;2.338;1,00', '5;1;1,00']);
  expect(await findIssues(comparison)).toEqual([
    ['s.csv', 2, 'Antal konti', '2,5', 'not-a-count'],
    ['s.csv', 4, 'Kategori', '5', 'category-outside'],
  ]);
  const writeOffs = csv('w.csv', [
    'Udvalg;Type;Afskrevet på IM-funktion;Modpost IM-funktion;Modpost navn;Bevilling;Beløb',
    'BIU;tab;8.28.14;0.25.11;Beboelse;;1,00',
  ]);
  expect(await findIssues(writeOffs)).toEqual([['w.csv', 2, 'Type', 'tab', 'write-off-kind']]);
  const responsible = csv('k.csv', [
    'Konto;Afstemmes af;Udvalg;Forvaltning;Afstemmes særskilt',
    '95900001;KS;BIU;BIF;måske',
  ]);
  expect(await findIssues(responsible)).toEqual([['k.csv', 2, 'Afstemmes særskilt', 'måske', 'not-yes-or-no']]);
});

test('two files of one kind', async () => {
  const file = SMALL_FILES.organisation;
  if (!file) throw new Error('The small organisation is there.');
  const plan = await planFiles(emptyState(), [file, { ...file, name: 'again.csv' }]);
  expect(plan.issues.map(briefOf)).toEqual([['again.csv', null, null, null, 'kind-twice']]);
});

test('a file that is no text shows its first unreadable cell, not all of them', async () => {
  const bytes = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 37) % 256);
  const issues = await findIssues({ name: 'x.png', bytes, kind: 'auto' });
  expect(issues.map(([, , , , code]) => code).filter((code) => code === 'unreadable-bytes')).toHaveLength(1);
  expect(issues.length).toBeLessThan(6);
});

test('with debet and kredit an issue names the column that the file has', async () => {
  const file = csv('b.csv', ['Konto;Kontonavn;Debet;Kredit', '91400001;Krav;1,00;']);
  expect(await findIssues(file)).toEqual([['b.csv', null, 'Debet', '1,00', 'balance-not-zero']]);
});
