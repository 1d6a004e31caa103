import { expect, it } from 'vitest';
import { findingOf, smallState } from '#lib/report/testing/small-state.ts';
import { listDuties } from './duty.ts';

const TODAY = '2024-02-01';

/** Two accounts with a plan due 31.03.2024; the one's item was posted three years before May 2024. */
function stateOf() {
  const state = smallState([
    { number: '95900001', findings: [findingOf([['2021-05-15', 500_000n]])] },
    { number: '95900002', findings: [findingOf([['2023-05-15', 500_000n]])] },
    { number: '95900003', verdict: false },
    { number: '95900004' },
  ]);
  for (const reconciliation of state.reconciliations.values()) {
    reconciliation.workflow = { ...reconciliation.workflow, preparers: ['anna'] };
  }
  return state;
}

const told = (state: ReturnType<typeof stateOf>, person: string, today = TODAY, months?: number) =>
  listDuties(state, person, today, months).map(({ kind, account, deadline }) => [kind, account, deadline]);

it('whoever prepared an account that nobody was given answers for its plans and for claims that near their end', () => {
  expect(told(stateOf(), 'anna')).toEqual([
    ['plan-step', '95900001', '2024-03-31'],
    ['plan-step', '95900002', '2024-03-31'],
    ['limitation', '95900001', '2024-05-15'],
  ]);
  expect(told(stateOf(), 'bo')).toEqual([]);
  expect(told(stateOf(), 'anna', TODAY, 3).filter(([kind]) => kind === 'limitation')).toEqual([]);
});

it('whoever was given an account answers for it instead, until it is sent', () => {
  const state = stateOf();
  const give = (account: string, personId: string, deadline: string | null) =>
    state.assignments.set(account, { account, personId, deadline });
  give('95900001', 'bo', '2024-02-10');
  give('95900003', 'bo', null);
  give('95900004', 'bo', '2024-01-15');
  expect(told(state, 'bo')).toEqual([
    ['plan-step', '95900001', '2024-03-31'],
    ['limitation', '95900001', '2024-05-15'],
    ['reconcile', '95900003', null],
  ]);
  expect(told(state, 'anna')).toEqual([['plan-step', '95900002', '2024-03-31']]);
  const returned = state.reconciliations.get('95900004');
  if (returned) returned.workflow = { ...returned.workflow, status: 'returned', approvals: [] };
  expect(told(state, 'bo')[0]).toEqual(['reconcile', '95900004', '2024-01-15']);
});

it('a step that is done or dropped, or has no deadline, is nobody’s duty', () => {
  const step = { activity: 'Ryk', deadline: '2024-03-31', consequence: '' };
  const outcome = { state: 'done', on: '2024-01-31', reason: '' } as const;
  const steps = [
    { ...step, outcome },
    { ...step, deadline: null },
    { ...step, deadline: '2024-02-29', key: 's3' },
  ];
  const state = smallState([{ number: '95900001', findings: [findingOf([['2023-05-15', 500_000n]], { steps })] }]);
  state.assignments.set('95900001', { account: '95900001', personId: 'bo', deadline: null });
  expect(listDuties(state, 'bo', TODAY).map(({ key }) => key)).toEqual(['step/s3']);
});
