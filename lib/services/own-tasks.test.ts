import { expect, it } from 'vitest';
import { findingOf, smallState } from '#lib/report/testing/small-state.ts';
import { listOwnTasks, TASK_LISTS } from './own-tasks.ts';
import { person } from './testing/write-verdicts.ts';

const TODAY = '2024-02-01';
const NOTE = { kind: 'returned', by: 'Bo', at: '2024-01-20T09:00:00.000Z', reason: 'Mangler bilag' } as const;

/** 1 returned, 2 fallen by an import, 3 and 4 given to Anna and not begun, 5 her draft given to her, 6 her draft, 7 sent. */
function stateOf() {
  const state = smallState(
    [1, 2, 3, 4, 5, 6, 7].map((digit) => ({
      number: `9590000${digit}`,
      verdict: digit !== 3 && digit !== 4,
      ...(digit === 2 && { findings: [findingOf([['2023-06-30', 5_000n]])] }),
    })),
  );
  const put = (digit: number, status: 'draft' | 'returned' | 'submitted', note: typeof NOTE | null = null) => {
    const reconciliation = state.reconciliations.get(`9590000${digit}`);
    if (reconciliation) {
      reconciliation.workflow = { status, preparers: ['anna', 'importer'], submittedAt: null, approvals: [], note };
    }
  };
  put(1, 'returned', NOTE);
  put(2, 'draft');
  const fallen = state.reconciliations.get('95900002');
  if (fallen) fallen.workflow.note = { kind: 'balance-changed', at: NOTE.at, before: 1n, after: 2n };
  put(5, 'draft');
  put(6, 'draft');
  put(7, 'submitted');
  const give = (digit: number, deadline: string | null) =>
    state.assignments.set(`9590000${digit}`, { account: `9590000${digit}`, personId: 'anna', deadline });
  give(1, '2024-01-31');
  give(3, null);
  give(4, '2024-02-01');
  give(5, '2024-01-22');
  give(7, '2024-01-01');
  return state;
}

const listed = (who: ReturnType<typeof person>, state = stateOf()) => {
  const lists = listOwnTasks(who, state, new Map(), TODAY);
  return Object.fromEntries(
    TASK_LISTS.map((list) => [list, lists[list].map(({ account, daysLate }) => [Number(account.slice(-1)), daysLate])]),
  );
};

it('names each account once, the latest first, and says by how many days', () => {
  expect(listed(person('anna', ['accountant']))).toEqual({
    returned: [[1, 1]],
    dropped: [[2, 0]],
    // Due today is not late; without a deadline comes last; what is sent waits for others.
    assigned: [
      [5, 10],
      [4, 0],
      [3, 0],
    ],
    drafts: [[6, 0]],
  });
});

it('has what was returned also with whoever was given it, and nothing for who may not log', () => {
  const state = stateOf();
  state.assignments.set('95900001', { account: '95900001', personId: 'carl', deadline: null });
  expect(listed(person('carl', ['accountant']), state)).toMatchObject({ returned: [[1, 0]], drafts: [] });
  const none = { returned: [], dropped: [], assigned: [], drafts: [] };
  expect(listed(person('importer', ['administrator']))).toEqual(none);
  expect(listed(person('anna', ['auditor']))).toEqual(none);
});

it('says which are drafts of one’s own, that can be sent', () => {
  const { assigned } = listOwnTasks(person('anna', ['accountant']), stateOf(), new Map(), TODAY);
  expect(assigned.map(({ isOwnDraft, status }) => [status, isOwnDraft])).toEqual([
    ['draft', true],
    ['not-begun', false],
    ['not-begun', false],
  ]);
});
