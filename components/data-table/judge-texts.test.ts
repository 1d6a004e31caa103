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

const ADVICE = { message: 'Ældre ord', text: 'specification', label: 'Brug specification' };
let asked = 0;
const ADVISED: Column<Row> = {
  ...METHOD,
  edit: {
    text: (row) => row.method,
    check: (text) => (text === 'gæt' ? 'Ukendt metode' : null),
    refusal: (row) => (row.isClosed ? 'Kontoen er lukket.' : null),
    advise: (text) => {
      asked += 1;
      return text === 'b' ? ADVICE : null;
    },
  },
};

test('what is odd about a text is told beside saving it', () => {
  const { edits, advised } = judge(ADVISED, ' b ');
  expect(edits).toMatchObject([{ text: 'b', error: null }]);
  expect(advised).toEqual([{ rowId: 'a', columnId: 'metode', advice: ADVICE }]);
});

test('nothing is advised of plain and wrong texts, of what the cell holds anyway, of a cell that takes nothing', () => {
  expect(judge(ADVISED, 'source').advised).toEqual([]);
  expect(judge(ADVISED, 'gæt').advised).toEqual([]);
  expect(judge(ADVISED, 'b', { ...ROW, method: 'b' }).advised).toEqual([]);
  expect(judge(ADVISED, 'b', { ...ROW, isClosed: true }).advised).toEqual([]);
});

test('of many cells with the same text each is advised, and the question asked once', () => {
  asked = 0;
  const inputs = Array.from({ length: 2_449 }, (_, at) => ({ rowId: `r${at}`, row: ROW, column: ADVISED, text: 'b' }));
  const { advised } = judgeTexts(inputs, 'Kan ikke rettes.');
  expect(advised).toHaveLength(2_449);
  expect(asked).toBe(1);
});
