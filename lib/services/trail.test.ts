import { describe, expect, it } from 'vitest';
import { recordEvents } from '#lib/db/audit.ts';
import { listTrail } from '#lib/db/trail.ts';
import type { AuditEntry } from '#lib/domain/audit.ts';
import { danishMidnight, dayAfter } from '#lib/format/date-time.ts';
import { actingAsSelf } from './authorise.ts';
import type { Context } from './context.ts';
import { exportAccounts } from './export-accounts.ts';
import { exportReport } from './export-report.ts';
import { exportTrail } from './export-trail.ts';
import { getImportedFile } from './list-imports.ts';
import { getTrailPage } from './list-trail.ts';
import { as, prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();

const entry = (subjectId: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  action: 'update',
  subject: 'account',
  subjectId,
  periodId: '2023-12',
  importId: null,
  before: { name: 'Før' },
  after: { name: 'Efter' },
  ...more,
});

/** 130 events of one person on three days, and two of another. */
async function prepareTrail(): Promise<Context> {
  const context = as('auditor', stores.empty());
  const { store } = context;
  const tell = (who: Context, at: string, entries: AuditEntry[]) =>
    store.writeTx((tx) => recordEvents(tx, { ...actingAsSelf(who), role: 'accountant' }, at, entries));
  const many = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => entry(`${prefix}${String(index).padStart(4, '0')}`));
  await tell(as('accountant2', context), '2023-12-31T22:59:59.999Z', many('9010', 65));
  await tell(as('accountant2', context), '2023-12-31T23:00:00.000Z', many('9020', 65));
  await tell(as('approver', context), '2024-06-30T22:00:00.000Z', [
    entry('90100001', { action: 'approve', subject: 'reconciliation', reason: 'Set efter' }),
    entry('100%_x', { subject: 'settings', before: null }),
  ]);
  return context;
}

const ids = async (context: Context, query: string) => {
  const page = await getTrailPage(context, new URLSearchParams(query));
  if (!page) throw new Error('not to be seen');
  return { count: page.count, ids: page.entries.map(({ subjectId }) => subjectId), page };
};

describe('the trail’s page', () => {
  it('shows the newest first, page after page, each event once', async () => {
    const context = await prepareTrail();
    const seen: number[] = [];
    let query = 'slags=account';
    for (;;) {
      const { page, count } = await ids(context, query);
      expect(count).toBe(130);
      seen.push(...page.entries.map(({ id }) => id));
      if (page.older === null) break;
      query = `slags=account&foer=${page.older}`;
    }
    expect(seen).toEqual(Array.from({ length: 130 }, (_, index) => 130 - index));
  });

  it('narrows by person, kind, action, Danish dates and part of the id, and by all at once', async () => {
    const context = await prepareTrail();
    expect((await ids(context, 'person=demo-godkender')).ids).toEqual(['100%_x', '90100001']);
    expect((await ids(context, 'slags=settings')).ids).toEqual(['100%_x']);
    expect((await ids(context, 'handling=approve')).ids).toEqual(['90100001']);
    expect((await ids(context, 'id=0100001')).ids).toEqual(['90100001', '90100001']);
    expect((await ids(context, 'id=%25_')).ids).toEqual(['100%_x']);
    // New year by Danish clocks is 23.00 in UTC, midsummer's midnight 22.00.
    expect((await ids(context, 'til=31.12.2023')).count).toBe(65);
    expect((await ids(context, 'fra=2024-01-01&til=2024-06-30')).count).toBe(65);
    expect((await ids(context, 'fra=01.07.2024&til=01.07.2024')).count).toBe(2);
    const all = 'person=demo-godkender&slags=reconciliation&handling=approve&fra=2024-07-01&til=2024-07-01&id=9010';
    expect((await ids(context, all)).ids).toEqual(['90100001']);
    expect((await ids(context, all.replace('approve', 'return'))).ids).toEqual([]);
  });

  it('says which field cannot be used, and tells each event in words', async () => {
    const context = await prepareTrail();
    expect((await ids(context, 'fra=31.02.2024&slags=alt')).page).toMatchObject({
      wrong: ['fra', 'slags'],
      entries: [],
    });
    const { page } = await ids(context, 'handling=approve');
    expect(page.entries[0]).toMatchObject({
      personName: 'Demo Godkender',
      role: 'accountant',
      origin: 'screen 127.0.0.1',
      reason: 'Set efter',
      fields: [{ field: 'name', before: { text: 'Før' }, after: { text: 'Efter' } }],
    });
    expect(page.people).toEqual(
      expect.arrayContaining([
        { id: 'demo-bogholder', name: 'Demo Bogholder' },
        { id: 'demo-godkender', name: 'Demo Godkender' },
      ]),
    );
  });

  it('is there for auditors and administrators only, and notes who read it', async () => {
    const context = await prepareTrail();
    for (const role of ['accountant', 'approver', 'secretariat', 'systemOwner'] as const) {
      expect(await getTrailPage(as(role, context), new URLSearchParams())).toBeNull();
      const asked = { format: 'csv' as const, address: new URLSearchParams(), language: 'da' as const };
      expect(await exportTrail(as(role, context), asked)).toBeNull();
    }
    await ids(context, 'slags=settings');
    const { page } = await ids(as('administrator', context), 'slags=trail');
    expect(page.entries[0]).toMatchObject({
      action: 'read',
      personId: 'demo-revisor',
      role: 'auditor',
      fields: [{ field: 'filter', after: { text: 'slags: settings' } }],
    });
  });
});

describe('the trail as a file', () => {
  it('holds every event that the filter leaves, in words, and is noted', async () => {
    const context = await prepareTrail();
    const file = await exportTrail(context, {
      format: 'csv',
      address: new URLSearchParams('person=demo-bogholder'),
      language: 'da',
    });
    if (!file) throw new Error('no file');
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.chunks) chunks.push(chunk);
    const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(131);
    expect(lines[0]).toBe(
      '\ufeffNr.;Tidspunkt;Person;Rolle;I stedet for;Hvorfra;Handling;Id;Periode;Import;Begrundelse;Ændring;Aftryk',
    );
    expect(lines[1]).toMatch(
      /^130;01\.01\.2024 00\.00;Demo Bogholder;Regnskabsmedarbejder;;screen 127\.0\.0\.1;Konto: ændret;90200064;2023-12;;;Navn: Før → Efter;[0-9a-f]{64}$/,
    );
    const [noted] = await listTrail(context.store.read, NOTHING, null, 1);
    expect(noted).toMatchObject({ action: 'export', subject: 'trail', personId: 'demo-revisor' });
    expect(JSON.parse(noted?.after ?? '')).toEqual({ format: 'csv', rows: 130, filter: { person: 'demo-bogholder' } });
  });
});

const NOTHING = { personId: null, subject: null, action: null, from: null, until: null, id: null };

describe('what is handed out as a file', () => {
  it('is noted with its filter, format and rows; what is refused is not', async () => {
    const context = as('secretariat', stores.demo());
    const { store } = context;
    const newest = async () => (await listTrail(store.read, NOTHING, null, 1))[0];
    const address = new URLSearchParams('kategori=2&kategori=3&period=2023-12&format=csv&sort=saldo.desc');
    await exportAccounts(context, { periodId: '2023-12', format: 'csv', address, language: 'da' });
    const list = await newest();
    expect(list).toMatchObject({ action: 'export', subject: 'list', subjectId: 'konti', periodId: '2023-12' });
    expect(list).toMatchObject({ personId: 'demo-sekretariat', role: 'secretariat' });
    const what = JSON.parse(list?.after ?? '{}');
    expect(what).toMatchObject({ format: 'csv', filter: { kategori: '2, 3', sort: 'saldo.desc' } });
    expect(what.rows).toBeGreaterThan(0);

    await exportReport(context, 2023, 'BIU', 'json');
    expect(await newest()).toMatchObject({ action: 'export', subject: 'report', subjectId: '2023-BIU' });

    const before = (await newest())?.id;
    expect(await getImportedFile(context, 1, 0)).toBeNull();
    expect(await exportReport(context, 2023, 'XYZ', 'json')).toBeNull();
    expect((await newest())?.id).toBe(before);
    expect((await getImportedFile(as('auditor', context), 1, 0))?.bytes.length).toBeGreaterThan(0);
    expect(await newest()).toMatchObject({ action: 'export', subject: 'import', subjectId: '1', role: 'auditor' });
  });
});

describe('Danish midnight', () => {
  it.each([
    ['2024-01-01', '2023-12-31T23:00:00.000Z'],
    ['2024-07-01', '2024-06-30T22:00:00.000Z'],
    // Clocks go forward on 31.03.2024 and back on 27.10.2024, at night after midnight.
    ['2024-03-31', '2024-03-30T23:00:00.000Z'],
    ['2024-04-01', '2024-03-31T22:00:00.000Z'],
    ['2024-10-27', '2024-10-26T22:00:00.000Z'],
    ['2024-10-28', '2024-10-27T23:00:00.000Z'],
  ])('of %s is %s', (date, at) => {
    expect(danishMidnight(date)).toBe(at);
  });

  it('is followed by the next day', () => {
    expect([dayAfter('2023-12-31'), dayAfter('2024-02-28'), dayAfter('2024-03-30')]).toEqual([
      '2024-01-01',
      '2024-02-29',
      '2024-03-31',
    ]);
  });
});
