import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '#lib/domain/audit.ts';
import { toStored } from '#lib/schemas/stored.ts';
import { describeHistory } from './describe-history.ts';

const item = (amount: bigint) => ({ postingDate: '2022-06-30', text: 'Åben post', amount });
const verdict = (balance: bigint, ...amounts: bigint[]) => ({
  account: '95900015',
  category: 2,
  documentedBalance: null,
  method: null,
  reconciledOn: null,
  initials: 'DAN',
  balance,
  origin: 'screen',
  findings: [
    { committee: 'BIU', category: 2, responsible: 'BIF', theme: '', problem: '', items: amounts.map(item), steps: [] },
  ],
});

function eventOf(before: object | null, after: object | null): AuditEvent {
  return {
    id: 7,
    at: '2024-02-14T13:02:00.000Z',
    personName: 'Demo Andersen',
    action: 'update',
    subject: 'reconciliation',
    subjectId: '95900015',
    importId: null,
    before: before && toStored(before),
    after: after && toStored(after),
  };
}

describe('the history of an account', () => {
  it('tells of the items that went and came, and counts equal ones', () => {
    const [entry] = describeHistory([eventOf(verdict(0n, 100n, 100n, 300n), verdict(0n, 100n, 300n, 180n))]);
    expect(entry?.sort).toBe('changed');
    expect(entry?.fields).toEqual([
      {
        field: 'followUp',
        committee: 'BIU',
        before: { kind: 'money', ore: '500' },
        after: { kind: 'money', ore: '580' },
      },
      {
        field: 'items',
        committee: 'BIU',
        before: { kind: 'items', items: [{ date: '2022-06-30', text: 'Åben post', ore: '100' }] },
        after: { kind: 'items', items: [{ date: '2022-06-30', text: 'Åben post', ore: '180' }] },
      },
    ]);
  });

  it('says that a verdict was given again at another balance', () => {
    const [entry] = describeHistory([eventOf(verdict(100n, 1n), verdict(200n, 1n))]);
    expect(entry?.fields).toEqual([
      {
        field: 'balance',
        committee: null,
        before: { kind: 'money', ore: '100' },
        after: { kind: 'money', ore: '200' },
      },
    ]);
  });

  it('tells a first verdict in full, and one that is gone as gone', () => {
    const [first, last] = describeHistory([eventOf(null, verdict(0n, 5n)), eventOf(verdict(0n, 5n), null)]);
    expect(first?.sort).toBe('added');
    expect(first?.fields.map(({ field }) => field)).toEqual(expect.arrayContaining(['category', 'initials', 'items']));
    expect(last?.sort).toBe('removed');
  });

  it('refuses a trail that holds what it cannot', () => {
    expect(() => describeHistory([eventOf(null, { account: '95900015' })])).toThrow();
  });
});
