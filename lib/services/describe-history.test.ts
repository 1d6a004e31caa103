import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '#lib/domain/audit.ts';
import { toStored } from '#lib/schemas/stored.ts';
import { describeEvent, describeHistory } from './describe-history.ts';

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
    personId: 'demo-andersen',
    personName: 'Demo Andersen',
    role: 'accountant',
    onBehalfOf: null,
    origin: 'screen 127.0.0.1',
    reason: '',
    periodId: '2023-12',
    disposed: false,
    hash: '',
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

  it('says that what was disposed of was there, and nothing of what it was', () => {
    const [entry] = describeHistory([{ ...eventOf(null, null), personName: '', disposed: true }]);
    expect(entry).toMatchObject({ disposed: true, sort: 'changed', fields: [], role: 'accountant' });
  });
});

describe('an event of the trail', () => {
  it('tells where a reconciliation stood and stands, and who approved it', () => {
    const workflow = (status: string, ...names: string[]) => ({
      ...verdict(0n, 5n),
      workflow: { status, preparers: ['p'], submittedAt: null, approvals: names.map((name) => ({ name })), note: null },
    });
    expect(describeEvent(eventOf(workflow('submitted'), workflow('approved', 'Demo A', 'Demo B')))).toEqual([
      {
        field: 'status',
        committee: null,
        before: { kind: 'status', status: 'submitted' },
        after: { kind: 'status', status: 'approved' },
      },
      { field: 'approvals', committee: null, before: null, after: { kind: 'text', text: 'Demo A, Demo B' } },
    ]);
  });

  it('tells whatever document it holds, lists and parts included, and no count where there is none', () => {
    const event = {
      ...eventOf(null, { fiscalYear: 2023, rows: 2449, filter: { udvalg: 'BIU', q: '' }, roles: ['a', 'b'] }),
    };
    expect(describeEvent({ ...event, subject: 'list' }).map(({ field, after }) => [field, after])).toEqual([
      ['fiscalYear', { kind: 'text', text: '2023' }],
      ['rows', { kind: 'count', count: 2449 }],
      ['filter', { kind: 'text', text: 'udvalg: BIU' }],
      ['roles', { kind: 'text', text: 'a, b' }],
    ]);
  });
});
