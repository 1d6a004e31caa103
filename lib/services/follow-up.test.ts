import { describe, expect, it } from 'vitest';
import type { Item, PlanStep } from '#lib/domain/finding.ts';
import type { Context } from './context.ts';
import { dropStep } from './drop-step.ts';
import { finishStep } from './finish-step.ts';
import { getAccount } from './get-account.ts';
import { logReconciliation } from './log-reconciliation.ts';
import { moveDeadline } from './move-deadline.ts';
import { resumeStep } from './resume-step.ts';
import { settleItem } from './settle-item.ts';
import { takeBackSettlement } from './take-back-settlement.ts';
import { as, newestEvent, prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();
const place = { periodId: '2023-12', account: '95900015', committee: 'BIU' };
const refusedBy = (code: string) => ({ ok: false, problems: [{ code }] });

async function findingOf(context: Context) {
  const detail = await getAccount(context, place.periodId, place.account);
  const finding = detail?.reconciliation?.findings.find(({ committee }) => committee === place.committee);
  if (!detail?.reconciliation || !finding) throw new Error('the demo has no such finding');
  return { ...detail.reconciliation, version: detail.version, finding };
}

function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error('there is none');
  return one;
}

/** The largest item of the account, positive. */
async function largest(context: Context): Promise<Item & { key: string }> {
  const { finding } = await findingOf(context);
  const item = first(finding.items.toSorted((left, right) => (left.amount > right.amount ? -1 : 1)));
  if (!item.key || item.amount <= 0n) throw new Error('the demo has no such item');
  return { ...item, key: item.key };
}

async function step(context: Context): Promise<PlanStep & { key: string }> {
  const { finding } = await findingOf(context);
  const one = first(finding.steps);
  return { ...one, key: one.key ?? '' };
}

const act = (item: { key: string; amount: bigint }, parts: object = {}) => ({
  ...place,
  itemKey: item.key,
  kind: 'settled',
  date: '2023-12-30',
  amount: item.amount,
  voucher: 'B 17',
  reason: 'Indbetalt',
  ...parts,
});

/** As if two people had approved it. */
async function approve({ store }: Context) {
  const at = '2024-01-10T10:00:00.000Z';
  const where = { periodId: place.periodId, accountNumber: place.account };
  await store.writeTx(async (tx) => {
    await tx.reconciliation.updateMany({ where, data: { status: 'approved' } });
    await tx.approval.deleteMany({ where });
    await tx.approval.createMany({
      data: ['a', 'b'].map((personId) => ({ ...where, personId, personName: personId, at })),
    });
  });
}

function log(context: Context, read: Awaited<ReturnType<typeof findingOf>>, findings = read.findings) {
  const { documentedBalance, method, reconciledOn, initials, version } = read;
  return logReconciliation(context, {
    periodId: place.periodId,
    account: place.account,
    version,
    needsFollowUp: true,
    documentedBalance,
    method,
    reconciledOn,
    initials,
    findings,
  });
}

describe('settling an item', () => {
  it('takes its part off; the rest keeps its date, and what was approved falls', async () => {
    const context = stores.demo();
    await approve(context);
    const item = await largest(context);
    const before = await findingOf(context);
    expect(await settleItem(context, act(item, { amount: 100_00n }))).toMatchObject({ ok: true });
    const after = await findingOf(context);
    expect(after.finding.items.find(({ key }) => key === item.key)).toEqual({ ...item, amount: item.amount - 100_00n });
    expect(after.finding.items).toHaveLength(before.finding.items.length);
    expect(after.workflow).toMatchObject({
      status: 'draft',
      approvals: [],
      note: { kind: 'changed', by: 'Demo Bogholder' },
    });
    expect(after.workflow.preparers).toContain('demo-bogholder');
    expect(after.version).toBe(before.version + 1);
    const rows = await context.store.read.settlement.findMany();
    expect(rows).toMatchObject([
      {
        itemKey: item.key,
        amount: 100_00n,
        kind: 'settled',
        voucher: 'B 17',
        reason: 'Indbetalt',
        postingDate: item.postingDate,
      },
    ]);
    const settled = await context.store.read.auditEvent.findMany({ where: { subject: 'settlement' } });
    expect(settled.map(({ action, role }) => [action, role])).toEqual([['settle', 'accountant']]);
    expect(await newestEvent(context, place.account)).toMatchObject({
      subject: 'reconciliation',
      before: { workflow: { status: 'approved' } },
      after: { workflow: { status: 'draft' } },
    });
  });

  it('takes no more than remains, no other sign, nothing, and no day outside the period', async () => {
    const context = stores.demo();
    const item = await largest(context);
    const refusal = async (parts: object) => settleItem(context, act(item, parts));
    expect(await refusal({ amount: item.amount + 1n })).toMatchObject(refusedBy('settlement-too-large'));
    expect(await refusal({ amount: -1n })).toMatchObject(refusedBy('settlement-other-sign'));
    expect(await refusal({ amount: 0n })).toMatchObject(refusedBy('amount-zero'));
    expect(await refusal({ date: '2024-01-01' })).toMatchObject(refusedBy('settlement-after-balance-date'));
    expect(await refusal({ date: '2000-01-01' })).toMatchObject(refusedBy('settlement-before-posting'));
    expect(await refusal({ voucher: ' ' })).toMatchObject(refusedBy('required'));
    expect(await refusal({ reason: '' })).toMatchObject(refusedBy('required'));
    expect(await refusal({ itemKey: 'x' })).toMatchObject(refusedBy('unknown-item'));
    expect(await context.store.read.settlement.count()).toBe(0);
  });

  it('of many at once takes no more than there is', async () => {
    const context = stores.demo();
    const item = await largest(context);
    const half = item.amount / 2n + 1n;
    const all = await Promise.all(Array.from({ length: 10 }, () => settleItem(context, act(item, { amount: half }))));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await largest(context)).amount).toBeLessThan(item.amount);
    expect(await context.store.read.settlement.count()).toBe(1);
  });

  it('leaves a wholly settled item at 0 until the verdict is logged anew', async () => {
    const context = stores.demo();
    const item = await largest(context);
    await settleItem(context, act(item, { kind: 'written-off' }));
    const read = await findingOf(context);
    expect(read.finding.items.find(({ key }) => key === item.key)?.amount).toBe(0n);
    expect(await settleItem(context, act(item, { amount: 1n }))).toMatchObject(refusedBy('item-settled'));
    const left = read.finding.items.length;
    if (left === 1) {
      expect(await log(context, read)).toMatchObject(refusedBy('all-settled'));
    } else {
      expect(await log(context, read)).toMatchObject({ ok: true });
      expect((await findingOf(context)).finding.items).toHaveLength(left - 1);
    }
  });

  it('can be taken back by an act of its own, also when the item is no longer named', async () => {
    const context = stores.demo();
    const item = await largest(context);
    const others = (await findingOf(context)).finding.items.length;
    await settleItem(context, act(item));
    const { id } = await context.store.read.settlement.findFirstOrThrow();
    if (others > 1) await log(context, await findingOf(context));
    const back = { ...place, settlementId: id, reason: 'Forkert bilag' };
    expect(await takeBackSettlement(as('approver', context), back)).toMatchObject(refusedBy('not-allowed'));
    expect(await takeBackSettlement(context, back)).toMatchObject({ ok: true });
    expect(await largest(context)).toEqual(item);
    expect(await context.store.read.settlement.findMany({ select: { amount: true } })).toEqual([
      { amount: item.amount },
      { amount: -item.amount },
    ]);
    expect(await takeBackSettlement(context, back)).toMatchObject(refusedBy('settlement-not-standing'));
  });

  it('is for those who log the account; what one may not see does not exist', async () => {
    const context = stores.demo();
    const item = await largest(context);
    for (const role of ['approver', 'auditor', 'secretariat', 'administrator'] as const)
      expect(await settleItem(as(role, context), act(item))).toMatchObject(refusedBy('not-allowed'));
    const own = (await findingOf(context)).finding;
    const hidden = { ...as('secretariat', context) };
    hidden.actor = {
      ...hidden.actor,
      grants: [{ role: 'accountant', unit: { kind: 'committee', code: 'ØU' }, onBehalfOf: null }],
    };
    expect(await settleItem(hidden, act(item))).toEqual(
      await settleItem(hidden, act(item, { account: 'findes ikke' })),
    );
    expect((await findingOf(context)).finding).toEqual(own);
  });

  it('goes on in a closed period and not in a locked one', async () => {
    const context = stores.demo();
    const item = await largest(context);
    const setStatus = (status: string) => context.store.writeTx((tx) => tx.period.updateMany({ data: { status } }));
    await setStatus('closed');
    expect(await settleItem(context, act(item, { amount: 1n }))).toMatchObject({ ok: true });
    await setStatus('locked');
    expect(await settleItem(context, act(item, { amount: 1n }))).toMatchObject(refusedBy('period-locked'));
    const { key: stepKey } = await step(context);
    expect(await finishStep(context, { ...place, stepKey, on: '2024-01-05' })).toMatchObject(
      refusedBy('period-locked'),
    );
  });
});

describe('a plan that lives on', () => {
  it('is done, opened again and dropped, and what was approved stands', async () => {
    const context = stores.demo();
    await approve(context);
    const { key: stepKey } = await step(context);
    expect(await finishStep(context, { ...place, stepKey, on: '2199-01-01' })).toMatchObject(refusedBy('date-to-come'));
    expect(await finishStep(context, { ...place, stepKey, on: '2024-02-01' })).toMatchObject({ ok: true });
    expect((await step(context)).outcome).toEqual({ state: 'done', on: '2024-02-01', reason: '' });
    expect(await finishStep(context, { ...place, stepKey, on: '2024-02-01' })).toMatchObject(
      refusedBy('step-not-open'),
    );
    expect(await resumeStep(context, { ...place, stepKey, reason: 'Ikke færdig' })).toMatchObject({ ok: true });
    expect((await step(context)).outcome).toBeUndefined();
    expect(await dropStep(context, { ...place, stepKey, reason: 'Overtaget af KS' })).toMatchObject({ ok: true });
    expect((await step(context)).outcome).toMatchObject({ state: 'dropped', reason: 'Overtaget af KS' });
    const { workflow } = await findingOf(context);
    expect(workflow).toMatchObject({ status: 'approved', approvals: [{ personId: 'a' }, { personId: 'b' }] });
    const events = await context.store.read.auditEvent.findMany({
      where: { subject: 'planStep' },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action }) => action)).toEqual(['finish', 'reopen', 'drop']);
  });

  it('keeps and counts each moved deadline, those of the form too', async () => {
    const context = stores.demo();
    const { key: stepKey, deadline } = await step(context);
    const to = { ...place, stepKey, reason: 'Afventer SKAT' };
    expect(await moveDeadline(context, { ...to, to: '2023-12-31' })).toMatchObject(
      refusedBy('deadline-not-after-balance'),
    );
    expect(await moveDeadline(context, { ...to, to: deadline })).toMatchObject(refusedBy('deadline-same'));
    expect(await moveDeadline(context, { ...to, to: '2025-03-31' })).toMatchObject({ ok: true });
    const read = await findingOf(context);
    const moved = read.findings.map((finding) => ({
      ...finding,
      steps: finding.steps.map((one) => (one.key === stepKey ? { ...one, deadline: '2025-06-30' } : one)),
    }));
    expect(await log(context, read, moved)).toMatchObject({ ok: true });
    expect(await step(context)).toMatchObject({ key: stepKey, deadline: '2025-06-30', originalDeadline: deadline });
    const rows = await context.store.read.deadlineMove.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map((row) => [row.stepKey, row.fromDate, row.toDate, row.reason])).toEqual([
      [stepKey, deadline, '2025-03-31', 'Afventer SKAT'],
      [stepKey, '2025-03-31', '2025-06-30', ''],
    ]);
  });
});
