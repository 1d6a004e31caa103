import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sum } from './money.ts';
import { balancesByCommittee, divideAmount, divideFinding, type SharingKey, type SharingPart } from './sharing.ts';

const parts = (weights: Record<string, bigint>): SharingPart[] =>
  Object.entries(weights).map(([committee, weight]) => ({ committee, weight }));

const toObject = (shares: Map<string, bigint>) => Object.fromEntries([...shares].sort());

describe('an amount is divided', () => {
  // Worked by hand: the whole øre first, then one each to the largest remainders.
  test.each<[string, bigint, Record<string, bigint>, Record<string, bigint>]>([
    ['in three thirds, the øre left to the first code', 100n, { C: 1n, B: 1n, A: 1n }, { A: 34n, B: 33n, C: 33n }],
    ['in three thirds, two øre left', 101n, { A: 1n, B: 1n, C: 1n }, { A: 34n, B: 34n, C: 33n }],
    ['by percent', 100_01n, { A: 600_000n, B: 400_000n }, { A: 6001n, B: 4000n }],
    ['with the largest remainder first', 10n, { A: 1n, B: 6n, C: 3n }, { A: 1n, B: 6n, C: 3n }],
    // 7 · 55/100 = 3.85, 7 · 30/100 = 2.1, 7 · 15/100 = 1.05: the øre left goes to .85.
    ['by remainder, not by size', 7n, { A: 15n, B: 30n, C: 55n }, { A: 1n, B: 2n, C: 4n }],
    ['as its mirror where it is negative', -101n, { A: 1n, B: 1n, C: 1n }, { A: -34n, B: -34n, C: -33n }],
    ['with nothing to who has no weight', 5n, { A: 0n, B: 2n }, { A: 0n, B: 5n }],
    [
      'exactly beyond floats',
      9_007_199_254_740_993n,
      { A: 1n, B: 2n },
      { A: 3_002_399_751_580_331n, B: 6_004_799_503_160_662n },
    ],
  ])('%s', (_name, amount, weights, expected) => {
    expect(toObject(divideAmount(amount, parts(weights)))).toEqual(expected);
  });

  const keys = fc
    .uniqueArray(fc.record({ committee: fc.stringMatching(/^[A-ZÆØÅ]{2,4}$/), weight: fc.bigInt(0n, 10n ** 12n) }), {
      minLength: 1,
      maxLength: 9,
      selector: ({ committee }) => committee,
    })
    .filter((list) => list.some(({ weight }) => weight > 0n));
  const amounts = fc.bigInt(-(10n ** 15n), 10n ** 15n);

  it('into parts that add up to it, each within one øre of its share, whatever the order of the parts', () => {
    fc.assert(
      fc.property(amounts, keys, fc.func(fc.nat()), (amount, key, shuffle) => {
        const shares = divideAmount(amount, key);
        expect(sum(shares.values())).toBe(amount);
        const total = sum(key.map(({ weight }) => weight));
        for (const { committee, weight } of key) {
          const off = (shares.get(committee) ?? 0n) * total - amount * weight;
          expect(off < total && off > -total).toBe(true);
        }
        const other = key.toSorted((left, right) => shuffle(left.committee) - shuffle(right.committee));
        expect(toObject(divideAmount(amount, other))).toEqual(toObject(shares));
        const mirrored = new Map([...divideAmount(-amount, key)].map(([committee, share]) => [committee, -share]));
        expect(toObject(mirrored)).toEqual(toObject(shares));
      }),
    );
  });

  it('by a key with weights only', () => {
    expect(() => divideAmount(1n, parts({ A: 0n }))).toThrow(RangeError);
    expect(() => divideAmount(1n, [])).toThrow(RangeError);
    expect(() => divideAmount(1n, parts({ A: 2n, B: -1n }))).toThrow(RangeError);
  });
});

describe('a finding is divided', () => {
  const finding = {
    committee: 'BIU',
    category: 2 as const,
    responsible: 'BIF',
    theme: 'KSD',
    problem: 'Uafklaret',
    items: [
      { postingDate: '2023-01-31', text: 'Stor', amount: 1_000_01n, key: 'k1' },
      { postingDate: '2023-02-28', text: 'Lille', amount: -1n, key: 'k2' },
    ],
    steps: [{ activity: 'Afklar', deadline: '2024-06-30', consequence: '', key: 's1' }],
  };

  it('item by item, each adding up, with keys where they were', () => {
    const divided = divideFinding(finding, { parts: parts({ BIU: 1n, TMU: 1n }) });
    expect(
      divided.map(({ committee, items }) => [committee, items.map(({ text, amount, key }) => [text, amount, key])]),
    ).toEqual([
      [
        'BIU',
        [
          ['Stor', 500_01n, 'k1'],
          ['Lille', -1n, 'k2'],
        ],
      ],
      ['TMU', [['Stor', 500_00n, undefined]]],
    ]);
    expect(divided.map(({ steps }) => steps[0]?.key)).toEqual(['s1', undefined]);
    expect(divided.every(({ category, problem }) => category === 2 && problem === 'Uafklaret')).toBe(true);
  });
});

it('a committee has its parts of what is shared, and all of what is its own', () => {
  const key: SharingKey = { id: 1, name: 'Halvt', kind: 'percent', parts: parts({ BIU: 500_000n, TMU: 500_000n }) };
  const balances = balancesByCommittee({
    accounts: [
      { number: '1', balance: 101n },
      { number: '2', balance: -50n },
      { number: '3', balance: 7n },
    ],
    responsibilities: new Map([
      ['1', { committee: 'BIU' }],
      ['2', { committee: 'TMU' }],
    ]),
    sharing: new Map([['1', key]]),
  });
  expect(toObject(balances)).toEqual({ '': 7n, BIU: 51n, TMU: 0n });
});
