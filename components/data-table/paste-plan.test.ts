import { describe, expect, test } from 'vitest';
import { type PasteGrid, planPaste } from './paste-plan.ts';

const GRID: PasteGrid = {
  // Line 3 is the head of a group.
  rowLines: [0, 1, 2, 4, 5],
  heads: ['Konto', 'Navn', 'Ansvarlig', 'Frist'],
  keyColumn: 0,
  keyOf: (line) => ['91500001', '91500002', '91500003', '', '91500004', '91500004'][line] ?? '',
};

function rect(top: number, left: number, bottom = top, right = left) {
  return { top, left, bottom, right };
}

function texts(plan: ReturnType<typeof planPaste>): string[] {
  return plan.cells.map(({ line, column, text }) => `${line}.${column}=${text}`);
}

describe('where a pasted block goes', () => {
  test('one value fills the selection, and passes the heads of groups by', () => {
    expect(texts(planPaste([['BIF']], rect(1, 2, 4, 2), GRID))).toEqual(['1.2=BIF', '2.2=BIF', '4.2=BIF']);
  });

  test('a block starts at the first cell of the selection', () => {
    const plan = planPaste(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      rect(2, 2),
      GRID,
    );
    expect(texts(plan)).toEqual(['2.2=a', '2.3=b', '4.2=c', '4.3=d']);
    expect(plan.rect).toEqual(rect(2, 2, 4, 3));
  });

  test('a block repeats in a selection that is a multiple of it, and only there', () => {
    expect(texts(planPaste([['a', 'b']], rect(0, 2, 1, 3), GRID))).toEqual(['0.2=a', '0.3=b', '1.2=a', '1.3=b']);
    expect(texts(planPaste([['a'], ['b']], rect(0, 2, 2, 2), GRID))).toEqual(['0.2=a', '1.2=b']);
  });

  test('rows and columns that find no place are counted', () => {
    const plan = planPaste(
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
        ['g', 'h', 'i'],
      ],
      rect(4, 2),
      GRID,
    );
    expect(texts(plan)).toEqual(['4.2=a', '4.3=b', '5.2=d', '5.3=e']);
    expect(plan).toMatchObject({ rowsBeyond: 1, columnsBeyond: 1 });
  });

  test('on the key column rows are found by their key', () => {
    const block = [
      ['91500003', '', 'KSD'],
      [' 91500001 ', '', 'BIF'],
      ['99999999', '', 'x'],
      ['91500004', '', 'y'],
      ['', '', ''],
    ];
    const plan = planPaste(block, rect(4, 0), GRID);
    expect(texts(plan)).toEqual(['2.1=', '2.2=KSD', '0.1=', '0.2=BIF']);
    expect(plan).toMatchObject({ unknownKeys: ['99999999'], doubtfulKeys: ['91500004'], rowsBeyond: 0 });
  });

  test('a row of heads says which columns are meant, wherever it is pasted', () => {
    const block = [
      ['frist', 'Konto', 'Bemærkning', 'ANSVARLIG'],
      ['1.7.2024', '91500002', 'nej', 'BIF'],
    ];
    const plan = planPaste(block, rect(0, 3), GRID);
    expect(texts(plan)).toEqual(['1.3=1.7.2024', '1.2=BIF']);
    expect(plan.unknownHeads).toEqual(['Bemærkning']);
  });

  test('a single column of keys pasted on the key column is a plain paste, which the column then refuses', () => {
    expect(texts(planPaste([['91500003'], ['91500001']], rect(0, 0), GRID))).toEqual(['0.0=91500003', '1.0=91500001']);
  });
});
