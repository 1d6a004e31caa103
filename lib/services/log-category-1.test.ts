import { describe, expect, it } from 'vitest';
import { loadState } from '#lib/db/state.ts';
import type { Reconciliation } from '#lib/domain/account.ts';
import { toComparable } from '#lib/schemas/stored.ts';
import { logCategory1, previewCategory1 } from './log-category-1.ts';
import { readVisibleState } from './read-state.ts';
import { as, newestEvent, prepareStores } from './testing/demo-store.ts';
import { find1, log, period, seen, undo, unlog, verdictOf, verdicts, WORDS } from './testing/write-category-1.ts';
import { codesOf, expectValue, PERIOD, workflowOf } from './testing/write-verdicts.ts';

const stores = prepareStores();
/** An account of the demo with findings. */
const FOLLOWED = '95900015';

describe('category 1 for many', () => {
  it('logs what can be logged, leaves the rest and says why, all as one that can be taken back', async () => {
    const context = stores.demo();
    const [one = '', two = ''] = await unlog(context, 2);
    const equity = await context.store.read.account.findFirstOrThrow({ where: { imFunction: '9.75.99' } });
    const logged = (await find1(context, 1))[0] ?? '';
    const wanted = [one, two, logged, FOLLOWED, equity.number, 'findes-ikke'];
    const told = expectValue(await previewCategory1(context, { periodId: PERIOD, accounts: seen(wanted) }));
    const rows = await context.store.read.account.findMany({ where: { number: { in: [one, two] }, periodId: PERIOD } });
    expect(told.possible).toBe(2);
    expect(told.sum).toBe(rows.reduce((sum, { balance }) => sum + balance, 0n));
    expect(told.refused.map(({ account, problem }) => [account, problem.code])).toEqual([
      [logged, 'already-logged'],
      [FOLLOWED, 'has-findings'],
      [equity.number, 'reconciled-separately'],
      ['findes-ikke', 'unknown-account'],
    ]);
    const others = toComparable((await verdictOf(context, logged)) as Reconciliation);

    const outcome = expectValue(await log(context, wanted));
    expect(outcome.changed).toEqual([one, two]);
    expect(outcome.refused.map(({ problem }) => problem.code)).toEqual(told.refused.map(({ problem }) => problem.code));
    expect(await verdictOf(context, one)).toMatchObject({
      category: 1,
      documentedBalance: rows.find(({ number }) => number === one)?.balance,
      method: 'source',
      reconciledOn: '2024-01-15',
      initials: 'DBO',
      origin: 'screen',
      findings: [],
      workflow: { status: 'draft', preparers: ['demo-bogholder'] },
    });
    expect(await newestEvent(context, two)).toMatchObject({ action: 'create', role: 'accountant', before: null });
    expect(toComparable((await verdictOf(context, logged)) as Reconciliation)).toBe(others);

    expect((await undo(context, outcome.changeSet)).changed).toEqual([one, two]);
    expect(await verdictOf(context, one)).toBeNull();
    expect(await newestEvent(context, one)).toMatchObject({ action: 'undo', after: null });
  });

  it('does all or nothing where that is asked for, and leaves no trace of nothing', async () => {
    const context = stores.demo();
    const [one = ''] = await unlog(context, 1);
    const events = await context.store.read.auditEvent.count();
    const outcome = expectValue(await log(context, [one, FOLLOWED], { allOrNothing: true }));
    expect(outcome).toMatchObject({ changeSet: null, changed: [], refused: [{ account: FOLLOWED }] });
    expect(await verdictOf(context, one)).toBeNull();
    expect(await context.store.read.auditEvent.count()).toBe(events);
    expect(expectValue(await log(context, [one], { allOrNothing: true, submit: true })).changed).toEqual([one]);
    expect((await workflowOf(context, one)).status).toBe('submitted');
  });

  it('stops when it is told to: with what is done, or with nothing', async () => {
    const context = stores.demo();
    const accounts = await unlog(context, 600);
    const steering = { isCancelled: () => true };
    const input = { periodId: PERIOD, accounts: seen(accounts), ...WORDS, submit: false };
    const nothing = expectValue(await logCategory1(context, { ...input, allOrNothing: true }, steering));
    expect(nothing).toMatchObject({ changeSet: null, changed: [], isStopped: true });
    expect((await verdicts(context)).has(accounts[0] ?? '')).toBe(false);
    const some = expectValue(await logCategory1(context, { ...input, allOrNothing: false }, steering));
    expect(some.isStopped).toBe(true);
    expect(some.changed).toEqual(accounts.slice(0, 250));
    expect((await verdicts(context)).size).toBeGreaterThan(0);
    expect((await undo(context, some.changeSet)).changed).toHaveLength(250);
  });

  it('takes two thousand as one change set, and holds in memory just what is stored', async () => {
    const context = stores.demo();
    const accounts = await unlog(context, 2_000);
    const progress: number[] = [];
    const input = { periodId: PERIOD, accounts: seen(accounts), ...WORDS, submit: true, allOrNothing: false };
    const outcome = expectValue(
      await logCategory1(context, input, { onProgress: (done, total) => progress.push(done / total) }),
    );
    expect(outcome.changed).toHaveLength(2_000);
    expect(progress.at(-1)).toBe(1);
    const held = await readVisibleState(context, period);
    const stored = await loadState(context.store.read, period);
    expect(held).toEqual(stored);
    const undone = await undo(context, outcome.changeSet);
    expect(undone.changed).toHaveLength(2_000);
    const again = await undo(context, undone.changeSet);
    expect(again.changed).toHaveLength(2_000);
    expect((await workflowOf(context, accounts[7] ?? '')).status).toBe('submitted');
    expect(await readVisibleState(context, period)).toEqual(await loadState(context.store.read, period));
  });

  it('is not for who may not log, in a closed period not for what is new, in a locked one for nobody', async () => {
    const context = stores.demo();
    const [one = ''] = await unlog(context, 1);
    expect(codesOf(await log(as('approver', context), [one]))).toEqual(['not-allowed']);
    const setStatus = (status: string) =>
      context.store.writeTx((tx) => tx.period.update({ where: { id: PERIOD }, data: { status } }));
    await setStatus('closed');
    expect(expectValue(await log(context, [one])).refused).toMatchObject([{ problem: { code: 'period-closed' } }]);
    await setStatus('locked');
    expect(codesOf(await log(context, [one]))).toEqual(['period-locked']);
  });
});
