import { expect, test } from 'vitest';
import { copiedCell } from './cell-text.ts';
import type { Column } from './columns.ts';
import { judgeTexts } from './judge-texts.ts';

interface Row {
  number: string;
  balance: bigint;
  method: string;
  isClosed: boolean;
}

const ROW: Row = { number: '05010000', balance: -123_450n, method: 'source', isClosed: false };

const NUMBER: Column<Row> = {
  id: 'konto',
  header: 'Konto',
  width: 90,
  kind: 'text',
  value: (row) => row.number,
  readOnly: 'Kommer fra balancen.',
};
const BALANCE: Column<Row> = { id: 'saldo', header: 'Saldo', width: 90, kind: 'money', value: (row) => row.balance };
const METHOD: Column<Row> = {
  id: 'metode',
  header: 'Metode',
  width: 90,
  kind: 'text',
  value: (row) => row.method,
  edit: {
    text: (row) => row.method,
    check: (text) => (['', 'source', 'specification'].includes(text) ? null : 'Ukendt metode'),
    refusal: (row) => (row.isClosed ? 'Kontoen er lukket.' : null),
    options: [
      { value: 'source', label: 'Kildemateriale' },
      { value: 'specification', label: 'Specifikation' },
    ],
  },
};

function judge(column: Column<Row>, text: string, row = ROW) {
  return judgeTexts([{ rowId: 'a', row, column, text }], 'Kan ikke rettes.');
}

test('a text that can be written is, with blanks around it gone and a label as what it stands for', () => {
  expect(judge(METHOD, ' specifikation ').edits).toEqual([
    { rowId: 'a', columnId: 'metode', text: 'specification', error: null, savedText: 'source' },
  ]);
  expect(judge(METHOD, '').edits[0]).toMatchObject({ text: '', error: null });
});

test('a text that does not check is kept as typed, with what is wrong', () => {
  expect(judge(METHOD, 'gæt').edits[0]).toMatchObject({ text: 'gæt', error: 'Ukendt metode' });
});

test('a cell that takes nothing is refused with its reason, unless the text is what it holds', () => {
  expect([...judge(NUMBER, '1').refused]).toEqual([['Kommer fra balancen.', 1]]);
  expect([...judge(BALANCE, '1').refused]).toEqual([['Kan ikke rettes.', 1]]);
  expect([...judge(METHOD, 'source', { ...ROW, isClosed: true }).refused]).toEqual([]);
  expect([...judge(METHOD, '', { ...ROW, isClosed: true }).refused]).toEqual([['Kontoen er lukket.', 1]]);
  expect(judge(BALANCE, '-1.234,50').refused.size).toBe(0);
});

test('amounts are copied as Danish people read them and as programs count them', () => {
  expect(copiedCell(BALANCE, ROW)).toEqual({ text: '-1.234,50', number: '-1234.50' });
  expect(copiedCell(BALANCE, { ...ROW, balance: -5n })).toEqual({ text: '-0,05', number: '-0.05' });
  expect(copiedCell(NUMBER, ROW)).toEqual({ text: '05010000', number: null });
});
