import { describe, expect, it } from 'vitest';
import { approveReconciliations } from './approve-reconciliations.ts';
import type { Context } from './context.ts';
import { finishStep } from './finish-step.ts';
import { logReconciliation } from './log-reconciliation.ts';
import { moveDeadline } from './move-deadline.ts';
import { storeImport } from './store-import.ts';
import { as, demoFiles, newestEvent, prepareStores } from './testing/demo-store.ts';
import { expectValue, inputOf, of, PERIOD, person, sendChanged, workflowOf } from './testing/write-verdicts.ts';

const stores = prepareStores();
/** Category 2 with a plan, of the demo. */
const ACCOUNT = '95900015';
const both = person('begge', ['accountant', 'approver']);

async function stepOf(context: Context, account = ACCOUNT) {
  const [finding] = (await inputOf(context, account)).findings;
  const stepKey = finding?.steps[0]?.key ?? '';
  return { periodId: PERIOD, account, committee: finding?.committee ?? '', stepKey };
}

async function approve(context: Context, account = ACCOUNT) {
  const { version } = await inputOf(context, account);
  const { approved, waiting, refused } = expectValue(
    await approveReconciliations(context, { periodId: PERIOD, accounts: [{ account, version }] }),
  );
  return [approved.length, waiting.length, ...refused.map(({ problem }) => problem.code)];
}

describe('nobody approves what they had a hand in by a road beside the form', () => {
  it('such as moving a deadline of its plan', async () => {
    const context = stores.demo();
    await sendChanged(context, ACCOUNT);
    const mine = of(both, context);
    expectValue(await moveDeadline(mine, { ...(await stepOf(context)), to: '2025-01-31', reason: 'Afventer svar' }));
    expect((await workflowOf(context, ACCOUNT)).preparers).toEqual(['begge', 'demo-administrator', 'demo-bogholder']);
    expect(await approve(mine)).toEqual([0, 0, 'own-work']);
    expect(await approve(as('approver', context))).toEqual([1, 0]);
  });

  it('nor counts the first of two approvals once its giver has followed the plan up; the trail says so', async () => {
    const context = stores.demo();
    const input = await inputOf(context, ACCOUNT);
    const findings = input.findings.map((finding) => ({ ...finding, category: 3 as const }));
    expectValue(await logReconciliation(context, { ...input, findings, submit: true }));
    const mine = of(both, context);
    expect(await approve(mine)).toEqual([0, 1]);
    expectValue(await finishStep(mine, { ...(await stepOf(context)), on: '2024-01-15' }));
    expect(await newestEvent(context, ACCOUNT)).toMatchObject({
      action: 'update',
      before: { workflow: { approvals: [{ personId: 'begge' }] } },
      after: { workflow: { status: 'submitted', approvals: [] } },
    });
    expect(await approve(as('approver', context))).toEqual([0, 1]);
    expect(await approve(mine)).toEqual([0, 0, 'own-work']);
    expect(await approve(as('approver2', context))).toEqual([1, 0]);
  });

  it('and what is approved stays so when its plan is followed up', async () => {
    const context = stores.demo();
    expectValue(await finishStep(context, { ...(await stepOf(context)), on: '2024-01-15' }));
    const { status, approvals } = await workflowOf(context, ACCOUNT);
    expect([status, approvals.length]).toEqual(['approved', 1]);
  });

  it('nor what a file states anew of an account whose documented balance they gave', async () => {
    const context = stores.demo();
    const mine = of(both, context);
    const input = await inputOf(context, ACCOUNT);
    const findings = input.findings.map((finding) => ({ ...finding, theme: 'Andet' }));
    expectValue(await logReconciliation(mine, { ...input, findings, documentedBalance: 1n, submit: true }));
    const request = {
      files: demoFiles('afstemninger'),
      periodId: PERIOD,
      options: { amounts: null, overwrite: true },
    };
    expectValue(await storeImport(as('administrator', context), request, null));
    expect((await inputOf(context, ACCOUNT)).documentedBalance).toBe(1n);
    expect(await approve(mine)).toEqual([0, 0, 'own-work']);
    expect(await approve(as('approver', context))).toEqual([1, 0]);
  });
});
