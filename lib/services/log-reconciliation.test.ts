import { describe, expect, it } from 'vitest';
import { tableOf } from '#lib/report/model.ts';
import type { Context } from './context.ts';
import { getAccount } from './get-account.ts';
import { getReport } from './get-report.ts';
import { logReconciliation } from './log-reconciliation.ts';
import { as, newestEvent, prepareStores } from './testing/demo-store.ts';
import { inputOf, PERIOD } from './testing/write-verdicts.ts';

const stores = prepareStores();

async function codesOf(context: Context, input: unknown): Promise<string[]> {
  const result = await logReconciliation(context, input);
  return result.ok ? [] : result.problems.map(({ path, code }) => `${path}: ${code}`);
}

const PLANNED = {
  committee: 'BIU',
  category: 3 as const,
  responsible: 'BIF/KS',
  theme: 'KSD',
  problem: '',
  items: [{ postingDate: '2022-12-31', text: 'Åben post', amount: 100_000n }],
  steps: [{ activity: 'Posten afklares.', deadline: '2024-06-30', consequence: 'Saldoen kan være forkert.' }],
};

describe('logging a reconciliation', () => {
  it('carries a corrected item of 95900015 into table 2.1 of BIU', async () => {
    const context = stores.demo();
    const input = await inputOf(context, '95900015');
    const item = input.findings[0]?.items.find((one) => one.postingDate === '2022-06-30');
    expect(item?.amount).toBe(19_046_600n);
    if (item) item.amount = 18_046_600n;
    expect(await logReconciliation(context, input)).toMatchObject({ ok: true, value: { version: 3 } });

    const report = await getReport(context, 2023, 'BIU');
    const row = tableOf(report ?? { tables: [] }, 'tabel-2-1').rows.find((cells) => cells[0] === '9.52.59');
    // 186.372 less 10.000 kroner; older 263.700 less 10.000.
    expect(row?.[3]).toEqual({ ore: '17637200', printed: '176' });
    expect(row?.[7]).toEqual({ ore: '25370000', printed: '254' });
  });

  it('writes the event with who, before and after in the same transaction', async () => {
    const context = stores.demo();
    const input = { ...(await inputOf(context, '95900015')), initials: 'DAN' };
    await logReconciliation(context, input);
    const event = await newestEvent(context, '95900015');
    expect(event).toMatchObject({ name: 'Demo Bogholder', action: 'update', subject: 'reconciliation' });
    expect(event.before).toMatchObject({ initials: '', category: 2 });
    expect(event.after).toMatchObject({
      initials: 'DAN',
      findings: [{ items: [{ amount: '19046600' }, { amount: '-6761700' }] }],
    });
  });

  it('takes each category, and asks for a plan from 1.000 kr. gross only', async () => {
    const context = stores.demo();
    const empty = { ...(await inputOf(context, '90100006')), findings: [], needsFollowUp: false };
    expect(await codesOf(context, empty)).toEqual([]);
    const version = (await inputOf(context, '90100006')).version;
    const bare = { ...PLANNED, responsible: '', steps: [] };
    const withItem = (amount: bigint) => ({
      ...empty,
      version,
      needsFollowUp: true,
      findings: [{ ...bare, items: [{ postingDate: '2023-12-31', text: '', amount }] }],
    });
    expect(await codesOf(context, withItem(-100_000n))).toEqual([
      'findings.0.responsible: missing-responsible',
      'findings.0.steps.0.activity: missing-activity',
      'findings.0.steps.0.deadline: missing-deadline',
      'findings.0.steps.0.consequence: missing-consequence',
    ]);
    expect(await codesOf(context, withItem(-99_999n))).toEqual([]);
    const next = (await inputOf(context, '90100006')).version;
    expect(await codesOf(context, { ...empty, version: next, needsFollowUp: true, findings: [PLANNED] })).toEqual([]);
    expect((await getAccount(context, PERIOD, '90100006'))?.reconciliation).toMatchObject({
      category: 3,
      origin: 'screen',
    });
  });

  it('refuses what cannot be, and stores nothing', async () => {
    const context = stores.demo();
    const input = { ...(await inputOf(context, '90100006')), needsFollowUp: true };
    const before = await context.store.read.auditEvent.count();
    const revision = await context.store.read.store.findMany();
    expect(await codesOf(context, { ...input, findings: [] })).toEqual(['findings: no-finding']);
    expect(await codesOf(context, { ...input, needsFollowUp: false, findings: [PLANNED] })).toEqual([
      'needsFollowUp: category-1-with-follow-up',
    ]);
    expect(await codesOf(context, { ...input, findings: [{ ...PLANNED, items: [] }] })).toEqual([
      'findings.0.items.0.postingDate: missing-item',
    ]);
    expect(await codesOf(context, { ...input, findings: [{ ...PLANNED, committee: 'XYZ' }] })).toEqual([
      'findings.0.committee: unknown-committee',
    ]);
    expect(await codesOf(context, { ...input, findings: [PLANNED, PLANNED] })).toEqual([
      'findings.1.committee: committee-twice',
    ]);
    const late = { ...PLANNED, items: [{ postingDate: '2024-01-01', text: '', amount: 1n }] };
    expect(await codesOf(context, { ...input, findings: [late] })).toEqual([
      'findings.0.items.0.postingDate: after-balance-date',
    ]);
    const noDay = { ...PLANNED, items: [{ postingDate: '2023-02-29', text: '', amount: 1n }] };
    expect(await codesOf(context, { ...input, findings: [noDay] })).toEqual([
      'findings.0.items.0.postingDate: impossible-date',
    ]);
    expect(await codesOf(context, { ...input, account: '99900014', version: 0 })).toEqual([
      'account: reconciled-separately',
    ]);
    expect(await codesOf(context, { ...input, account: '12345678' })).toEqual(['account: unknown-account']);
    expect(await codesOf(context, { ...input, documentedBalance: 9_000_000_000_000_001n })).toEqual([
      'documentedBalance: amount-too-large',
    ]);
    expect(await codesOf(context, 'no object')).not.toEqual([]);
    expect(await context.store.read.auditEvent.count()).toBe(before);
    expect(await context.store.read.store.findMany()).toEqual(revision);
  });

  it('lets one of two people at the same account save, and tells the other who was first', async () => {
    const context = stores.demo();
    const other = as('accountant', context);
    const mine = { ...(await inputOf(context, '90100006')), initials: 'MIN' };
    const theirs = { ...(await inputOf(other, '90100006')), initials: 'DIN' };
    const results = await Promise.all([logReconciliation(context, mine), logReconciliation(other, theirs)]);
    expect(results.map((result) => result.ok)).toEqual([true, false]);
    expect(results[1]).toMatchObject({
      problems: [{ code: 'changed-by-another', params: { person: 'Demo Bogholder' } }],
    });
    expect((await getAccount(context, PERIOD, '90100006'))?.reconciliation?.initials).toBe('MIN');
  });

  it('makes no event of a save that changes nothing', async () => {
    const context = stores.demo();
    const before = await context.store.read.auditEvent.count();
    expect(await logReconciliation(context, await inputOf(context, '95900015'))).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
    expect(await context.store.read.auditEvent.count()).toBe(before);
  });

  it('keeps findings of three committees of different categories apart', async () => {
    const context = stores.demo();
    const findings = (['SUD', 'BIU', 'KFU'] as const).map((committee, index) => ({
      ...PLANNED,
      committee,
      category: index === 1 ? (3 as const) : (2 as const),
    }));
    const input = { ...(await inputOf(context, '90100006')), needsFollowUp: true, findings };
    expect(await codesOf(context, input)).toEqual([]);
    const saved = (await getAccount(context, PERIOD, '90100006'))?.reconciliation;
    expect(saved?.category).toBe(3);
    expect(saved?.findings.map((one) => `${one.committee} ${one.category}`)).toEqual(['BIU 3', 'KFU 2', 'SUD 2']);
    const kfu = await getReport(context, 2023, 'KFU');
    expect(
      tableOf(kfu ?? { tables: [] }, 'handleplaner')
        .rows.filter((row) => row[0] === '90100006')
        .map((row) => row[5]),
    ).toEqual([2]);
  });
});
