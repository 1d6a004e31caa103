import { describe, expect, it } from 'vitest';
import { findingOf, smallState } from '#lib/report/testing/small-state.ts';
import { carryOver } from './carry.ts';
import type { Finding, Item, PlanStep } from './finding.ts';
import type { MunicipalityState } from './municipality.ts';

const item = (key: string, amount: bigint): Item => ({ key, postingDate: '2021-03-01', text: key, amount });
const step = (key: string, rest: Partial<PlanStep> = {}): PlanStep => ({
  key,
  activity: key,
  deadline: '2024-06-30',
  originalDeadline: '2024-03-31',
  consequence: '',
  ...rest,
});
const finding = (parts: Partial<Finding>): Finding => ({ ...findingOf([]), steps: [], ...parts });

function emptyNext(from: MunicipalityState, id = '2024-01'): MunicipalityState {
  return { ...smallState([], id), committees: from.committees, functions: from.functions };
}

describe('carrying into the next period', () => {
  const done = step('s2', { outcome: { state: 'done', on: '2024-01-15', reason: '' } });
  const from = smallState([
    {
      number: '95900001',
      balance: 700n,
      findings: [finding({ items: [item('a', 500n), item('b', 0n), item('c', -200n)], steps: [step('s1'), done] })],
    },
    { number: '95900002', balance: -700n, findings: [finding({ items: [item('d', 0n)] })] },
    { number: '95900003', findings: [] },
  ]);

  it('takes open items with their dates and keys, and plans with deadlines and outcomes', () => {
    const { accounts, responsibilities, reconciliations, leftBehind } = carryOver(from, emptyNext(from), []);
    expect(accounts).toEqual(from.accounts);
    expect(responsibilities).toHaveLength(3);
    expect(leftBehind).toEqual([]);
    expect(reconciliations).toHaveLength(1);
    expect(reconciliations[0]).toMatchObject({
      account: '95900001',
      category: 2,
      balance: 700n,
      documentedBalance: null,
      initials: '',
      findings: [{ items: [item('a', 500n), item('c', -200n)], steps: [step('s1'), done] }],
      workflow: { status: 'draft', preparers: [], approvals: [], note: { kind: 'carried', from: '2023-12' } },
    });
  });

  it('leaves what the later period has of its own, and says what it has no place for', () => {
    const to = smallState(
      [
        { number: '95900001', findings: [] },
        { number: '95900004', verdict: false },
      ],
      '2024-01',
    );
    expect(carryOver(from, to, [])).toEqual({
      accounts: [],
      responsibilities: [],
      reconciliations: [],
      leftBehind: [],
    });
    to.reconciliations.clear();
    to.accounts = to.accounts.filter(({ number }) => number !== '95900001');
    expect(carryOver(from, to, []).leftBehind).toEqual([
      { account: '95900001', name: 'Konto 95900001', reason: 'account-gone', items: 2 },
    ]);
  });

  it('gathers findings of committees that are one from now on', () => {
    const two = smallState([
      {
        number: '95900001',
        responsibility: { committee: 'SUD' },
        findings: [
          finding({ committee: 'BIU', category: 3, theme: 'KY', items: [item('a', 1n)], steps: [step('s1')] }),
          finding({ committee: 'SUD', category: 2, theme: 'KSD', items: [item('b', 2n)], steps: [step('s2')] }),
        ],
      },
    ]);
    const successions = ['BIU', 'SUD'].map((code) => ({
      kind: 'committee' as const,
      fiscalYear: 2024,
      from: code,
      to: 'BSU',
    }));
    const { responsibilities, reconciliations } = carryOver(two, emptyNext(two), successions);
    expect(responsibilities[0]?.committee).toBe('BSU');
    expect(reconciliations[0]?.findings).toMatchObject([
      {
        committee: 'BSU',
        category: 3,
        theme: 'KY / KSD',
        items: [{ key: 'a' }, { key: 'b' }],
        steps: [{ key: 's1' }, { key: 's2' }],
      },
    ]);
  });
});
