import { describe, expect, it } from 'vitest';
import {
  compareValues,
  filterRows,
  indexRows,
  type ListColumn,
  type ListFilter,
  parseSort,
  selectRows,
} from './list.ts';

interface Row {
  name: string;
  amount: bigint | null;
  tags: string[];
}

const rows: Row[] = [
  { name: 'Ældre- og Omsorg, mellemregning', amount: 100n, tags: ['2', '3'] },
  { name: 'Bank 0216', amount: -250n, tags: ['1'] },
  { name: 'Øvrige bankkonti', amount: null, tags: ['2'] },
];
const columns: ListColumn<Row>[] = [
  { id: 'navn', kind: 'text', value: (row) => row.name },
  { id: 'saldo', kind: 'money', value: (row) => row.amount },
];
const category: ListFilter<Row> = { id: 'kategori', values: (row) => row.tags };
const other: ListFilter<Row> = { id: 'navn', values: (row) => [row.name.slice(0, 1)] };

function find(query: string, chosen: Record<string, string[]> = {}): string[] {
  const found = filterRows(indexRows(rows, columns), query, [category, other], (id) => chosen[id] ?? []);
  return found.map((row) => row.name.slice(0, 4));
}

describe('filtering rows', () => {
  it('keeps all of them, in their order, where nothing is asked', () => {
    expect(find('')).toEqual(['Ældr', 'Bank', 'Øvri']);
    expect(find('   ')).toEqual(['Ældr', 'Bank', 'Øvri']);
  });

  it('asks for every word of the query, whatever its case, Danish letters too', () => {
    expect(find('BANK')).toEqual(['Bank', 'Øvri']);
    expect(find('bank øvr')).toEqual(['Øvri']);
    expect(find('ÆLDRE')).toEqual(['Ældr']);
    expect(find('aeldre')).toEqual([]);
  });

  it('does not search in amounts', () => {
    expect(find('100')).toEqual([]);
  });

  it('widens within a filter and narrows between filters', () => {
    expect(find('', { kategori: ['3'] })).toEqual(['Ældr']);
    expect(find('', { kategori: ['1', '3'] })).toEqual(['Ældr', 'Bank']);
    expect(find('', { kategori: ['2'], navn: ['Ø'] })).toEqual(['Øvri']);
    expect(find('bank', { kategori: ['2'] })).toEqual(['Øvri']);
    expect(find('', { kategori: ['unknown'] })).toEqual([]);
  });
});

describe('ordering values', () => {
  it('puts Danish letters last, and numbers inside texts by size', () => {
    expect(['Åre', 'Ære', 'Øre', 'Zone', 'Are'].sort(compareValues)).toEqual(['Are', 'Zone', 'Ære', 'Øre', 'Åre']);
    expect(['Kasse 10', 'Kasse 9'].sort(compareValues)).toEqual(['Kasse 9', 'Kasse 10']);
  });

  it('orders amounts exactly, beyond what a float can tell apart', () => {
    expect([9_007_199_254_740_993n, 9_007_199_254_740_992n, -1n, 0n].sort(compareValues)).toEqual([
      -1n,
      0n,
      9_007_199_254_740_992n,
      9_007_199_254_740_993n,
    ]);
  });

  it('orders ISO dates by time', () => {
    expect(['2023-12-31', '2022-12-31', '2023-01-02'].sort(compareValues)).toEqual([
      '2022-12-31',
      '2023-01-02',
      '2023-12-31',
    ]);
  });
});

describe('the order in the address', () => {
  it.each([
    ['saldo.desc', { id: 'saldo', desc: true }],
    ['im-funktion.asc', { id: 'im-funktion', desc: false }],
    ['saldo', null],
    ['saldo.up', null],
    ['.desc', null],
    [null, null],
  ])('%s', (text, expected) => expect(parseSort(text)).toEqual(expected));
});

describe('the rows that an address leaves', () => {
  const select = (address: string) =>
    selectRows(rows, columns, [category, other], new URLSearchParams(address)).map((row) => row.name.slice(0, 4));

  it('are in its order, those without a value last both ways', () => {
    expect(select('sort=saldo.asc')).toEqual(['Bank', 'Ældr', 'Øvri']);
    expect(select('sort=saldo.desc')).toEqual(['Ældr', 'Bank', 'Øvri']);
    expect(select('sort=navn.desc')).toEqual(['Øvri', 'Ældr', 'Bank']);
  });

  it('stand as they come where it names no order, or a column that is not there', () => {
    expect(select('')).toEqual(['Ældr', 'Bank', 'Øvri']);
    expect(select('sort=findes-ikke.desc')).toEqual(['Ældr', 'Bank', 'Øvri']);
  });

  it('are searched and filtered before they are put in order', () => {
    expect(select('q=bank&kategori=1&kategori=2&sort=navn.desc')).toEqual(['Øvri', 'Bank']);
  });
});
