import { describe, expect, test } from 'vitest';
import type { Ore } from '#lib/domain/money.ts';
import { TABLE_IDS, tableOf } from './model.ts';
import { build, findingOf, lineOf, rowsOf, smallState, totalOf } from './testing/small-state.ts';

describe('rounding', () => {
  test.each<[Ore, string]>([
    [50_000n, '1'],
    [49_999n, '0'],
    [-49_999n, '0'],
    [-50_000n, '-1'],
    [-149_999n, '-1'],
    [-150_000n, '-2'],
    [-15_860_700n, '-159'],
    [123_456_789_012_345n, '1.234.567.890'],
  ])('%s øre print %s t.kr.', (balance, expected) => {
    const [row = []] = rowsOf(build(smallState([{ number: '95900001', balance }])), 'tabel-1-1');
    expect(row[3]).toBe(expected);
  });

  test('totals are rounded from exact øre, not from the printed rows', () => {
    const state = smallState([
      { number: '95900001', balance: 40_000n },
      { number: '92800001', balance: 40_000n, imFunction: '9.28.15' },
      { number: '97500001', balance: 40_000n, imFunction: '9.75.93' },
    ]);
    const model = build(state);
    expect(rowsOf(model, 'tabel-1-1').map((row) => row[3])).toEqual(['0', '0', '0']);
    expect(totalOf(model, 'tabel-1-1')?.[3]).toBe('1');
  });

  test('plans print whole kroner, half away from zero', () => {
    const amounts: [Ore, string][] = [
      [200_050n, '2.001'],
      [200_049n, '2.000'],
      [-200_050n, '-2.001'],
      [-200_049n, '-2.000'],
    ];
    const state = smallState(
      amounts.map(([amount], index) => ({
        number: `9590000${index}`,
        findings: [findingOf([['2023-06-01', amount]])],
      })),
    );
    expect(rowsOf(build(state), 'handleplaner').map((row) => row[6])).toEqual(amounts.map(([, text]) => text));
  });

  test('changes come from exact øre: 400 kr. against -400 kr. is 1 t.kr., though both print 0', () => {
    const state = smallState([{ number: '95900001', findings: [findingOf([['2023-06-01', 40_000n]])] }]);
    state.registers.sammenligningstal = [lineOf<'sammenligningstal'>({ category: 2, accounts: 3, net: -40_000n })];
    expect(rowsOf(build(state), 'kategorier')[1]).toEqual(['2', '1', '0', '3', '0', '-2', '1']);
  });
});

describe('kategorier', () => {
  test("an account counts in its worst finding's category, amounts in the finding's own", () => {
    const findings = [
      findingOf([['2023-06-01', 1_000_000n]], { committee: 'BIU', category: 2 }),
      findingOf([['2023-06-01', -300_000n]], { committee: 'ØU', category: 3 }),
      findingOf([['2023-06-01', 250_000n]], { committee: 'KFU', category: 2 }),
    ];
    const state = smallState([
      { number: '95900001', balance: 5_000_000n, findings },
      { number: '95900002', balance: -5_000_000n },
    ]);
    state.committees.push({ code: 'KFU', name: 'Kulturudvalget' });
    expect(rowsOf(build(state), 'kategorier').map((row) => row.slice(0, 3))).toEqual([
      ['1', '1', '-10'],
      ['2', '0', '13'],
      ['3', '1', '-3'],
    ]);
    expect(totalOf(build(state), 'kategorier')).toEqual(['I alt', '2', '0', '', '', '', '']);
    expect(rowsOf(build(state, 'BIU'), 'tabel-2-1')[0]?.slice(2, 6)).toEqual(['1', '10', '10', '0']);
    expect(rowsOf(build(state, 'ØU'), 'tabel-2-1')[0]?.slice(2, 6)).toEqual(['1', '-3', '0', '-3']);
    expect(rowsOf(build(state, 'KFU'), 'tabel-2-1')[0]?.slice(2, 6)).toEqual(['1', '3', '3', '0']);
  });

  test("accounts without a verdict do not count, but category 1's net holds their balance", () => {
    const state = smallState([
      { number: '95900001', balance: 700_000n, verdict: false },
      { number: '95900002', balance: 200_000n },
    ]);
    const model = build(state);
    expect(rowsOf(model, 'kategorier')[0]?.slice(0, 3)).toEqual(['1', '1', '9']);
    expect(rowsOf(model, 'afstemt-af')).toEqual([['SC', '1']]);
    expect(model.checks.find((check) => check.id === 'uden-vurdering')).toMatchObject({
      ok: false,
      count: 1,
      subjects: ['95900001'],
    });
  });

  test("last year's cells are blank where nothing is registered, and the total with them", () => {
    const state = smallState([{ number: '95900001' }]);
    state.registers.sammenligningstal = [
      lineOf<'sammenligningstal'>({ category: 1, accounts: 0, net: 0n }),
      { ...lineOf<'sammenligningstal'>({ category: 2, accounts: 7, net: 0n }), removed: true },
    ];
    const model = build(state);
    expect(rowsOf(model, 'kategorier')[0]).toEqual(['1', '1', '0', '0', '0', '1', '0']);
    expect(rowsOf(model, 'kategorier')[1]).toEqual(['2', '0', '0', '', '', '', '']);
    expect(totalOf(model, 'kategorier')?.slice(3)).toEqual(['', '', '', '']);
  });
});

describe('accounts reconciled separately', () => {
  const separately = { separately: true };
  const state = smallState([
    { number: '99900001', balance: -900_000n, imFunction: '9.75.99', responsibility: separately },
    { number: '95900001', balance: 400_000n },
    { number: '95900002', balance: 500_000n, responsibility: separately },
  ]);

  test('count in table 1.1 only, marked where all of the function are', () => {
    const model = build(state);
    expect(rowsOf(model, 'tabel-1-1')).toEqual([
      ['9.52.59', 'Mellemregningskonto', '2', '9', '9', '0', '0', '0', '0', '0'],
      ['9.75.99', 'Egenkapital (afstemmes særskilt)', '1', '-9', '-9', '', '', '', '', ''],
    ]);
    expect(totalOf(model, 'tabel-1-1')?.slice(0, 4)).toEqual(['I alt', '', '3', '0']);
    expect(rowsOf(model, 'kategorier')[0]?.slice(0, 3)).toEqual(['1', '1', '0']);
    expect(totalOf(model, 'afstemt-af')).toEqual(['I alt', '1']);
  });

  test('a finding on such an account is counted nowhere and fails the sum', () => {
    const wrong = structuredClone(state);
    const [finding] = [findingOf([['2023-06-01', 100_000n]])];
    const reconciliation = wrong.reconciliations.get('95900001');
    if (!reconciliation || !finding) throw new Error('The state has that account.');
    wrong.reconciliations.set('95900002', { ...reconciliation, account: '95900002', findings: [finding] });
    const model = build(wrong);
    expect(rowsOf(model, 'tabel-2-1')).toEqual([]);
    expect(model.checks.find((check) => check.id === 'sum')).toMatchObject({ ok: false, subjects: ['95900002'] });
  });
});

describe('who reconciled', () => {
  test('service centre first, then administrations in the order of the organisation, none with 0', () => {
    const by = (reconciledBy: string) => ({ responsibility: { reconciledBy } });
    const state = smallState([
      { number: '95900001', ...by('A1') },
      { number: '95900002', ...by('SC') },
      { number: '95900003', ...by('A2') },
      { number: '95900004', ...by('A1') },
      { number: '95900005', ...by('') },
    ]);
    expect(rowsOf(build(state), 'afstemt-af')).toEqual([
      ['SC', '1'],
      ['A2', '1'],
      ['A1', '2'],
    ]);
    expect(totalOf(build(state), 'afstemt-af')).toEqual(['I alt', '4']);
  });
});

describe('older than one year', () => {
  test.each([
    ['2024-02', '2023-02-28', '2023-03-01'],
    ['2025-02', '2024-02-28', '2024-02-29'],
    ['2023-12', '2022-12-31', '2023-01-01'],
    ['2023-13', '2022-12-31', '2023-01-01'],
    ['2024-16', '2023-12-31', '2024-01-01'],
  ])('in %s the last older posting date is %s', (period, older, younger) => {
    const findings = [
      findingOf([
        [older, 300_000n],
        [younger, 700_000n],
      ]),
    ];
    const [row] = rowsOf(build(smallState([{ number: '95900001', findings }], period)), 'handleplaner');
    expect(row?.slice(6, 8)).toEqual(['10.000', '3.000']);
  });

  test('the older part can exceed the total, and have the other sign', () => {
    const state = smallState([
      {
        number: '95900015',
        findings: [
          findingOf([
            ['2022-06-30', 19_046_600n],
            ['2023-09-30', -6_761_700n],
          ]),
        ],
      },
      {
        number: '91403000',
        findings: [
          findingOf([
            ['2023-12-31', -3_550_800n],
            ['2022-11-30', 1_081_300n],
            ['2023-08-31', 1_644_300n],
          ]),
        ],
      },
    ]);
    expect(rowsOf(build(state), 'handleplaner').map((row) => [row[0], row[6], row[7]])).toEqual([
      ['91403000', '-8.252', '10.813'],
      ['95900015', '122.849', '190.466'],
    ]);
    expect(rowsOf(build(state), 'tabel-2-1')).toEqual([
      ['9.52.59', 'Mellemregningskonto', '2', '115', '115', '0', '2', '201', '0'],
    ]);
  });

  test('units, their order, blank for nothing and 0 for what rounds to it', () => {
    const old = (amount: Ore, parts: Parameters<typeof findingOf>[1]) => [findingOf([['2022-01-01', amount]], parts)];
    const state = smallState([
      { number: '95900001', findings: old(300_000n, { responsible: 'ØKF', theme: '' }) },
      { number: '95900002', findings: old(40_000n, { responsible: 'BIF/KS', theme: 'KSD', category: 3 }) },
      { number: '95900003', findings: old(-20_000n, { responsible: 'BIF', theme: 'KSD' }) },
      { number: '95900004', findings: old(70_000n, { responsible: '', theme: 'KY' }) },
      { number: '95900005', findings: old(500_000n, { responsible: 'SOF', theme: 'KP' }) },
      { number: '95900006', findings: old(-500_000n, { responsible: 'SOF / KS', theme: 'KP' }) },
      { number: '92800001', imFunction: '9.28.15', findings: old(900_000n, { responsible: 'ØKF-KS', theme: 'A' }) },
    ]);
    expect(rowsOf(build(state), 'aeldre-end-1-aar')).toEqual([
      ['9.28.15', 'ØKF-KS, A', '9', ''],
      ['9.52.59', 'BIF, KSD', '0', '0'],
      ['9.52.59', 'KY', '1', ''],
      ['9.52.59', 'ØKF', '3', ''],
    ]);
    expect(totalOf(build(state), 'aeldre-end-1-aar')).toEqual(['I alt', '', '13', '0']);
  });

  test('amounts of the two categories that cancel each other are both shown', () => {
    const findings = [
      findingOf([['2022-01-01', 800_000n]], { category: 2 }),
      findingOf([['2022-01-01', -800_000n]], { category: 3, committee: 'ØU' }),
    ];
    const model = build(smallState([{ number: '95900001', findings }]));
    expect(rowsOf(model, 'aeldre-end-1-aar')).toEqual([['9.52.59', 'A1', '8', '-8']]);
  });

  test('the number of findings with something older goes by øre, not by print', () => {
    const state = smallState([
      { number: '95900001', findings: [findingOf([['2022-01-01', 1n]])] },
      {
        number: '95900002',
        findings: [
          findingOf([
            ['2022-01-01', 500n],
            ['2022-02-01', -500n],
          ]),
        ],
      },
    ]);
    state.accounts.push({ number: '92800001', name: 'Minus', imFunction: '9.28.15', balance: 0n });
    const known = state.reconciliations.get('95900001');
    if (known) state.reconciliations.set('92800001', { ...known, findings: [findingOf([['2022-01-01', -1n]])] });
    expect(rowsOf(build(state), 'tabel-2-1')[0]?.[6]).toBe('1');
    expect(rowsOf(build(state), 'tabel-2-1')[1]).toEqual([
      '9.52.59',
      'Mellemregningskonto',
      '2',
      '0',
      '0',
      '0',
      '1',
      '0',
      '0',
    ]);
  });
});

describe('a committee with nothing', () => {
  test('has all tables, those of its own empty', () => {
    const model = build(smallState([{ number: '95900001', findings: [findingOf([['2023-06-01', 900_000n]])] }]), 'ØU');
    expect(model.tables.map((table) => table.id)).toEqual([...TABLE_IDS]);
    for (const id of TABLE_IDS.slice(4)) expect(tableOf(model, id)).toMatchObject({ rows: [], total: null });
  });

  test('an unknown committee has no report', () => {
    expect(() => build(smallState([]), 'XX')).toThrow('XX');
  });
});
