import { expect, it } from 'vitest';
import { approvalsRequired, changedBy, followedUpBy, submitted } from './workflow.ts';

const finding = (...amounts: bigint[]) => ({
  items: amounts.map((amount) => ({ postingDate: '2023-01-01', text: '', amount })),
});

it.each<[string, 1 | 2 | 3, bigint[][], 1 | 2]>([
  ['category 1', 1, [], 1],
  ['at the limit', 2, [[60n, 40n]], 1],
  ['above it', 2, [[60n, 41n]], 2],
  ['below minus the limit', 2, [[-101n]], 2],
  ['above it with another committee’s', 2, [[60n], [41n]], 2],
  ['above it, and hidden by another committee’s', 2, [[500n], [-500n]], 2],
  ['category 3, however small', 3, [[1n]], 2],
])('two must approve: %s', (_, category, findings, required) => {
  expect(approvalsRequired({ category, findings: findings.map((own) => finding(...own)) }, 100n)).toBe(required);
});

it('counts whoever follows a plan up among the preparers, and no approval of theirs while it waits for another', () => {
  const approval = { name: 'Q', onBehalfOf: null, at: '2024-01-01T00:00:00.000Z' };
  const approvals = ['q', 'r'].map((personId) => ({ ...approval, personId }));
  const sent = { ...submitted(['p'], '2024-01-01T00:00:00.000Z'), approvals };
  expect(followedUpBy(sent, ['q', 'a'])).toMatchObject({ preparers: ['a', 'p', 'q'], approvals: [{ personId: 'r' }] });
  expect(followedUpBy({ ...sent, status: 'approved' }, ['q']).approvals).toEqual(approvals);
  expect(changedBy(sent, ['q'], 'Q', '2024-01-02T00:00:00.000Z').approvals).toEqual([]);
});
