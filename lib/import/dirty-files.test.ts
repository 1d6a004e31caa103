import { expect, test } from 'vitest';
import { briefOf, csv, planFiles, smallState } from './testing/states.ts';
import type { InputFile } from './types.ts';

/** The small municipality's balance in the forms in which systems write it: each must be read as what is stored. */
async function expectUnchanged(file: InputFile) {
  const plan = await planFiles(await smallState(), [file]);
  expect(plan.issues).toEqual([]);
  expect(plan.control).toEqual({ count: 4, sum: 0n });
  expect(plan.files[0]).toMatchObject({ rows: 4, unchanged: 4, changes: [] });
}

test('SAP: four lines of heading, tabs, trailing minus, blank lines, a total line', async () => {
  await expectUnchanged(
    csv('sap.txt', [
      'Saldobalance\t\t\t',
      'Firmakode 1000\t\t\t',
      'Periode 12-2023 "foreløbig"\t\t\t',
      '',
      'Konto\tKontonavn\tIM-funktion\tSaldo',
      '91400001\tKrav\t09.28.14\t 1.500,00 ',
      '',
      '95900001\tMellemregning A\t952.59\t200,50-',
      '95900002\tMellemregning B\t95259\t700,50',
      '\t\t\t',
      '99900001\tEgenkapital\t9.75.99\t2.000,00-',
      'I alt\t\t\t0,00',
    ]),
  );
});

test('KMD: debet and kredit, unsigned, with the sum of each; no column for the function', async () => {
  await expectUnchanged(
    csv('kmd.csv', [
      'Kontonr.;Kontonavn;Debet;Kredit',
      '0091400001;Krav;1.500,00;',
      '0095900001;Mellemregning A;;200,50',
      '0095900002;Mellemregning B;1.000,50;300,00',
      '0099900001;Egenkapital;0,00;2.000,00',
      ';;2.500,50;2.500,50',
    ]),
  );
});

test('Xflow: D and K after the amount, UTF-16', async () => {
  const file = csv('xflow.csv', [
    'Konto;Kontonavn;IM-funktion;Beløb',
    'S91400001;Krav;9.28.14;1.500,00 D',
    'S95900001;Mellemregning A;9.52.59;200,50 K',
    'S95900002;Mellemregning B;9.52.59;700,50D',
    'S99900001;Egenkapital;9.75.99;2.000,00 k',
    'Total;;;0,00 D',
  ]);
  const text = new TextDecoder().decode(file.bytes);
  await expectUnchanged({ ...file, bytes: new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')) });
});

test('an English export: commas between cells, decimal points, parentheses', async () => {
  await expectUnchanged(
    csv('english.csv', [
      'Account,Account name,IM-funktion,Balance',
      '91400001,Krav,9.28.14,"1,500.00"',
      '95900001,Mellemregning A,9.52.59,(200.50)',
      '95900002,Mellemregning B,9.52.59,700.5',
      '99900001,Egenkapital,9.75.99,"-2,000"',
    ]),
  );
});

test('blanks and no-break blanks between thousands, a true minus, kr., quotes and line ends in names', async () => {
  const state = await smallState();
  const file = csv('pretty.csv', [
    '"Konto";"Kontonavn";"IM-funktion";"Saldo"',
    '"91400001";"Krav ""ny""\r\nlinje 2";"9.28.14";"kr. 1 500,00"',
    '95900001;Mellemregning A;9.52.59;\u2212200,50',
    '95900002;Mellemregning B;9.52.59;700,50 kr.',
    '99900001;Egenkapital;9.75.99;-2\u00a0000,00',
    'Saldo i alt;;;0',
  ]);
  const plan = await planFiles(state, [file]);
  expect(plan.issues).toEqual([]);
  expect(plan.files[0]?.changes).toMatchObject([
    { id: '91400001', after: { name: 'Krav "ny"\nlinje 2', balance: 150000n } },
  ]);
});

test('rows below a line end inside quotes are named by the line that the user sees', async () => {
  const file = csv('b.csv', ['Konto;Kontonavn;Saldo', '91400001;"Krav\r\nlinje 2\r\nlinje 3";1,00', '95900001;A;x']);
  const plan = await planFiles(await smallState(), [file]);
  expect(plan.issues.map(briefOf)).toEqual([['b.csv', 5, 'Saldo', 'x', 'amount-not-an-amount']]);
});

test('debet and kredit decide the form together', async () => {
  const header = 'Konto;Kontonavn;Debet;Kredit';
  const state = await smallState();
  const decided = csv('a.csv', [header, '91400001;A;1.234;', '95900001;B;;1.234,00']);
  expect((await planFiles(state, [decided])).control).toEqual({ count: 2, sum: 0n });
  const open = csv('b.csv', [header, '91400001;A;1.234;', '95900001;B;;1.234']);
  expect((await planFiles(state, [open])).ambiguous).toEqual([
    { file: 'b.csv', column: 'Debet', samples: ['1.234'] },
    { file: 'b.csv', column: 'Kredit', samples: ['1.234'] },
  ]);
});

test('evidence for both forms: the larger part decides, the rest are errors; a choice decides otherwise', async () => {
  const rows = ['91400001;A;1.234,50', '95900001;B;-1.234,50', '95900002;C;4380.31'];
  const file = csv('b.csv', ['Konto;Kontonavn;Saldo', ...rows]);
  const plan = await planFiles(await smallState(), [file]);
  expect(plan.issues.map(briefOf)).toEqual([['b.csv', 4, 'Saldo', '4380.31', 'amount-other-form']]);
  const english = await planFiles(await smallState(), [file], { amounts: 'en' });
  expect(english.issues.map(({ row, code }) => [row, code])).toEqual([
    [2, 'amount-other-form'],
    [3, 'amount-other-form'],
  ]);
});

test.each([['I alt;;0,00'], ['I alt;0,00'], [';0,00'], ['* I ALT *;;;0,00']])(
  'a total line as short as %s',
  async (total) => {
    await expectUnchanged(
      csv('kort.csv', [
        'Konto;Kontonavn;IM-funktion;Saldo',
        '91400001;Krav;9.28.14;1.500,00',
        '95900001;Mellemregning A;9.52.59;-200,50',
        '95900002;Mellemregning B;9.52.59;700,50',
        '99900001;Egenkapital;9.75.99;-2.000,00',
        total,
      ]),
    );
  },
);

test('a short total line is held against its columns, and is none where rows follow', async () => {
  const rows = ['91400001;Krav;1.500,00;', '95900001;Mellemregning A;;1.500,00'];
  const debitCredit = (...more: string[]) => csv('kmd.csv', ['Konto;Kontonavn;Debet;Kredit', ...more]);
  const state = await smallState();
  const wrong = await planFiles(state, [debitCredit(...rows, 'I alt;1.500,00;1.400,00')]);
  expect(wrong.issues.map(briefOf)).toEqual([['kmd.csv', 4, 'Kredit', '1.400,00', 'total-disagrees']]);
  const inside = await planFiles(state, [debitCredit(rows[0] ?? '', 'I alt;1.500,00;0,00', rows[1] ?? '')]);
  expect(inside.issues.map(briefOf)).toEqual([['kmd.csv', 3, null, null, 'row-too-short']]);
});
