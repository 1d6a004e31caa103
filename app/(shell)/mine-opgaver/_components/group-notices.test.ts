import { expect, it } from 'vitest';
import type { TaskNotice } from '#lib/services/read-notices.ts';
import { groupNotices } from './group-notices.ts';

function notice(id: number, patch: Partial<TaskNotice> = {}): TaskNotice {
  return {
    id,
    personId: 'a',
    kind: 'dropped',
    periodId: '2023-12',
    accountNumber: String(id),
    accountName: `Konto ${id}`,
    report: null,
    text: '',
    fromName: 'B',
    at: '2024-02-01T08:00:00.000Z',
    readAt: null,
    ...patch,
  };
}

it('tells an act once, whatever the number of accounts, and keeps acts apart', () => {
  const many = Array.from({ length: 7 }, (_, index) => notice(index + 1));
  const later = notice(8, { at: '2024-02-02T08:00:00.000Z' });
  const read = notice(9, { readAt: '2024-02-03T08:00:00.000Z' });
  const ofPeriod = notice(10, { kind: 'period-reopened', accountNumber: null, accountName: '' });
  const groups = groupNotices([...many, later, read, ofPeriod]);
  expect(groups.map(({ ids, accounts, more }) => [ids, accounts.length, more])).toEqual([
    [[1, 2, 3, 4, 5, 6, 7], 5, 2],
    [[8], 1, 0],
    [[9], 1, 0],
    [[10], 0, 0],
  ]);
});
