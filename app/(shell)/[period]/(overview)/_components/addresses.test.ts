import { describe, expect, it } from 'vitest';
import { sum } from '#lib/domain/money.ts';
import { selectRows } from '#lib/format/list-address.ts';
import { findingOf, smallState } from '#lib/report/testing/small-state.ts';
import { ACCOUNT_FILTERS, accountColumns, STATUS_VALUES } from '#lib/services/account-list.ts';
import { accountRows, findingRows } from '#lib/services/account-rows.ts';
import { findingColumns, findingFilters } from '#lib/services/finding-list.ts';
import { listDeadlines } from '#lib/services/overview-deadlines.ts';
import { divideProgress, PROGRESS_BY } from '#lib/services/overview-progress.ts';
import { accountsDue, findingsDue, LEFT, listAddress } from './addresses.ts';

/** Days around the ends of weeks, months and years. */
const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-30', '2026-12-01', '2026-12-31'];
const STATUSES = ['draft', 'submitted', 'approved', 'returned'] as const;

/** Thirty accounts of two committees, of nobody or separate, with every status; deadlines a day apart, some without. */
function stateOf() {
  const numbers = Array.from({ length: 30 }, (_, index) => index);
  const deadlineOf = (index: number) =>
    index % 7 === 0 ? null : new Date(Date.UTC(2026, 10, 12 + 2 * index)).toISOString().slice(0, 10);
  const state = smallState(
    numbers.map((index) => ({
      number: String(95900000 + index),
      balance: BigInt(index * 100),
      verdict: index % 5 !== 0,
      ...(index % 3 === 0 && {
        findings: [
          findingOf([['2023-06-30', BigInt(index)]], {
            steps: [{ activity: 'Ryk', deadline: deadlineOf(index), consequence: '' }],
          }),
        ],
      }),
      ...(index % 4 === 0 && { responsibility: { committee: 'ØU', administration: 'A2', reconciledBy: 'A2' } }),
      ...(index % 11 === 0 && { responsibility: { committee: '', administration: '', reconciledBy: '' } }),
      ...(index === 10 && { responsibility: { separately: true } }),
    })),
  );
  for (const index of numbers) {
    const account = String(95900000 + index);
    const reconciliation = state.reconciliations.get(account);
    const status = STATUSES[index % STATUSES.length];
    if (reconciliation && status) reconciliation.workflow = { ...reconciliation.workflow, status, approvals: [] };
    if (index % 2 === 0) state.assignments.set(account, { account, personId: 'anna', deadline: deadlineOf(index + 1) });
  }
  return state;
}

const state = stateOf();
const accounts = accountRows(state);
const findings = findingRows(state);

/** The rows that the list at an address shows. */
function listAt(address: string, today = '2026-11-21') {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  if (pathname === '/2023-12/konti') {
    const columns = accountColumns({ status: String, method: String, separately: '' });
    const rows = selectRows(accounts, columns, ACCOUNT_FILTERS, searchParams);
    return { count: rows.length, amount: sum(rows.map(({ balance }) => balance)) };
  }
  const columns = findingColumns({ missing: String, plan: String });
  const rows = selectRows(findings, columns, findingFilters(today), searchParams);
  return { count: rows.length, amount: sum(rows.map(({ followUp }) => followUp)) };
}

describe('a number of Overblik is that of the list that it leads to', () => {
  it.each(DAYS)('by deadline, seen from %s', (today) => {
    for (const span of listDeadlines(accounts, findings, today)) {
      // What counts nothing leads nowhere.
      if (span.findings.count > 0) expect(listAt(findingsDue('2023-12', span)), span.id).toEqual(span.findings);
      if (span.accounts.count > 0) expect(listAt(accountsDue('2023-12', span)), span.id).toEqual(span.accounts);
    }
  });

  it.each(PROGRESS_BY)('by %s and status', (by) => {
    const rows = divideProgress(accounts, by);
    expect(rows.length).toBeGreaterThan(1);
    for (const { value, statuses, left } of rows) {
      for (const status of STATUS_VALUES) {
        expect(listAt(listAddress('2023-12', 'konti', { [by]: value, status })).count).toBe(statuses[status]);
      }
      expect(listAt(listAddress('2023-12', 'konti', { [by]: value, status: LEFT })).count).toBe(left);
    }
  });
});
