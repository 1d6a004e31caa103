import { describe, expect, it } from 'vitest';
import { DEMO_PEOPLE } from '#lib/auth/people.ts';
import { writeTwoApproversAbove } from '#lib/db/settings.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { approveReconciliations } from './approve-reconciliations.ts';
import type { Context } from './context.ts';
import { listApprovals } from './list-approvals.ts';
import { logReconciliation } from './log-reconciliation.ts';
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
/** Category 1; category 2 with a follow-up of 122.849 kr.; both of the demo. */
const [PLAIN, FOLLOWED] = ['90100006', '95900015'] as const;

async function approve(context: Context, ...accounts: { account: string; version: number }[]) {
  return expectValue(await approveReconciliations(context, { periodId: PERIOD, accounts }));
}

/** Why an account was refused: one line for each. */
async function refusals(context: Context, ...accounts: { account: string; version: number }[]): Promise<string[]> {
  const { approved, waiting, refused } = await approve(context, ...accounts);
  expect([approved, waiting]).toEqual([[], []]);
  return refused.map(({ account, problem }) => `${account} ${problem.code}`);
}

describe('an approval', () => {
  it('is given by another, with who, in which role, before and after in the trail', async () => {
    const context = stores.demo();
    const sent = await sendChanged(context, PLAIN);
    const approver = as('approver', context);
    expect(await approve(approver, sent)).toEqual({ approved: [PLAIN], waiting: [], refused: [] });
    expect(await workflowOf(context, PLAIN)).toMatchObject({
      status: 'approved',
      approvals: [{ personId: 'demo-godkender', name: 'Demo Godkender', onBehalfOf: null }],
      // That it had been changed after an earlier approval is settled by this one.
      note: null,
    });
    const event = await newestEvent(context, PLAIN);
    expect(event).toMatchObject({
      action: 'approve',
      subject: 'reconciliation',
      personId: 'demo-godkender',
      role: 'approver',
      before: { workflow: { status: 'submitted', approvals: [] } },
      after: { workflow: { status: 'approved', approvals: [{ personId: 'demo-godkender' }] } },
    });
    expect((await inputOf(context, PLAIN)).version).toBe(sent.version + 1);
  });

  it('keeps nothing else back: what some accounts are refused for', async () => {
    const context = stores.demo();
    const sent = await sendChanged(context, PLAIN);
    const outcome = await approve(
      as('approver', context),
      sent,
      { account: FOLLOWED, version: (await inputOf(context, FOLLOWED)).version },
      { account: 'findes-ikke', version: 1 },
    );
    expect(outcome.approved).toEqual([PLAIN]);
    expect(outcome.refused.map(({ account, problem }) => `${account} ${problem.code}`)).toEqual([
      `${FOLLOWED} already-approved`,
      'findes-ikke unknown-account',
    ]);
  });

  it('needs what was seen to be what is there', async () => {
    const context = stores.demo();
    const sent = await sendChanged(context, PLAIN);
    await sendChanged(as('accountant', context), PLAIN, 'ANDEN');
    const { refused } = await approve(as('approver', context), sent);
    expect(refused).toMatchObject([
      { account: PLAIN, problem: { code: 'changed-meanwhile', params: { person: 'Demo Regnskab' } } },
    ]);
    expect((await workflowOf(context, PLAIN)).status).toBe('submitted');
  });

  it('is not for a draft, and leaves no trace where nothing is approved', async () => {
    const context = stores.demo();
    const draft = expectValue(await logReconciliation(context, { ...(await inputOf(context, PLAIN)), initials: 'K' }));
    const before = await context.store.read.auditEvent.count();
    expect(await refusals(as('approver', context), { account: PLAIN, version: draft.version })).toEqual([
      `${PLAIN} not-submitted`,
    ]);
    expect(await context.store.read.auditEvent.count()).toBe(before);
  });

  it('goes on in a closed period and stops in a locked one', async () => {
    const context = stores.demo();
    const sent = await sendChanged(context, PLAIN);
    const setStatus = (status: string) =>
      context.store.writeTx((tx) => tx.period.update({ where: { id: PERIOD }, data: { status } }));
    await setStatus('closed');
    expect((await approve(as('approver', context), sent)).approved).toEqual([PLAIN]);
    const accounts = [await sendChanged(context, PLAIN, 'IGEN')];
    await setStatus('locked');
    const locked = await approveReconciliations(as('approver', context), { periodId: PERIOD, accounts });
    expect(codesOf(locked)).toEqual(['period-locked']);
    expect((await workflowOf(context, PLAIN)).status).toBe('submitted');
  });

  it.each(['accountant', 'systemOwner', 'secretariat', 'auditor', 'administrator'] as const)(
    'is not for %s',
    async (role) => {
      const context = stores.demo();
      const sent = await sendChanged(context, PLAIN);
      const result = await approveReconciliations(as(role, context), { periodId: PERIOD, accounts: [sent] });
      expect(codesOf(result)).toEqual(['not-allowed']);
      expect((await workflowOf(context, PLAIN)).status).toBe('submitted');
    },
  );
});

describe('nobody approves their own work', () => {
  const both = person('begge', ['accountant', 'approver']);

  it('when one person holds both roles', async () => {
    const context = of(both, stores.demo());
    const sent = await sendChanged(context, PLAIN);
    expect(await refusals(context, sent)).toEqual([`${PLAIN} own-work`]);
    expect((await listApprovals(context, PERIOD))?.own).toBe(1);
    expect((await listApprovals(context, PERIOD))?.rows).toEqual([]);
  });

  it('when they merely changed a field of what another made and a third sent', async () => {
    const context = stores.demo();
    await sendChanged(context, PLAIN);
    await sendChanged(of(both, context), PLAIN, 'FELT');
    const sent = await sendChanged(context, PLAIN, 'IGEN');
    expect((await workflowOf(context, PLAIN)).preparers).toEqual(['begge', 'demo-administrator', 'demo-bogholder']);
    expect(await refusals(of(both, context), sent)).toEqual([`${PLAIN} own-work`]);
    expect((await approve(as('approver', context), sent)).approved).toEqual([PLAIN]);
  });

  it('when they merely sent what another made', async () => {
    const context = stores.demo();
    await logReconciliation(context, { ...(await inputOf(context, PLAIN)), initials: 'K' });
    const input = { ...(await inputOf(context, PLAIN)), submit: true };
    const { version } = expectValue(await logReconciliation(of(both, context), input));
    expect(await refusals(of(both, context), { account: PLAIN, version })).toEqual([`${PLAIN} own-work`]);
  });

  it('when their substitute made it', async () => {
    const context = stores.demo();
    const absent = { personId: 'begge', name: 'Prøve begge' };
    const sent = await sendChanged(of(person('vikar', ['accountant'], absent), context), PLAIN);
    expect((await workflowOf(context, PLAIN)).preparers).toEqual(['begge', 'demo-administrator', 'vikar']);
    expect(await refusals(of(both, context), sent)).toEqual([`${PLAIN} own-work`]);
  });

  it('when they stand in for whoever made it, or made it themselves and stand in for an approver', async () => {
    const context = stores.demo();
    const sent = await sendChanged(of(both, context), PLAIN);
    const forMaker = person('vikar', ['approver'], { personId: 'begge', name: 'Prøve begge' });
    expect(await refusals(of(forMaker, context), sent)).toEqual([`${PLAIN} own-work`]);
    const asApprover = person('begge', ['approver'], { personId: 'demo-godkender', name: 'Demo Godkender' });
    expect(await refusals(of(asApprover, context), sent)).toEqual([`${PLAIN} own-work`]);
  });

  it('while a role of their own lets them approve what the person they also stand in for made', async () => {
    const context = stores.demo();
    const sent = await sendChanged(of(both, context), PLAIN);
    const standIn = person('vikar', ['approver'], { personId: 'begge', name: 'Prøve begge' });
    const own: Actor = { ...standIn, grants: [...standIn.grants, { role: 'approver', unit: null, onBehalfOf: null }] };
    expect((await approve(of(own, context), sent)).approved).toEqual([PLAIN]);
    expect((await newestEvent(context, PLAIN)).onBehalfOf).toBeNull();
  });

  it('when they imported it', async () => {
    const context = stores.demo();
    expect((await workflowOf(context, PLAIN)).preparers).toEqual(['demo-administrator']);
    await context.store.writeTx(async (tx) => {
      await tx.approval.deleteMany({ where: { accountNumber: PLAIN } });
      await tx.reconciliation.updateMany({ where: { accountNumber: PLAIN }, data: { status: 'submitted' } });
    });
    const importer = person('demo-administrator', ['approver']);
    const { version } = await inputOf(context, PLAIN);
    expect(await refusals(of(importer, context), { account: PLAIN, version })).toEqual([`${PLAIN} own-work`]);
  });
});

describe('two approvers', () => {
  async function needingTwo(context: Context) {
    await context.store.writeTx((tx) => writeTwoApproversAbove(tx, 12_284_899n));
    return sendChanged(context, FOLLOWED);
  }

  it('are needed above the amount of the settings: not at it, above it', async () => {
    const context = stores.demo();
    const sent = await needingTwo(context);
    expect(await approve(as('approver', context), sent)).toEqual({ approved: [], waiting: [FOLLOWED], refused: [] });
    expect((await workflowOf(context, FOLLOWED)).status).toBe('submitted');
    const next = { ...sent, version: sent.version + 1 };
    expect(await refusals(as('approver', context), next)).toEqual([`${FOLLOWED} approved-by-you`]);
    expect((await listApprovals(as('approver', context), PERIOD))?.waitingForAnother).toBe(1);
    expect((await approve(as('approver2', context), next)).approved).toEqual([FOLLOWED]);
    expect((await workflowOf(context, FOLLOWED)).approvals.map(({ personId }) => personId)).toEqual([
      'demo-godkender',
      'demo-kontrollant',
    ]);

    const other = stores.demo();
    await other.store.writeTx((tx) => writeTwoApproversAbove(tx, 12_284_900n));
    expect((await approve(as('approver', other), await sendChanged(other, FOLLOWED))).approved).toEqual([FOLLOWED]);
  });

  it('are needed for category 3 of whatever amount', async () => {
    const context = stores.demo();
    const input = await inputOf(context, FOLLOWED);
    const findings = input.findings.map((finding) => ({
      ...finding,
      category: 3 as const,
      responsible: 'BIF/KS',
      items: [{ postingDate: '2023-06-30', text: '', amount: 1n }],
    }));
    const { version } = expectValue(await logReconciliation(context, { ...input, findings, submit: true }));
    expect((await approve(as('approver', context), { account: FOLLOWED, version })).waiting).toEqual([FOLLOWED]);
  });

  it('are two people, each for themselves: not one and their substitute, in whichever order', async () => {
    const context = stores.demo();
    const sent = await needingTwo(context);
    const absent = { personId: 'demo-godkender', name: 'Demo Godkender' };
    const standIn = of(person('vikar', ['approver'], absent), context);
    await approve(as('approver', context), sent);
    const next = { ...sent, version: sent.version + 1 };
    expect(await refusals(standIn, next)).toEqual([`${FOLLOWED} own-work`]);

    const other = stores.demo();
    const again = await needingTwo(other);
    expect((await approve(of(standIn.actor, other), again)).waiting).toEqual([FOLLOWED]);
    expect((await workflowOf(other, FOLLOWED)).approvals).toMatchObject([
      { personId: 'vikar', onBehalfOf: 'Demo Godkender' },
    ]);
    const second = { ...again, version: again.version + 1 };
    expect(await refusals(as('approver', other), second)).toEqual([`${FOLLOWED} own-work`]);
  });
});

describe('fifty approvals of one account at once', () => {
  it.each([
    ['by one person', () => DEMO_PEOPLE.approver],
    ['by fifty people', (index: number) => person(`godkender-${index}`, ['approver'])],
  ])('%s give one', async (_, actorOf) => {
    const context = stores.demo();
    const sent = await sendChanged(context, PLAIN);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (__, index) => approve(of(actorOf(index), context), sent)),
    );
    expect(outcomes.flatMap(({ approved }) => approved)).toEqual([PLAIN]);
    expect(outcomes.flatMap(({ refused }) => refused)).toHaveLength(49);
    expect(await context.store.read.approval.count({ where: { accountNumber: PLAIN } })).toBe(1);
    const approvals = { subjectId: PLAIN, action: 'approve', personId: { not: 'demo-godkender' } };
    const events = await context.store.read.auditEvent.count({ where: { subjectId: PLAIN, action: 'approve' } });
    // The demo's own, and this one.
    expect(events).toBe(2);
    expect(await context.store.read.auditEvent.count({ where: approvals })).toBeLessThan(2);
    expect((await inputOf(context, PLAIN)).version).toBe(sent.version + 1);
  });
});

describe('an approver of one unit', () => {
  const ofUnit = (code: string): Actor => ({
    ...person('enhed', []),
    grants: [{ role: 'approver', unit: { kind: 'committee', code }, onBehalfOf: null }],
  });

  it('approves there, and finds no other unit’s account, which stays untouched', async () => {
    const context = stores.demo();
    const [here, elsewhere] = await Promise.all(
      ['BIU', 'KFU'].map((committeeCode) =>
        context.store.read.responsibility.findFirstOrThrow({
          where: { periodId: PERIOD, committeeCode, separately: false, account: { reconciliation: { category: 1 } } },
        }),
      ),
    );
    const mine = await sendChanged(context, here?.accountNumber ?? '');
    const theirs = await sendChanged(context, elsewhere?.accountNumber ?? '');
    const before = await context.store.read.reconciliation.findFirst({ where: { accountNumber: theirs.account } });
    const actor = of(ofUnit('BIU'), context);
    const { approved, refused } = await approve(actor, mine, theirs, { account: '00000000', version: 1 });
    expect(approved).toEqual([mine.account]);
    // The same answer for what is another's and for what is not at all.
    expect(refused).toEqual([
      { account: theirs.account, problem: { path: '', code: 'unknown-account', params: {} } },
      { account: '00000000', problem: { path: '', code: 'unknown-account', params: {} } },
    ]);
    expect(await context.store.read.reconciliation.findFirst({ where: { accountNumber: theirs.account } })).toEqual(
      before,
    );
    expect((await listApprovals(actor, PERIOD))?.rows).toEqual([]);
    expect((await listApprovals(of(ofUnit('KFU'), context), PERIOD))?.rows).toMatchObject([
      { account: theirs.account, required: 1, given: 0, previousBalance: null },
    ]);
  });
});
