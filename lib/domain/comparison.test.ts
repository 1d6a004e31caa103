import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFindings } from './comparison.ts';
import { type Finding, followUp, type Item } from './finding.ts';
import { sum } from './money.ts';

const item = (key: string, postingDate: string, text: string, amount: bigint): Item => ({
  key,
  postingDate,
  text,
  amount,
});
const finding = (more: Partial<Finding>): Finding => ({
  committee: 'BIU',
  category: 2,
  responsible: 'BIF',
  theme: '',
  problem: 'Gammelt',
  items: [],
  steps: [],
  ...more,
});

describe('a finding beside that of the period before', () => {
  it('tells items that are new, gone, changed and the same: by key, else by what they say', () => {
    const before = finding({
      items: [
        item('a', '2022-01-01', 'Lån', 100n),
        item('b', '2022-02-02', 'Depositum', 200n),
        item('', '2022-03-03', 'Moms', 300n),
        item('d', '2022-04-04', 'Udgået', 400n),
      ],
    });
    const after = finding({
      items: [
        item('b', '2022-02-02', 'Depositum', 150n),
        item('x', '2022-03-03', 'Moms', 300n),
        item('', '2022-01-01', 'Lån', 90n),
        item('n', '2023-05-05', 'Ny', 500n),
      ],
    });
    const [compared] = compareFindings([before], [after]);
    expect(compared?.items.map(({ kind, before: old, after: next }) => [kind, old?.amount, next?.amount])).toEqual([
      ['changed', 200n, 150n],
      ['same', 300n, 300n],
      ['changed', 100n, 90n],
      ['new', undefined, 500n],
      ['gone', 400n, undefined],
    ]);
    expect(compared?.rise).toBe(40n);
  });

  it('tells one equal line of two as gone', () => {
    const twice = [item('', '2022-01-01', 'Rate', 5n), item('', '2022-01-01', 'Rate', 5n)];
    const [compared] = compareFindings([finding({ items: twice })], [finding({ items: twice.slice(1) })]);
    expect(compared?.items.map(({ kind }) => kind)).toEqual(['same', 'gone']);
  });

  it('names the fields that differ, and the steps that moved', () => {
    const step = { key: 's', activity: 'Ryk', deadline: '2023-01-01', consequence: '' };
    const [compared] = compareFindings(
      [finding({ steps: [step] })],
      [finding({ category: 3, problem: 'Nyt', steps: [{ ...step, deadline: '2023-06-01' }] })],
    );
    expect(compared?.fields).toEqual(['category', 'problem']);
    expect(compared?.steps.map(({ kind }) => kind)).toEqual(['changed']);
  });

  it('sets findings of committees side by side, also where one period has none', () => {
    const compared = compareFindings(
      [finding({ committee: 'TMU', items: [item('a', '2022-01-01', '', 7n)] })],
      [finding({ committee: 'BIU', items: [item('b', '2022-01-01', '', 5n)] })],
    );
    expect(compared.map(({ committee, rise, fields }) => [committee, rise, fields])).toEqual([
      ['BIU', 5n, []],
      ['TMU', -7n, []],
    ]);
  });

  const items = fc.array(
    fc.record({
      key: fc.constantFrom('', 'a', 'b', 'c', 'd'),
      postingDate: fc.constantFrom('2022-01-01', '2022-02-02'),
      text: fc.constantFrom('', 'x'),
      amount: fc.bigInt(-5n, 5n),
    }),
    { maxLength: 6 },
  );

  it('loses no row and doubles none, and its rows add up to the rise', () => {
    fc.assert(
      fc.property(items, items, (old, next) => {
        const [compared] = compareFindings([finding({ items: old })], [finding({ items: next })]);
        const rows = compared?.items ?? [];
        expect(rows.flatMap(({ after }) => (after ? [after] : []))).toEqual(next);
        expect(new Set(rows.flatMap(({ before }) => (before ? [before] : [])))).toEqual(new Set(old));
        const rises = rows.map(({ before, after }) => (after?.amount ?? 0n) - (before?.amount ?? 0n));
        expect(sum(rises)).toBe(followUp({ items: next }) - followUp({ items: old }));
      }),
    );
  });

  it('finds nothing changed in what is the same', () => {
    fc.assert(
      fc.property(items, (same) => {
        const keyed = same.map((one, index) => ({ ...one, key: String(index) }));
        const [compared] = compareFindings([finding({ items: keyed })], [finding({ items: keyed })]);
        expect(compared?.items.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });
});
