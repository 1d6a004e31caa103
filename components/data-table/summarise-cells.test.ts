import { expect, test } from 'vitest';
import type { Column } from './columns.ts';
import type { GridLine } from './lines.ts';
import { summariseCells } from './summarise-cells.ts';

interface Row {
  name: string;
  amount: bigint | null;
  items: number | null;
}

const COLUMNS: Column<Row>[] = [
  { id: 'navn', header: 'Navn', width: 100, kind: 'text', value: (row) => row.name },
  { id: 'beloeb', header: 'Beløb', width: 100, kind: 'money', value: (row) => row.amount },
  { id: 'poster', header: 'Poster', width: 100, kind: 'count', value: (row) => row.items },
];

function line(id: string, name: string, amount: bigint | null, items: number | null): GridLine<Row> {
  return { kind: 'row', id, row: { name, amount, items } };
}

const LINES: GridLine<Row>[] = [
  line('a', 'Kasse', 10_000_000_000_001n, 2),
  { kind: 'group', id: 'g', depth: 0, label: 'Udvalg: BIU', count: 2, isOpen: true, sums: new Map([['beloeb', 5n]]) },
  line('b', '', -50n, 3),
  line('c', 'Bank', null, null),
  line('d', 'Lån', -50n, 3),
];

function summarise(top: number, bottom: number, left: number, right: number) {
  return summariseCells({ top, bottom, left, right }, LINES, COLUMNS, (_id, row) => row);
}

test('amounts are added exactly, the average is rounded and says so; heads of groups and blanks do not count', () => {
  expect(summarise(0, 4, 1, 1)).toEqual({
    filled: 3,
    numbers: 3,
    unit: 'money',
    sum: 9_999_999_999_901n,
    // 9.999.999.999.901 / 3 = 3.333.333.333.300,33
    average: 3_333_333_333_300n,
    isRounded: true,
  });
  expect(summarise(2, 4, 1, 1)).toMatchObject({ sum: -100n, average: -50n, isRounded: false });
});

test('amounts and counts are never added to each other; texts count as filled', () => {
  expect(summarise(0, 4, 0, 2)).toMatchObject({ filled: 9, numbers: 3, unit: 'money', sum: 9_999_999_999_901n });
  expect(summarise(0, 4, 2, 2)).toMatchObject({ numbers: 3, unit: 'count', sum: 8n, average: 267n, isRounded: true });
  expect(summarise(0, 4, 0, 0)).toMatchObject({ filled: 3, numbers: 0, sum: 0n });
});
