import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#lib/domain/date.ts';
import { displayedText, type ListColumn, type ListFilter } from './list.ts';
import { type ListView, parseView, selectColumns, selectRows, writeView } from './list-address.ts';
import { groupRows } from './list-groups.ts';

interface Row {
  name: string;
  unit: string;
  amount: bigint | null;
  day: IsoDate | null;
  parts: number | null;
}

const COLUMNS: ListColumn<Row>[] = [
  { id: 'navn', kind: 'link', value: (row) => row.name },
  { id: 'beloeb', kind: 'money', value: (row) => row.amount },
  { id: 'enhed', kind: 'text', value: (row) => row.unit },
  { id: 'dato', kind: 'date', value: (row) => row.day, optional: true },
  { id: 'poster', kind: 'count', value: (row) => row.parts, optional: true },
];
const FILTERS: ListFilter<Row>[] = [{ id: 'enheder', values: (row) => [row.unit] }];
const ROWS: Row[] = [
  { name: 'Ånd', unit: 'BIF', amount: -900n, day: '2023-12-31', parts: 2 },
  { name: 'Ære', unit: 'SOF', amount: null, day: null, parts: null },
  { name: 'Zebra og øre', unit: 'BIF', amount: 10n, day: '2022-06-30', parts: 11 },
  { name: 'Øre', unit: '', amount: 9_007_199_254_740_993n, day: '2024-01-01', parts: 1 },
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
  });

  it('finds amounts, dates and numbers as they are shown', () => {
    expect(select('q=-9,00')).toEqual(['Ånd']);
    expect(select(`q=${encodeURIComponent('\u22129,0')}`)).toEqual(['Ånd']);
    expect(select('q=740.993')).toEqual([]);
    expect(select('q=071.992.547')).toEqual(['Øre']);
    expect(select('q=30.06')).toEqual(['Zebra og øre']);
  });

  it('keeps rows with one of the chosen values', () => {
    expect(select('enheder=SOF&enheder=BIF')).toEqual(['Ånd', 'Ære', 'Zebra og øre']);
    expect(select('enheder=BIF&q=å')).toEqual(['Ånd']);
  });

  it('orders texts as Danes do and amounts exactly, with blanks last both ways', () => {
    expect(select('sort=navn.asc')).toEqual(['Zebra og øre', 'Ære', 'Øre', 'Ånd']);
    expect(select('sort=beloeb.asc')).toEqual(['Ånd', 'Zebra og øre', 'Øre', 'Ære']);
    expect(select('sort=beloeb.desc')).toEqual(['Øre', 'Zebra og øre', 'Ånd', 'Ære']);
  });

  it('orders by several columns, the first before the next', () => {
    expect(select('sort=enhed.asc,beloeb.desc')).toEqual(['Zebra og øre', 'Ånd', 'Ære', 'Øre']);
    expect(select('sort=enhed.desc,navn.asc')).toEqual(['Ære', 'Zebra og øre', 'Ånd', 'Øre']);
  });

  it('lays groups before the order, in the direction that the order has for them', () => {
    expect(select('grupper=enhed&sort=navn.desc')).toEqual(['Ånd', 'Zebra og øre', 'Ære', 'Øre']);
    expect(select('grupper=enhed&sort=navn.desc,enhed.desc')).toEqual(['Ære', 'Ånd', 'Zebra og øre', 'Øre']);
  });

  it.each([
    ['navn.indeholder.ØRE', ['Zebra og øre', 'Øre']],
    ['navn.begynder.zeb', ['Zebra og øre']],
    ['navn.er.øre', ['Øre']],
    ['enhed.tom', ['Øre']],
    ['enhed.udfyldt', ['Ånd', 'Ære', 'Zebra og øre']],
    ['beloeb.over.0,09', ['Zebra og øre', 'Øre']],
    ['beloeb.over.0,10', ['Øre']],
    ['beloeb.mindst.0,10', ['Zebra og øre', 'Øre']],
    ['beloeb.under.0', ['Ånd']],
    ['beloeb.hoejst.-9', ['Ånd']],
    ['beloeb.mellem.-9..1', ['Ånd', 'Zebra og øre']],
    ['beloeb.mellem.1..-9', ['Ånd', 'Zebra og øre']],
    ['beloeb.over.90.000.000.000.000', ['Øre']],
    ['beloeb.tom', ['Ære']],
    ['dato.foer.31.12.2023', ['Zebra og øre']],
    ['dato.efter.2023-12-30', ['Ånd', 'Øre']],
    ['dato.mellem.2022-06-30..2023-12-31', ['Ånd', 'Zebra og øre']],
    ['poster.over.1', ['Ånd', 'Zebra og øre']],
    ['poster.er.11', ['Zebra og øre']],
  ])('meets the condition %s', (condition, names) => {
    expect(select(new URLSearchParams({ hvor: condition }).toString())).toEqual(names);
  });

  it('takes several conditions together, but values of one column as a choice', () => {
    expect(select('hvor=enhed.en-af.BIF&hvor=enhed.en-af.SOF&hvor=beloeb.udfyldt')).toEqual(['Ånd', 'Zebra og øre']);
    expect(select('hvor=enhed.en-af.')).toEqual(['Øre']);
  });

  it('leaves out what it cannot read rather than hiding rows', () => {
    for (const condition of [
      'ukendt.over.1',
      'beloeb.over.',
      'beloeb.over.mange',
      'beloeb.over.1,234',
      'beloeb.mellem.1',
      'beloeb.indeholder.1',
      'dato.foer.31.02.2023',
      'navn',
      '..',
      '',
    ])
      expect(select(new URLSearchParams({ hvor: condition }).toString())).toHaveLength(ROWS.length);
  });
});

describe('a list’s address', () => {
  const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((ore) => displayOre(ore));
  const text = fc.string({ minLength: 1 }).filter((value) => value.trim() === value && value !== '');
  const condition = fc.oneof(
    fc.record({
      column: fc.constant('beloeb'),
      operator: fc.constantFrom('over' as const, 'mindst' as const, 'er' as const),
      values: fc.tuple(amount),
    }),
    fc.record({
      column: fc.constant('beloeb'),
      operator: fc.constant('mellem' as const),
      values: fc.tuple(amount, amount),
    }),
    fc.record({
      column: fc.constantFrom('navn', 'enhed'),
      operator: fc.constantFrom('indeholder' as const, 'begynder' as const, 'er' as const),
      values: fc.tuple(text),
    }),
    fc.record({ column: fc.constant('dato'), operator: fc.constant('tom' as const), values: fc.constant([]) }),
  );
  const ids = COLUMNS.map(({ id }) => id);
  const sort = fc.record({ id: fc.constantFrom(...ids), desc: fc.boolean() });
  const view: fc.Arbitrary<ListView> = fc.record({
    sorts: fc.uniqueArray(sort, { selector: ({ id }) => id }),
    conditions: fc.array(condition, { maxLength: 4 }),
    groups: fc.uniqueArray(fc.constantFrom('enhed', 'dato', 'navn'), { maxLength: 2 }),
    columns: fc.option(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 })),
  });

  it('says again what was written into it, beside what else stands there', () => {
    fc.assert(
      fc.property(view, (written) => {
        const address = new URLSearchParams('q=bank&enheder=BIF');
        writeView(address, written);
        const read = new URLSearchParams(address.toString());
        expect(parseView(read, COLUMNS)).toEqual(written);
        expect(read.get('q')).toBe('bank');
      }),
    );
  });

  it('never fails and never names what is not there', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('sort', 'hvor', 'grupper', 'kolonner'), fc.string())), (parts) => {
        const address = new URLSearchParams(parts);
        const read = parseView(address, COLUMNS);
        for (const id of [...read.groups, ...(read.columns ?? []), ...read.sorts.map((one) => one.id)])
          expect(ids).toContain(id);
        selectRows(ROWS, COLUMNS, FILTERS, address);
      }),
    );
  });

  it('shows what names the row always and first, then what was chosen, else all but the optional', () => {
    const shown = (columns: string[] | null) => selectColumns(COLUMNS, columns).map(({ id }) => id);
    expect(shown(null)).toEqual(['navn', 'beloeb', 'enhed']);
    expect(shown(['dato', 'beloeb'])).toEqual(['navn', 'dato', 'beloeb']);
    expect(shown(['dato', 'navn'])).toEqual(['navn', 'dato']);
  });
});

function displayOre(ore: bigint): string {
  return displayedText({ id: 'beloeb', kind: 'money', value: () => ore }, null);
}

describe('groupRows', () => {
  it('gathers what reads the same, with exact sums', () => {
    const rows = selectRows(ROWS, COLUMNS, [], new URLSearchParams('grupper=enhed'));
    const groups = groupRows(rows, COLUMNS, ['enhed']);
    expect(
      groups.map(({ value, rows: own, sums }) => [value, own.length, sums.get('beloeb'), sums.get('poster')]),
    ).toEqual([
      ['BIF', 2, -890n, 13n],
      ['SOF', 1, 0n, 0n],
      ['', 1, 9_007_199_254_740_993n, 1n],
    ]);
  });

  it('loses and doubles no row: groups add up to the whole, at each depth', () => {
    const row = fc.record({
      name: fc.string(),
      unit: fc.constantFrom('BIF', 'SOF', ''),
      amount: fc.option(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })),
      day: fc.constantFrom<IsoDate | null>('2023-12-31', '2022-06-30', null),
      parts: fc.option(fc.nat(1000)),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const sorted = selectRows(rows, COLUMNS, [], new URLSearchParams('grupper=enhed,dato'));
        const outer = groupRows(sorted, COLUMNS, ['enhed', 'dato']);
        expect(outer.flatMap((group) => group.rows)).toEqual(sorted);
        expect(outer.flatMap(({ groups }) => groups).flatMap((group) => group.rows)).toEqual(sorted);
        const whole = rows.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n);
        const total = (groups: typeof outer) => groups.reduce((sum, { sums }) => sum + (sums.get('beloeb') ?? 0n), 0n);
        expect(total(outer)).toBe(whole);
        for (const group of outer) expect(total([...group.groups])).toBe(group.sums.get('beloeb'));
      }),
    );
  });
});
