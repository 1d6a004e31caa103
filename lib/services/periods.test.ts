import { describe, expect, it } from 'vitest';
import { parsePeriod } from '#lib/domain/period.ts';
import type { InputFile } from '#lib/import/types.ts';
import { closePeriod } from './close-period.ts';
import { confirmNone } from './confirm-none.ts';
import type { Context } from './context.ts';
import { getAccount } from './get-account.ts';
import { lockPeriod } from './lock-period.ts';
import { logReconciliation } from './log-reconciliation.ts';
import { openNextPeriod } from './open-next-period.ts';
import { readState } from './read-state.ts';
import { reopenPeriod } from './reopen-period.ts';
import { saveRegisterLine } from './save-register-line.ts';
import { storeImport } from './store-import.ts';
import { as, demoFiles, prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();
const periodId = '2023-12';
const NEXT = '2024-01';
const ACCOUNT = '95900015';

async function close(context: Context) {
  expect(await closePeriod(as('administrator', context), { periodId, confirmed: true })).toMatchObject({ ok: true });
}

async function lock(context: Context) {
  await close(context);
  expect(await lockPeriod(as('administrator', context), { periodId })).toMatchObject({ ok: true });
}

async function stateOf(context: Context, id: string) {
  const period = parsePeriod(id);
  if (!period) throw new Error(id);
  return readState(context.store, period);
}

async function log(context: Context, account: string) {
  const detail = await getAccount(context, periodId, account);
  return logReconciliation(context, {
    periodId,
    account,
    version: detail?.version ?? 0,
    needsFollowUp: (detail?.reconciliation?.findings.length ?? 0) > 0,
    documentedBalance: detail?.reconciliation?.documentedBalance ?? null,
    method: 'source',
    reconciledOn: '2024-01-20',
    initials: 'NY',
    findings: detail?.reconciliation?.findings ?? [],
  });
}

async function events(context: Context, action: string) {
  const rows = await context.store.read.auditEvent.findMany({ where: { subject: 'period', action } });
  return rows.map(({ subjectId, body }) => ({ subjectId, ...JSON.parse(body ?? '{}') }));
}

/** Bytes as characters and back, whatever the encoding. */
const textOf = (file: InputFile | undefined) => Buffer.from(file?.bytes ?? []).toString('latin1');
const fileOf = (name: string, text: string): InputFile => ({ name, bytes: Buffer.from(text, 'latin1'), kind: 'auto' });

const refusedBy = (code: string) => ({ ok: false, problems: [{ code }] });

/** Every row of the tables that a period is made of, to be held against what it was. */
async function wholePeriod({ store }: Context) {
  const { read } = store;
  const where = { periodId };
  return [
    await read.period.findUnique({ where: { id: periodId } }),
    await read.account.findMany({ where }),
    await read.responsibility.findMany({ where }),
    await read.reconciliation.findMany({ where }),
    await read.item.findMany({ where: { finding: where } }),
    await read.planStep.findMany({ where: { finding: where } }),
    await read.registerLine.findMany({ where: { fiscalYear: 2023 } }),
    await read.noneConfirmation.findMany({ where: { fiscalYear: 2023 } }),
    await read.auditEvent.count(),
  ];
}

describe('closing a period', () => {
  it('shows what is missing and takes a confirmed choice', async () => {
    const context = stores.demo();
    await context.store.writeTx((tx) =>
      tx.reconciliation.updateMany({ where: { accountNumber: ACCOUNT }, data: { status: 'returned' } }),
    );
    const admin = as('administrator', context);
    expect(await closePeriod(admin, { periodId })).toMatchObject(refusedBy('period-incomplete'));
    expect(await closePeriod(admin, { periodId, confirmed: true })).toMatchObject({
      ok: true,
      value: { missing: { returned: 1, notBegun: 0 } },
    });
    expect(await events(context, 'close')).toMatchObject([
      { subjectId: periodId, name: 'Demo Administrator', before: { status: 'open' }, after: { status: 'closed' } },
    ]);
    expect(await closePeriod(admin, { periodId, confirmed: true })).toMatchObject(refusedBy('period-not-open'));
  });

  it('lets ongoing work go on, and nothing new begin', async () => {
    const context = stores.demo();
    await context.store.writeTx((tx) =>
      tx.reconciliation.delete({ where: { periodId_accountNumber: { periodId, accountNumber: '90100001' } } }),
    );
    await close(context);
    expect(await log(context, ACCOUNT)).toMatchObject({ ok: true });
    expect(await log(context, '90100001')).toMatchObject(refusedBy('period-closed'));
    const request = { files: demoFiles('saldobalance'), periodId, options: { amounts: null, overwrite: false } };
    expect(await storeImport(as('administrator', context), request, null)).toMatchObject(refusedBy('period-closed'));
  });

  it('is for administrators alone, and of fifty at once one does it', async () => {
    const context = stores.demo();
    for (const role of ['accountant', 'accountant2', 'approver', 'secretariat', 'auditor', 'systemOwner'] as const) {
      const person = as(role, context);
      expect(await closePeriod(person, { periodId, confirmed: true })).toMatchObject(refusedBy('not-allowed'));
      expect(await lockPeriod(person, { periodId })).toMatchObject(refusedBy('not-allowed'));
      expect(await reopenPeriod(person, { periodId, reason: 'x' })).toMatchObject(refusedBy('not-allowed'));
      expect(await openNextPeriod(person, { from: periodId, to: NEXT })).toMatchObject(refusedBy('not-allowed'));
    }
    const all = await Promise.all(
      Array.from({ length: 50 }, () => closePeriod(as('administrator', context), { periodId, confirmed: true })),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await events(context, 'close')).toHaveLength(1);
  });
});

describe('locking a period', () => {
  it('needs it closed', async () => {
    const context = stores.demo();
    expect(await lockPeriod(as('administrator', context), { periodId })).toMatchObject(refusedBy('period-not-closed'));
  });

  it('lets nothing change by any road', async () => {
    const context = stores.demo();
    await lock(context);
    const before = await wholePeriod(context);
    const request = { files: demoFiles(), periodId, options: { amounts: null, overwrite: true } };
    expect(await storeImport(as('administrator', context), request, null)).toMatchObject(refusedBy('period-locked'));
    expect(await log(context, ACCOUNT)).toMatchObject(refusedBy('period-locked'));
    expect(
      await saveRegisterLine(context, {
        periodId,
        register: 'periodiserede-poster',
        lineId: null,
        version: 0,
        content: {
          committee: 'BIU',
          account: '95600017',
          imFunction: '95256',
          name: 'x',
          text: 'x',
          amount: 1n,
          documentation: 'x',
        },
      }),
    ).toMatchObject(refusedBy('period-locked'));
    expect(
      await confirmNone(context, { periodId, register: 'egenkapital', committee: 'BIU', confirmed: false }),
    ).toMatchObject(refusedBy('period-locked'));
    expect(await wholePeriod(context)).toEqual(before);
  });

  it('holds behind the services too: the database refuses', async () => {
    const context = stores.demo();
    await lock(context);
    const { store } = context;
    const where = { periodId, accountNumber: ACCOUNT };
    await expect(
      store.writeTx((tx) => tx.reconciliation.updateMany({ where, data: { initials: 'X' } })),
    ).rejects.toThrow();
    await expect(
      store.writeTx((tx) => tx.item.updateMany({ where: { finding: where }, data: { amount: 0n } })),
    ).rejects.toThrow();
    await expect(
      store.writeTx((tx) => tx.registerLine.updateMany({ where: { fiscalYear: 2023 }, data: { version: 9 } })),
    ).rejects.toThrow();
    await expect(
      store.writeTx((tx) => tx.noneConfirmation.deleteMany({ where: { fiscalYear: 2023 } })),
    ).rejects.toThrow();
    await expect(
      store.writeTx((tx) => tx.committee.updateMany({ where: { fiscalYear: 2023 }, data: { name: 'X' } })),
    ).rejects.toThrow();
  });
});

describe('reopening a period', () => {
  it('takes a reason and tells everyone concerned', async () => {
    const context = stores.demo();
    await lock(context);
    const admin = as('administrator', context);
    expect(await reopenPeriod(admin, { periodId, reason: ' ' })).toMatchObject(refusedBy('required'));
    expect(await reopenPeriod(admin, { periodId, reason: 'Fejl i lønnen' })).toMatchObject({ ok: true });
    expect(await events(context, 'reopen')).toMatchObject([{ before: { status: 'locked' }, reason: 'Fejl i lønnen' }]);
    const notices = await context.store.read.notice.findMany({ where: { kind: 'period-reopened' } });
    expect(notices.map(({ personId }) => personId)).toEqual(
      expect.arrayContaining(['demo-bogholder', 'demo-godkender', 'demo-revisor']),
    );
    expect(notices.some(({ personId }) => personId === 'demo-administrator')).toBe(false);
    expect(notices[0]).toMatchObject({ text: 'Fejl i lønnen', fromName: 'Demo Administrator', periodId });
    expect(await log(context, ACCOUNT)).toMatchObject({ ok: true });
    expect(await reopenPeriod(admin, { periodId, reason: 'Igen' })).toMatchObject(refusedBy('period-not-closed'));
  });
});

describe('opening the next period', () => {
  const open = (context: Context, to = NEXT) => openNextPeriod(as('administrator', context), { from: periodId, to });

  it('carries open items, plans, chart, organisation and functions', async () => {
    const context = stores.demo();
    const before = await stateOf(context, periodId);
    const withItems = [...before.reconciliations.values()].filter(({ findings }) =>
      findings.some(({ items }) => items.some(({ amount }) => amount !== 0n)),
    );
    expect(await open(context)).toMatchObject({
      ok: true,
      value: { accounts: before.accounts.length, carried: withItems.length, leftBehind: [] },
    });
    const after = await stateOf(context, NEXT);
    expect(after.control).toBeNull();
    expect(after.functions).toEqual(before.functions);
    expect(after.committees).toEqual(before.committees);
    expect(after.responsibilities).toEqual(before.responsibilities);
    expect(after.reconciliations.size).toBe(withItems.length);
    const [was, is] = [before, after].map(({ reconciliations }) => reconciliations.get(ACCOUNT));
    expect(is?.findings).toEqual(was?.findings);
    expect(is?.workflow).toMatchObject({ status: 'draft', preparers: [], note: { kind: 'carried', from: periodId } });
    expect(await context.store.read.committee.count({ where: { fiscalYear: 2024 } })).toBe(before.committees.length);
    expect(await events(context, 'open')).toMatchObject([{ subjectId: NEXT, after: { from: periodId } }]);
    expect(
      await context.store.read.auditEvent.count({
        where: { subject: 'reconciliation', action: 'carry', periodId: NEXT },
      }),
    ).toBe(withItems.length);
  });

  it('brings what is missing when it is done again, and doubles nothing', async () => {
    const context = stores.demo();
    await open(context);
    const first = await stateOf(context, NEXT);
    expect(await open(context)).toMatchObject({ ok: true, value: { accounts: 0, carried: 0 } });
    expect((await stateOf(context, NEXT)).reconciliations).toEqual(first.reconciliations);
    await context.store.writeTx((tx) =>
      tx.reconciliation.delete({ where: { periodId_accountNumber: { periodId: NEXT, accountNumber: ACCOUNT } } }),
    );
    expect(await open(context)).toMatchObject({ ok: true, value: { carried: 1 } });
    expect((await stateOf(context, NEXT)).reconciliations.get(ACCOUNT)).toEqual(first.reconciliations.get(ACCOUNT));
    expect(await events(context, 'open')).toHaveLength(1);
  });

  it('takes the balance later, and keeps the carried drafts before a file of reconciliations', async () => {
    const context = stores.demo();
    await open(context);
    const admin = as('administrator', context);
    const before = await stateOf(context, NEXT);
    const [balance] = demoFiles('saldobalance');
    const changed = textOf(balance)
      .replace('90100001;Kasse 0001;9.22.01;9.101,05', '90100001;Kasse 0001;9.22.01;9.101,06')
      .replace('90100002;Kasse 0002;9.22.01;11.440,50', '90100002;Kasse 0002;9.22.01;11.440,49');
    const files = [fileOf('saldobalance-2024-01.csv', changed)];
    const options = { amounts: null, overwrite: false };
    expect(await storeImport(admin, { files, periodId: NEXT, options }, null)).toMatchObject({
      ok: true,
      value: { plan: { files: [{ changed: 2, added: 0, removed: 0 }] } },
    });
    const after = await stateOf(context, NEXT);
    expect(after.control).toEqual({ count: before.accounts.length, sum: 0n });
    expect(after.reconciliations).toEqual(before.reconciliations);

    const [stated] = demoFiles('afstemninger');
    const lines = new TextDecoder()
      .decode(stated?.bytes)
      .split('\n')
      .filter((line) => !line.startsWith(ACCOUNT));
    const without = [fileOf('afstemninger.csv', lines.join('\n'))];
    expect(await storeImport(admin, { files: without, periodId: NEXT, options }, null)).toMatchObject({
      ok: true,
      value: { plan: { files: [{ kept: [{ id: ACCOUNT }] }] } },
    });
    expect((await stateOf(context, NEXT)).reconciliations.get(ACCOUNT)).toEqual(before.reconciliations.get(ACCOUNT));
  });

  it('keeps the keys of items that a file states again over a carried draft', async () => {
    const context = stores.demo();
    await open(context);
    const keys = async () =>
      (await stateOf(context, NEXT)).reconciliations
        .get(ACCOUNT)
        ?.findings.flatMap(({ items }) => items.map(({ key }) => key))
        .sort();
    const before = await keys();
    const [stated] = demoFiles('afstemninger');
    const text = textOf(stated).replaceAll(`${ACCOUNT};2;`, `${ACCOUNT};3;`);
    const files = [fileOf('afstemninger.csv', text)];
    const stored = await storeImport(
      as('administrator', context),
      { files, periodId: NEXT, options: { amounts: null, overwrite: true } },
      null,
    );
    expect(stored).toMatchObject({ ok: true });
    expect((await stateOf(context, NEXT)).reconciliations.get(ACCOUNT)?.category).toBe(3);
    expect(await keys()).toEqual(before);
  });

  it('goes forward only, from one period only, and into no period that is closed', async () => {
    const context = stores.demo();
    for (const to of ['2023-12', '2023-11', '2025-01'])
      expect(await open(context, to)).toMatchObject(refusedBy('period-not-after'));
    expect(await open(context, '2024-17')).toMatchObject(refusedBy('bad-period'));
    expect(await open(context, '2023-13')).toMatchObject({ ok: true });
    expect(await open(context, NEXT)).toMatchObject({ ok: true });
    const admin = as('administrator', context);
    expect(await openNextPeriod(admin, { from: '2023-13', to: NEXT })).toMatchObject(
      refusedBy('period-opened-from-another'),
    );
    expect(await closePeriod(admin, { periodId: NEXT, confirmed: true })).toMatchObject({ ok: true });
    expect(await open(context)).toMatchObject(refusedBy('period-closed'));
  });
});
