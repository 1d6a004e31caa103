import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimMail, settleMail } from '#lib/db/mails.ts';
import { selectRows } from '#lib/format/list-address.ts';
import { findingColumns, findingFilters } from './finding-list.ts';
import { getMailFailures } from './get-mail-failures.ts';
import { getSettings } from './get-settings.ts';
import { listFindings } from './list-findings.ts';
import { as, newestEvent, prepareStores } from './testing/demo-store.ts';
import { updateLimitationSettings } from './update-limitation-settings.ts';

const stores = prepareStores();

beforeEach(() => {
  // Items of 28.12.2023 are barred after 28.12.2026, those of 31.10.2023 after 31.10.2026.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T09:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

async function rowsOf(context: ReturnType<typeof stores.demo>) {
  const listed = await listFindings(context, '2023-12');
  if (!listed) throw new Error('the demo has no such period');
  return listed.findings;
}

describe('the warning of limitation', () => {
  it('says in the list when a finding is first barred, and where its worst item stands', async () => {
    const rows = await rowsOf(as('auditor', stores.demo()));
    const limitationOf = (number: string) => rows.find(({ account }) => account === number)?.limitation;
    expect(limitationOf('95900006')).toEqual({ first: '2026-12-28', state: 'near' });
    expect(limitationOf('95600017')).toEqual({ first: '2026-10-31', state: 'passed' });
    const columns = findingColumns({ missing: String, plan: String });
    const shown = (value: string) =>
      selectRows(rows, columns, findingFilters('2026-11-30'), new URLSearchParams({ foraeldelse: value })).map(
        ({ account }) => account,
      );
    expect(shown('naer')).toContain('95900006');
    expect(shown('naer')).not.toContain('95600017');
    expect(shown('overskredet')).toContain('95600017');
    expect(shown('naer').length + shown('overskredet').length + shown('nej').length).toBe(rows.length);
  });

  it('comes so many months before as the administrator says, and tells who said so', async () => {
    const context = as('administrator', stores.demo());
    expect(await getSettings(context)).toMatchObject({ warningMonths: 6 });
    expect(await updateLimitationSettings(context, { warningMonths: 0 })).toMatchObject({ ok: true });
    expect(await newestEvent(context, 'limitation')).toMatchObject({
      action: 'update',
      subject: 'settings',
      subjectId: 'limitation',
      before: { warningMonths: 6 },
      after: { warningMonths: 0 },
    });
    const rows = await rowsOf(as('auditor', context));
    expect(rows.find(({ account }) => account === '95900006')?.limitation).toEqual({
      first: '2026-12-28',
      state: null,
    });
  });

  it.each([-1, 37, 2.5, '6', null])('refuses %s months', async (warningMonths) => {
    const context = as('administrator', stores.demo());
    const result = await updateLimitationSettings(context, { warningMonths });
    expect(result).toMatchObject({ ok: false, problems: [{ path: 'warningMonths', code: 'warning-months-range' }] });
    expect(await getSettings(context)).toMatchObject({ warningMonths: 6 });
  });

  it('is nobody’s to change but the administrator’s', async () => {
    const context = as('auditor', stores.demo());
    expect(await updateLimitationSettings(context, { warningMonths: 1 })).toMatchObject({ ok: false });
    expect(await getSettings(context)).toMatchObject({ warningMonths: 6, mayChange: false });
  });
});

it('tells which mails did not go, newest first, and to whom', async () => {
  const context = as('administrator', stores.demo());
  const { personId, name } = as('accountant2', context).actor;
  await context.store.touchTx(async (tx) => {
    for (const [key, at] of [
      ['gone', '2026-11-27T08:00:00Z'],
      ['refused', '2026-11-26T08:00:00Z'],
      ['underway', '2026-11-30T08:00:00Z'],
    ] as const)
      await claimMail(tx, key, personId, new Date(at));
    await settleMail(tx, 'gone', null);
    await settleMail(tx, 'refused', '550 No such mailbox');
  });
  expect(await getMailFailures(context)).toEqual({
    failures: [
      { name, at: '2026-11-30T08:00:00.000Z', attempts: 1, answer: null },
      { name, at: '2026-11-26T08:00:00.000Z', attempts: 1, answer: '550 No such mailbox' },
    ],
  });
  expect(await getMailFailures(as('accountant2', context))).toBeNull();
});
