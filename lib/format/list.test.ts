import { describe, expect, it } from 'vitest';
import { type ListColumn, type ListFilter, parseSort, selectRows } from './list.ts';

interface Row {
  name: string;
  unit: string;
  amount: bigint | null;
}

const COLUMNS: ListColumn<Row>[] = [
  { id: 'navn', kind: 'link', value: (row) => row.name },
  { id: 'beloeb', kind: 'money', value: (row) => row.amount },
];
const FILTERS: ListFilter<Row>[] = [{ id: 'enhed', values: (row) => [row.unit] }];
const ROWS: Row[] = [
  { name: 'Ånd', unit: 'BIF', amount: -900n },
  { name: 'Ære', unit: 'SOF', amount: null },
  { name: 'Zebra og øre', unit: 'BIF', amount: 10n },
  { name: 'Øre', unit: 'ØKF', amount: 9_007_199_254_740_993n },
];

const select = (address: string) =>
  selectRows(ROWS, COLUMNS, FILTERS, new URLSearchParams(address)).map((row) => row.name);

describe('selectRows', () => {
  it('leaves all rows as they come where the address says nothing', () => {
    expect(select('')).toEqual(['Ånd', 'Ære', 'Zebra og øre', 'Øre']);
    expect(select('q=&sort=ukendt.asc')).toEqual(['Ånd', 'Ære', 'Zebra og øre', 'Øre']);
  });

  it('asks for every word, in any case', () => {
    expect(select('q=ØRE')).toEqual(['Zebra og øre', 'Øre']);
    expect(select('q=øre zebra')).toEqual(['Zebra og øre']);
    // What is no text or link is not searched.
    expect(select('q=900')).toEqual([]);
  });

  it('keeps rows with one of the chosen values', () => {
    expect(select('enhed=SOF&enhed=ØKF')).toEqual(['Ære', 'Øre']);
    expect(select('enhed=BIF&q=å')).toEqual(['Ånd']);
  });

  it('orders texts as Danes do and amounts exactly, with blanks last both ways', () => {
    expect(select('sort=navn.asc')).toEqual(['Zebra og øre', 'Ære', 'Øre', 'Ånd']);
    expect(select('sort=beloeb.asc')).toEqual(['Ånd', 'Zebra og øre', 'Øre', 'Ære']);
    expect(select('sort=beloeb.desc')).toEqual(['Øre', 'Zebra og øre', 'Ånd', 'Ære']);
  });
});

describe('parseSort', () => {
  it('reads a column with its direction and nothing else', () => {
    expect(parseSort('im-funktion.desc')).toEqual({ id: 'im-funktion', desc: true });
    for (const text of [null, '', 'saldo', '.asc', 'saldo.ned']) expect(parseSort(text)).toBeNull();
  });
});
