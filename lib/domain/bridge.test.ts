import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingOf, smallState } from '#lib/report/testing/small-state.ts';
import {
  type BridgeItem,
  type BridgeMaterial,
  buildBridge,
  groupBridge,
  type Movement,
  type OlderMovement,
  type Structure,
} from './bridge.ts';
import { type Finding, followUp, type Item, olderPart } from './finding.ts';
import { sum } from './money.ts';
import type { MunicipalityState } from './municipality.ts';
import { oneYearBefore } from './period.ts';
import type { Settlement } from './settlement.ts';

const item = (key: string, postingDate: string, amount: bigint): Item => ({ key, postingDate, text: key, amount });
const finding = (items: Item[], committee = 'BIU'): Finding => ({ ...findingOf([]), committee, items });

let nextId = 1;
function settle(itemKey: string, amount: bigint, parts: Partial<Settlement> = {}): Settlement {
  nextId += 1;
  return {
    id: nextId,
    periodId: '2024-12',
    account: '95900001',
    committee: 'BIU',
    itemKey,
    postingDate: '2023-05-01',
    text: itemKey,
    kind: 'settled',
    date: '2024-06-30',
    amount,
    voucher: '1',
    reason: 'Betalt',
    personName: 'Demo',
    at: '2024-06-30T10:00:00.000Z',
    ...parts,
  };
}

function bridge(
  from: MunicipalityState,
  to: MunicipalityState,
  settlements: Settlement[] = [],
  rest: Partial<BridgeMaterial> = {},
): BridgeItem[] {
  return buildBridge({ from, to, settlements, successions: [], structure: 'nu', ...rest });
}

function totalOf(rows: readonly { all: Movement; older: OlderMovement }[]) {
  const parts = ['opening', 'added', 'settled', 'writtenOff', 'corrected', 'closing'] as const;
  const all = Object.fromEntries(parts.map((part) => [part, sum(rows.map((row) => row.all[part]))]));
  const older = Object.fromEntries(
    [...parts, 'newlyOlder' as const].map((part) => [part, sum(rows.map((row) => row.older[part]))]),
  );
  return { all, older };
}

function addsUp({ all, older }: { all: Movement; older: OlderMovement }): boolean {
  return (
    all.opening + all.added - all.settled - all.writtenOff + all.corrected === all.closing &&
    older.opening + older.newlyOlder + older.added - older.settled - older.writtenOff + older.corrected ===
      older.closing
  );
}

describe('the bridge', () => {
  // Worked by hand, in øre. Limits: 31.12.2022 and 31.12.2023.
  const from = smallState([
    {
      number: '95900001',
      findings: [
        finding([
          item('gammel', '2021-03-01', 100_00n),
          item('forrige', '2023-05-01', 500_00n),
          item('rettet', '2023-06-01', 70_00n),
        ]),
      ],
    },
    { number: '92800001', imFunction: '9.28.15', findings: [finding([item('vaek', '2023-07-01', -30_00n)], 'ØU')] },
  ]);
  const to = smallState(
    [
      {
        number: '95900001',
        findings: [
          finding([
            item('gammel', '2021-03-01', 0n),
            item('forrige', '2023-05-01', 300_00n),
            item('rettet', '2023-06-01', 75_00n),
            item('ny', '2024-02-01', 40_00n),
            item('ny-gammel', '2023-12-31', 8_00n),
          ]),
        ],
      },
    ],
    '2024-12',
  );
  const acts = [
    settle('gammel', 100_00n, { kind: 'written-off' }),
    settle('forrige', 150_00n),
    settle('forrige', 50_00n),
    settle('kom-og-gik', 20_00n, { postingDate: '2024-03-01' }),
  ];

  it('is the hand-worked one', () => {
    expect(totalOf(bridge(from, to, acts))).toEqual({
      all: {
        opening: 640_00n,
        // 40 + 8 new and still there, 20 that came and went.
        added: 68_00n,
        settled: 220_00n,
        writtenOff: 100_00n,
        // +5 edited; the account of −30 is gone.
        corrected: 35_00n,
        closing: 423_00n,
      },
      older: {
        opening: 100_00n,
        // 500 + 70 − 30 passed one year.
        newlyOlder: 540_00n,
        added: 8_00n,
        settled: 200_00n,
        writtenOff: 100_00n,
        corrected: 35_00n,
        closing: 383_00n,
      },
    });
  });

  it('gathers by committee, function, account and item', () => {
    const items = bridge(from, to, acts);
    expect(groupBridge(items, 'udvalg').map((row) => [row.key, row.items, row.all.opening, row.all.closing])).toEqual([
      ['BIU', 6, 670_00n, 423_00n],
      ['ØU', 1, -30_00n, 0n],
    ]);
    expect(groupBridge(items, 'funktion').map((row) => [row.key, row.all.corrected])).toEqual([
      ['9.28.15', 30_00n],
      ['9.52.59', 5_00n],
    ]);
    expect(groupBridge(items, 'konto').map((row) => row.key)).toEqual(['92800001/ØU', '95900001/BIU']);
    expect(groupBridge(items, 'post')).toHaveLength(7);
  });

  it('leaves out an act that was taken back', () => {
    const undone = [settle('forrige', 200_00n, { voucher: '7' }), settle('forrige', -200_00n, { voucher: '7' })];
    const [row] = bridge(from, from, undone).filter(({ key }) => key === 'forrige');
    expect(row?.all).toMatchObject({ settled: 0n, corrected: 0n, closing: 500_00n });
  });

  it('shows merged, renamed and closed units in the structure of then and of now', () => {
    const before = smallState([
      { number: '95900001', findings: [finding([item('a', '2023-05-01', 1_00n)], 'SUD')] },
      { number: '95900002', findings: [finding([item('b', '2023-05-01', 2_00n)], 'GAM')] },
      {
        number: '95900003',
        imFunction: '9.52.57',
        findings: [finding([item('c', '2023-05-01', 4_00n)], 'BIU')],
      },
    ]);
    const after = smallState(
      [{ number: '95900001', findings: [finding([item('a', '2023-05-01', 1_00n)], 'BSU')] }],
      '2024-12',
    );
    const successions = [
      { kind: 'committee', fiscalYear: 2024, from: 'SUD', to: 'BSU' },
      { kind: 'committee', fiscalYear: 2024, from: 'BIU', to: 'BSU' },
      { kind: 'committee', fiscalYear: 2024, from: 'GAM', to: null },
      { kind: 'imFunction', fiscalYear: 2024, from: '9.52.57', to: '9.52.59' },
    ] as const;
    const shown = (structure: Structure, group: 'udvalg' | 'funktion') =>
      groupBridge(bridge(before, after, [], { successions, structure }), group).map((row) => [
        row.key,
        row.all.opening,
        row.all.closing,
      ]);
    expect(shown('dengang', 'udvalg')).toEqual([
      ['BIU', 4_00n, 0n],
      ['GAM', 2_00n, 0n],
      ['SUD', 1_00n, 1_00n],
    ]);
    expect(shown('nu', 'udvalg')).toEqual([
      ['', 2_00n, 0n],
      ['BSU', 5_00n, 1_00n],
    ]);
    expect(shown('dengang', 'funktion').map(([key]) => key)).toEqual(['9.52.57', '9.52.59']);
    expect(shown('nu', 'funktion')).toEqual([['9.52.59', 7_00n, 1_00n]]);
  });
});

const NUMBERS = ['95900001', '95900002', '92800001'] as const;
const DATES: string[] = ['2020-01-01', '2022-12-31', '2023-01-01', '2023-12-31'];
const drawnItem = fc.record({
  account: fc.constantFrom(...NUMBERS),
  committee: fc.constantFrom('BIU', 'ØU'),
  postingDate: fc.constantFrom(...DATES),
  amount: fc.bigInt(-1_000_000n, 1_000_000n),
  fate: fc.constantFrom('stays', 'part', 'whole', 'edited', 'redated', 'vanished', 'moved', 'keyless'),
  kind: fc.constantFrom('settled' as const, 'written-off' as const),
});
type Drawn = typeof drawnItem extends fc.Arbitrary<infer T> ? T & { key: string } : never;

function stateOf(drawn: Drawn[], periodId: string): MunicipalityState {
  const accounts = NUMBERS.filter((number) => drawn.some(({ account }) => account === number)).map((number) => ({
    number,
    findings: ['BIU', 'ØU']
      .map((committee) =>
        finding(
          drawn
            .filter((one) => one.account === number && one.committee === committee)
            .map(({ key, postingDate, amount }) => item(key, postingDate, amount)),
          committee,
        ),
      )
      .filter(({ items }) => items.length > 0),
  }));
  return smallState(accounts, periodId);
}

function findingsOf(state: MunicipalityState): Finding[] {
  return [...state.reconciliations.values()].flatMap(({ findings }) => findings);
}

describe('any two periods', () => {
  const pair = fc
    .tuple(
      fc.array(drawnItem, { maxLength: 12 }),
      fc.array(drawnItem, { maxLength: 5 }),
      fc.constantFrom('dengang' as const, 'nu' as const),
    )
    .map(([old, fresh, structure]) => {
      const before: Drawn[] = old.map((one, index) => ({ ...one, key: one.fate === 'keyless' ? '' : `k${index}` }));
      const settlements: Settlement[] = [];
      const after = before.flatMap((one): Drawn[] => {
        const act = (amount: bigint) =>
          settlements.push(
            settle(one.key, amount, {
              kind: one.kind,
              voucher: one.key,
              account: one.account,
              committee: one.committee,
              postingDate: one.postingDate,
            }),
          );
        if (one.fate === 'part') {
          act(one.amount / 3n);
          return [{ ...one, amount: one.amount - one.amount / 3n }];
        }
        if (one.fate === 'whole') {
          act(one.amount);
          return [];
        }
        if (one.fate === 'edited') return [{ ...one, amount: one.amount + 7n }];
        if (one.fate === 'redated') return [{ ...one, postingDate: '2024-01-01' }];
        if (one.fate === 'moved') return [{ ...one, account: '92800001', committee: 'ØU' }];
        return one.fate === 'vanished' ? [] : [one];
      });
      const added = fresh.map((one, index) => ({ ...one, key: `n${index}` }));
      return {
        before,
        material: {
          from: stateOf(before, '2023-12'),
          to: stateOf([...after, ...added], '2024-12'),
          settlements,
          successions: [],
          structure,
        },
        added: sum(added.map(({ amount }) => amount)),
      };
    });

  it('are bridged so that every row, every gathering and the whole add up, and end where the periods do', () => {
    fc.assert(
      fc.property(pair, ({ material, before, added }) => {
        const items = buildBridge(material);
        const { from, to, settlements } = material;
        const total = totalOf(items);
        for (const group of ['udvalg', 'funktion', 'konto', 'post'] as const) {
          const rows = groupBridge(items, group);
          expect(rows.every(addsUp)).toBe(true);
          expect(totalOf(rows)).toEqual(total);
        }
        // The ends are the follow-up of each period as all other figures have it.
        expect(total.all.opening).toBe(sum(findingsOf(from).map(followUp)));
        expect(total.all.closing).toBe(sum(findingsOf(to).map(followUp)));
        const limits = [from, to].map(({ period }) => oneYearBefore(period.balanceDate));
        expect(total.older.opening).toBe(sum(findingsOf(from).map((one) => olderPart(one, limits[0] ?? ''))));
        expect(total.older.closing).toBe(sum(findingsOf(to).map((one) => olderPart(one, limits[1] ?? ''))));
        // What has an act or came anew is named so, and only what was edited or taken away is a correction.
        expect((total.all.settled ?? 0n) + (total.all.writtenOff ?? 0n)).toBe(
          sum(settlements.map(({ amount }) => amount)),
        );
        if (!before.some(({ fate }) => ['edited', 'redated', 'vanished', 'keyless'].includes(fate))) {
          expect(total.all.corrected).toBe(0n);
          expect(total.older.corrected).toBe(0n);
          expect(total.all.added).toBe(added);
        }
      }),
    );
  });
});
