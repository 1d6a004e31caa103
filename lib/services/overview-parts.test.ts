import { describe, expect, it } from 'vitest';
import { findingOf, lineOf, smallState } from '#lib/report/testing/small-state.ts';
import { accountRows, findingRows } from './account-rows.ts';
import { compareYears, sumCategories } from './overview-comparison.ts';
import { listDeadlines, spansFrom } from './overview-deadlines.ts';
import { countProgress, divideProgress } from './overview-progress.ts';

const step = (deadline: string | null) => [{ activity: 'Ryk', deadline, consequence: '' }];
const plan = (amount: bigint, deadline: string | null) =>
  findingOf([['2023-06-30', amount]], { steps: step(deadline) });

/** BIU: 1 approved, 2 and 3 drafts. ØU: 4 and 5 not begun, 6 returned. 7 of nobody, 8 separate. */
function stateOf() {
  const ofØU = { committee: 'ØU', administration: 'A2' };
  const state = smallState([
    { number: '1', balance: 100n },
    { number: '2', balance: 200n, findings: [plan(50n, '2026-11-20')] },
    { number: '3', balance: 300n, findings: [plan(-70n, '2026-11-22')] },
    { number: '4', balance: 400n, verdict: false, responsibility: ofØU },
    { number: '5', balance: -500n, verdict: false, responsibility: ofØU },
    { number: '6', balance: 600n, findings: [plan(90n, null)], responsibility: ofØU },
    {
      number: '7',
      balance: 700n,
      findings: [plan(11n, '2026-12-01')],
      responsibility: { committee: '', administration: '', reconciledBy: '' },
    },
    { number: '8', balance: 800n, verdict: false, responsibility: { separately: true } },
  ]);
  for (const [number, status] of [
    ['2', 'draft'],
    ['3', 'draft'],
    ['6', 'returned'],
  ] as const) {
    const reconciliation = state.reconciliations.get(number);
    if (reconciliation) reconciliation.workflow = { ...reconciliation.workflow, status, approvals: [] };
  }
  const give = (account: string, deadline: string) =>
    state.assignments.set(account, { account, personId: 'anna', deadline });
  give('1', '2026-01-01');
  give('4', '2026-11-20');
  give('5', '2026-11-21');
  give('6', '2026-11-30');
  return state;
}

describe('progress', () => {
  const rows = accountRows(stateOf());

  it('counts where each account stands, those reconciled separately left out', () => {
    expect(countProgress('', rows)).toEqual({
      value: '',
      statuses: { 'ikke-paabegyndt': 2, kladde: 2, 'til-godkendelse': 0, godkendt: 2, returneret: 1 },
      total: 7,
      left: 5,
    });
  });

  it('puts first who has most left, and adds up to the whole', () => {
    const divided = divideProgress(rows, 'udvalg');
    expect(divided.map(({ value, left, total }) => [value, left, total])).toEqual([
      ['ØU', 3, 3],
      ['BIU', 2, 3],
      ['ingen', 0, 1],
    ]);
    for (const by of ['forvaltning', 'afstemmes-af', 'tildelt'] as const) {
      expect(divideProgress(rows, by).reduce((total, row) => total + row.total, 0)).toBe(7);
    }
  });
});

describe('deadlines', () => {
  it('fall in passed, this week to Sunday, the rest of the month, and later', () => {
    // A Saturday: the week ends the day after, the month nine days after.
    expect(spansFrom('2026-11-21').map(({ from, to }) => [from, to])).toEqual([
      [null, '2026-11-20'],
      ['2026-11-21', '2026-11-22'],
      ['2026-11-23', '2026-11-30'],
      ['2026-12-01', null],
      [null, null],
    ]);
    // A Monday whose week reaches into the next month: no day is left of this one.
    expect(spansFrom('2026-11-30').map(({ from, to }) => [from, to])).toEqual([
      [null, '2026-11-29'],
      ['2026-11-30', '2026-12-06'],
      ['2026-12-07', '2026-11-30'],
      ['2026-12-07', null],
      [null, null],
    ]);
    // A Sunday is the last day of its week.
    expect(spansFrom('2026-11-22')[1]).toMatchObject({ from: '2026-11-22', to: '2026-11-22' });
  });

  it('count findings and accounts that are not sent, with their amounts', () => {
    const state = stateOf();
    const spans = listDeadlines(accountRows(state), findingRows(state), '2026-11-21');
    expect(spans.map(({ id, findings, accounts }) => [id, findings, accounts])).toEqual([
      ['late', { count: 1, amount: 50n }, { count: 1, amount: 400n }],
      ['week', { count: 1, amount: -70n }, { count: 1, amount: -500n }],
      ['month', { count: 0, amount: 0n }, { count: 1, amount: 600n }],
      ['later', { count: 1, amount: 11n }, { count: 0, amount: 0n }],
      // The approved account is done whatever its deadline; two drafts were given to nobody.
      ['none', { count: 1, amount: 90n }, { count: 2, amount: 500n }],
    ]);
  });
});

describe('this year beside the last', () => {
  const now = (state = stateOf()) => sumCategories(accountRows(state), findingRows(state));

  it('counts by verdict, and category 1’s net is the balance less the follow-up', () => {
    // The balance is 2.600, the follow-up 50 − 70 + 90 + 11 = 81.
    expect(now()).toEqual({
      1: { accounts: 1, net: 2519n },
      2: { accounts: 4, net: 81n },
      3: { accounts: 0, net: 0n },
    });
  });

  it('takes the registered figures for who sees all, else last year’s period, else nothing', () => {
    const state = stateOf();
    const lastYear = smallState([{ number: '1', balance: 7n }], '2022-12');
    state.registers.sammenligningstal = [lineOf({ category: 2, accounts: 9, net: 40n })];
    expect(compareYears(state, now(), true, lastYear)).toMatchObject({
      year: 2023,
      source: { kind: 'register' },
      categories: [{ before: null }, { before: { accounts: 9, net: 40n } }, { before: null }],
    });
    expect(compareYears(state, now(), false, lastYear)).toMatchObject({
      source: { kind: 'period', id: '2022-12' },
      categories: [{ before: { accounts: 1, net: 7n } }, { before: { accounts: 0, net: 0n } }, {}],
    });
    expect(compareYears(state, now(), false, null)).toBeNull();
  });
});
