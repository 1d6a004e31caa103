import { describe, expect, it } from 'vitest';
import { DEMO_PEOPLE } from '#lib/auth/people.ts';
import { formatOre } from '#lib/format/amount.ts';
import { approveReconciliations } from './approve-reconciliations.ts';
import type { Context } from './context.ts';
import { countTasks } from './count-tasks.ts';
import { getApproval } from './get-approval.ts';
import { getTasks } from './get-tasks.ts';
import { logReconciliation } from './log-reconciliation.ts';
import { markRead } from './mark-read.ts';
import { returnReconciliations } from './return-reconciliations.ts';
import { storeImport } from './store-import.ts';
import { submitReconciliations } from './submit-reconciliations.ts';
import { takeBackReconciliations } from './take-back-reconciliations.ts';
import { as, newestEvent, prepareStores } from './testing/demo-store.ts';
import {
  codesOf,
  expectValue,
  inputOf,
  of,
  PERIOD,
  person,
  sendChanged,
  workflowOf,
} from './testing/write-verdicts.ts';

const stores = prepareStores();
const [PLAIN, FOLLOWED] = ['90100006', '95900015'] as const;

async function saveDraft(context: Context, account: string, initials = 'KLADDE') {
  const input = { ...(await inputOf(context, account)), initials };
  return { account, version: expectValue(await logReconciliation(context, input)).version };
}

const noticesOf = (context: Context, personId: string) => context.store.read.notice.findMany({ where: { personId } });

/** Imports a balance in which one account has `more` øre and another as much less, so that it still sums to 0. */
async function importBalance(context: Context, account: string, more: bigint) {
  const accounts = await context.store.read.account.findMany({ where: { periodId: PERIOD } });
  const other = accounts.find(({ number }) => number === '99900014');
  if (!other) throw new Error('no counter-account');
  const lines = accounts.map(({ number, name, imFunction, balance }) => {
    const added = number === account ? more : number === other.number ? -more : 0n;
    return `${number};"${name.replaceAll('"', '""')}";${imFunction};${formatOre(balance + added)}`;
  });
  const bytes = Buffer.from(`Konto;Kontonavn;IM-funktion;Saldo\r\n${lines.join('\r\n')}\r\n`, 'utf8');
  const options = { amounts: null, overwrite: false };
  const files = [{ name: 'saldobalance.csv', bytes, kind: 'auto' as const }];
  const stored = expectValue(
    await storeImport(as('administrator', context), { files, periodId: PERIOD, options }, null),
  );
  if (stored.importId === null) throw new Error(JSON.stringify(stored.plan.issues.slice(0, 3)));
}

describe('an approval drops', () => {
  it('when an import changes the balance: visibly, with both balances in the trail and a word to those concerned', async () => {
    const context = stores.demo();
    const sent = await sendChanged(context, FOLLOWED);
    await approveReconciliations(as('approver', context), { periodId: PERIOD, accounts: [sent] });
    await importBalance(context, FOLLOWED, 500n);

    const before = (await inputOf(context, FOLLOWED)).version;
    expect(before).toBe(sent.version + 2);
    const workflow = await workflowOf(context, FOLLOWED);
    expect(workflow).toMatchObject({ status: 'draft', approvals: [], submittedAt: null });
    if (workflow.note?.kind !== 'balance-changed') throw new Error('no note');
    expect(workflow.note.after - workflow.note.before).toBe(500n);
    const events = await context.store.read.auditEvent.findMany({
      where: { subjectId: FOLLOWED },
      orderBy: { id: 'desc' },
    });
    const [drop, change] = events.slice(0, 2).map((event) => ({ ...event, ...JSON.parse(event.body ?? '{}') }));
    expect(drop).toMatchObject({
      action: 'drop',
      before: { workflow: { status: 'approved', approvals: [{ personId: 'demo-godkender' }] } },
      after: {
        workflow: {
          status: 'draft',
          approvals: [],
          note: { before: workflow.note.before.toString(), after: workflow.note.after.toString() },
        },
      },
    });
    expect(change).toMatchObject({
      subject: 'account',
      before: { balance: workflow.note.before.toString() },
      after: { balance: workflow.note.after.toString() },
    });
    expect((await noticesOf(context, 'demo-bogholder')).at(-1)).toMatchObject({
      kind: 'dropped',
      accountNumber: FOLLOWED,
      fromName: 'Demo Administrator',
      readAt: null,
    });
    // Other accounts stay approved, but for the one that the difference was taken from, which has no verdict.
    expect((await workflowOf(context, PLAIN)).status).toBe('approved');
    // The verdict was given at another balance: it cannot be sent unseen.
    const again = expectValue(
      await submitReconciliations(context, { periodId: PERIOD, accounts: [{ account: FOLLOWED, version: before }] }),
    );
    expect(again.refused).toMatchObject([{ account: FOLLOWED, problem: { code: 'balance-changed' } }]);
  });

  it('when anybody changes a finding, with what it was and became in the trail', async () => {
    const context = stores.demo();
    const input = await inputOf(context, FOLLOWED);
    const findings = input.findings.map((finding) => ({ ...finding, theme: 'ANDET' }));
    const saved = expectValue(await logReconciliation(context, { ...input, findings }));
    expect(saved.status).toBe('draft');
    expect(await workflowOf(context, FOLLOWED)).toMatchObject({
      status: 'draft',
      approvals: [],
      preparers: ['demo-administrator', 'demo-bogholder'],
      note: { kind: 'changed', by: 'Demo Bogholder' },
    });
    expect(await context.store.read.approval.count({ where: { accountNumber: FOLLOWED } })).toBe(0);
    expect(await newestEvent(context, FOLLOWED)).toMatchObject({
      action: 'update',
      before: { workflow: { status: 'approved', approvals: [{ personId: 'demo-godkender' }] } },
      after: { findings: [{ theme: 'ANDET' }], workflow: { status: 'draft', approvals: [] } },
    });
    // Whoever made it fall knows, and whoever imported it has nothing to go on with.
    for (const id of ['demo-administrator', 'demo-bogholder']) expect(await noticesOf(context, id)).toEqual([]);
  });

  it('not when a save changes nothing', async () => {
    const context = stores.demo();
    await logReconciliation(context, await inputOf(context, FOLLOWED));
    expect((await workflowOf(context, FOLLOWED)).status).toBe('approved');
  });
});

describe('what is sent for approval', () => {
  it('is taken back by whoever had a hand in it, until it is approved', async () => {
    const context = stores.demo();
    const sent = await sendChanged(context, PLAIN);
    const takeBack = async (by: Context, version: number) =>
      expectValue(await takeBackReconciliations(by, { periodId: PERIOD, accounts: [{ account: PLAIN, version }] }));
    const stranger = of(person('fremmed', ['accountant']), context);
    expect((await takeBack(stranger, sent.version)).refused).toMatchObject([
      { problem: { code: 'not-prepared-by-you' } },
    ]);
    expect((await takeBack(context, sent.version)).takenBack).toEqual([PLAIN]);
    expect(await workflowOf(context, PLAIN)).toMatchObject({
      status: 'draft',
      preparers: ['demo-administrator', 'demo-bogholder'],
      note: { kind: 'taken-back', by: 'Demo Bogholder' },
    });
    expect((await newestEvent(context, PLAIN)).action).toBe('takeBack');
    const { version } = await inputOf(context, FOLLOWED);
    const approved = expectValue(
      await takeBackReconciliations(context, { periodId: PERIOD, accounts: [{ account: FOLLOWED, version }] }),
    );
    expect(approved.refused).toMatchObject([{ problem: { code: 'already-approved' } }]);
  });

  it('comes back with a reason, which its preparers are told, and can be sent again', async () => {
    const context = stores.demo();
    const sent = await sendChanged(context, PLAIN);
    const approver = as('approver', context);
    const bare = await returnReconciliations(approver, { periodId: PERIOD, accounts: [sent], reason: '  ' });
    expect(bare).toMatchObject({ problems: [{ path: 'reason', code: 'required' }] });
    const reason = 'Bilaget mangler. <b>Se</b> notat.';
    const { returned } = expectValue(
      await returnReconciliations(approver, { periodId: PERIOD, accounts: [sent], reason }),
    );
    expect(returned).toEqual([PLAIN]);
    expect(await workflowOf(context, PLAIN)).toMatchObject({
      status: 'returned',
      submittedAt: null,
      approvals: [],
      note: { kind: 'returned', by: 'Demo Godkender', reason },
    });
    expect(await newestEvent(context, PLAIN)).toMatchObject({ action: 'return', reason });
    expect(await noticesOf(context, 'demo-bogholder')).toMatchObject([
      { kind: 'returned', text: reason, fromName: 'Demo Godkender' },
    ]);
    const tasks = await getTasks(context);
    expect(tasks.periods[0]?.returned).toMatchObject([{ account: PLAIN, note: { reason } }]);
    const again = { periodId: PERIOD, accounts: [{ account: PLAIN, version: sent.version + 1 }] };
    expect(expectValue(await submitReconciliations(context, again)).submitted).toEqual([PLAIN]);
    expect((await workflowOf(context, PLAIN)).status).toBe('submitted');
  });

  it('is not returned by whoever made it; what is approved can be, also by whoever approved it', async () => {
    const context = stores.demo();
    const both = of(person('begge', ['accountant', 'approver']), context);
    const sent = await sendChanged(both, PLAIN);
    const own = expectValue(await returnReconciliations(both, { periodId: PERIOD, accounts: [sent], reason: 'x' }));
    expect(own.refused).toMatchObject([{ problem: { code: 'own-work' } }]);
    const { version } = await inputOf(context, FOLLOWED);
    const late = { periodId: PERIOD, accounts: [{ account: FOLLOWED, version }], reason: 'Set for sent' };
    expect(expectValue(await returnReconciliations(as('approver', context), late)).returned).toEqual([FOLLOWED]);
    expect(await context.store.read.approval.count({ where: { accountNumber: FOLLOWED } })).toBe(0);
  });

  it('is sent by accountants only, many at once', async () => {
    const context = stores.demo();
    const drafts = [await saveDraft(context, PLAIN), await saveDraft(context, FOLLOWED)];
    const input = { periodId: PERIOD, accounts: drafts };
    expect(codesOf(await submitReconciliations(as('approver', context), input))).toEqual(['not-allowed']);
    expect((await getTasks(context)).periods[0]?.drafts.map(({ account }) => account)).toEqual([PLAIN, FOLLOWED]);
    expect(expectValue(await submitReconciliations(context, input)).submitted).toEqual([PLAIN, FOLLOWED]);
    expect((await newestEvent(context, PLAIN)).action).toBe('submit');
    expect(await countTasks(as('approver', context))).toBe(2);
    expect((await getTasks(as('approver', context))).periods[0]?.awaiting).toBe(2);
  });

  it('does not move in a locked period', async () => {
    const context = stores.demo();
    const sent = await sendChanged(context, PLAIN);
    await context.store.writeTx((tx) => tx.period.update({ where: { id: PERIOD }, data: { status: 'locked' } }));
    const input = { periodId: PERIOD, accounts: [sent] };
    expect(codesOf(await takeBackReconciliations(context, input))).toEqual(['period-locked']);
    expect(codesOf(await returnReconciliations(as('approver', context), { ...input, reason: 'x' }))).toEqual([
      'period-locked',
    ]);
    expect(codesOf(await submitReconciliations(context, input))).toEqual(['period-locked']);
  });
});

describe('what an approver sees of an account', () => {
  it('is what it was in the period before and what changed, and nothing for those who do not approve it', async () => {
    const context = stores.demo();
    await sendChanged(context, FOLLOWED);
    expect(await getApproval(as('approver', context), PERIOD, FOLLOWED)).toMatchObject({
      earlier: null,
      hadVerdict: false,
      preparers: ['Demo Administrator', 'Demo Bogholder'],
      changes: [],
    });
    expect(await getApproval(context, PERIOD, FOLLOWED)).toBeNull();
    const other = { ...person('enhed', []), grants: [] };
    const unit = { kind: 'committee', code: 'KFU' } as const;
    const elsewhere = { ...other, grants: [{ role: 'approver' as const, unit, onBehalfOf: null }] };
    expect(await getApproval(of(elsewhere, context), PERIOD, FOLLOWED)).toBeNull();
  });
});

describe('notices', () => {
  it('are marked as read by the one they are for', async () => {
    const context = stores.demo();
    const sent = await sendChanged(context, PLAIN);
    await returnReconciliations(as('approver', context), { periodId: PERIOD, accounts: [sent], reason: 'x' });
    const [notice] = (await getTasks(context)).notices;
    expect(notice).toMatchObject({ kind: 'returned', readAt: null });
    expect(await countTasks(context)).toBe(1);
    expect(expectValue(await markRead(as('auditor', context), { ids: [notice?.id ?? 0] })).read).toBe(0);
    expect(await countTasks(context)).toBe(1);
    expect(expectValue(await markRead(context, { ids: null })).read).toBe(1);
    // What was returned still waits.
    expect(await countTasks(context)).toBe(1);
    await submitReconciliations(context, {
      periodId: PERIOD,
      accounts: [{ account: PLAIN, version: sent.version + 1 }],
    });
    expect(await countTasks(context)).toBe(0);
  });

  it('are not shown of an account that their reader may no longer see', async () => {
    const context = stores.demo();
    const sent = await sendChanged(context, PLAIN);
    await returnReconciliations(as('approver', context), { periodId: PERIOD, accounts: [sent], reason: 'x' });
    const without = of({ ...DEMO_PEOPLE.accountant2, grants: [] }, context);
    expect((await getTasks(without)).notices).toEqual([]);
    expect((await getTasks(without)).periods).toEqual([]);
  });
});
