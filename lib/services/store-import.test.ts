import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InputFile } from '#lib/import/types.ts';
import type { Context } from './context.ts';
import { getAccount } from './get-account.ts';
import type { ImportRequest } from './import-request.ts';
import { getImportedFile, listImports } from './list-imports.ts';
import { logReconciliation } from './log-reconciliation.ts';
import { previewImport } from './preview-import.ts';
import { storeImport } from './store-import.ts';
import { as, demoFiles, newestEvent, prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();

function request(files: InputFile[], overwrite = false): ImportRequest {
  return { files, periodId: '2023-12', options: { amounts: null, overwrite } };
}

async function store(context: Context, files: InputFile[], overwrite = false) {
  const result = await storeImport(as('administrator', context), request(files, overwrite), null);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function edited(stem: string, edit: (text: string) => string): InputFile {
  const [file] = demoFiles(stem);
  if (!file) throw new Error(`no file ${stem}`);
  const encoding = stem === 'saldobalance' || stem === 'kontoansvar' ? 'latin1' : 'utf8';
  return { ...file, bytes: Buffer.from(edit(Buffer.from(file.bytes).toString(encoding)), encoding) };
}

/** All that a person could see, as text: to tell whether anything at all has changed. */
async function contentOf({ store: { read } }: Context): Promise<string> {
  const tables = [
    await read.committee.findMany(),
    await read.administration.findMany(),
    await read.imFunction.findMany(),
    await read.account.findMany(),
    await read.responsibility.findMany(),
    await read.reconciliation.findMany(),
    await read.finding.findMany({ include: { items: true, steps: true } }),
    await read.registerLine.findMany(),
    await read.noneConfirmation.findMany(),
  ];
  return JSON.stringify(tables, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}

async function changeOnScreen(context: Context, account: string): Promise<void> {
  const detail = await getAccount(context, '2023-12', account);
  const finding = detail?.reconciliation?.findings[0];
  if (!detail || !finding) throw new Error(`no finding on ${account}`);
  const result = await logReconciliation(context, {
    periodId: '2023-12',
    account,
    version: detail.version,
    needsFollowUp: true,
    documentedBalance: null,
    method: null,
    reconciledOn: null,
    initials: '',
    findings: [{ ...finding, problem: 'Skrevet på skærmen' }],
  });
  expect(result.ok).toBe(true);
}

describe('an import', () => {
  it('puts the whole reference case into an empty installation, with its raw files and one event a thing', async () => {
    const context = stores.empty();
    const { plan, importId } = await store(context, demoFiles());
    expect(importId).toBe(1);
    expect(plan.control).toEqual({ count: 2449, sum: 0n });
    expect(await context.store.read.account.count()).toBe(2449);
    expect(await context.store.read.reconciliation.count()).toBe(2441);
    const changes = plan.files.reduce((total, file) => total + file.changes.length, 0);
    expect(await context.store.read.auditEvent.count()).toBe(changes);
    const [record] = (await listImports(as('administrator', context))) ?? [];
    expect(record?.files.map((file) => file.kind)).toEqual([
      'organisation',
      'im-funktioner',
      'saldobalance',
      'kontoansvar',
      'afstemninger',
      'sammenligningstal',
      'systemafstemninger',
      'afskrivninger',
    ]);
    const raw = await getImportedFile(as('administrator', context), 1, 2);
    expect(raw?.bytes.equals(demoFiles('saldobalance')[0]?.bytes ?? new Uint8Array())).toBe(true);
    expect(
      createHash('sha256')
        .update(raw?.bytes ?? '')
        .digest('hex'),
    ).toBe(record?.files[2]?.sha256);
  });

  it('changes nothing the second time', async () => {
    const context = stores.demo();
    const before = await contentOf(context);
    const events = await context.store.read.auditEvent.count();
    const { plan } = await store(context, demoFiles());
    expect(plan.files.map((file) => file.added + file.changed + file.removed)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(await contentOf(context)).toBe(before);
    expect(await context.store.read.auditEvent.count()).toBe(events);
  });

  it('changes only what a corrected balance differs in, and tells both balances', async () => {
    const context = stores.demo();
    const file = edited('saldobalance', (text) =>
      text
        .replace('Kasse 0001;9.22.01;9.101,05', 'Kasse 0001;9.22.01;9.101,06')
        .replace('Kasse 0002;9.22.01;11.440,50', 'Kasse 0002;9.22.01;11.440,49'),
    );
    const { plan } = await store(context, [file]);
    expect(plan.files[0]).toMatchObject({ added: 0, changed: 2, removed: 0, unchanged: 2447 });
    const detail = await getAccount(context, '2023-12', '90100001');
    expect(detail?.account.balance).toBe(910_106n);
    // The verdict still says which balance it was logged against, and what others approved against it has fallen.
    expect(detail?.reconciliation?.balance).toBe(910_105n);
    expect(detail?.reconciliation?.workflow).toMatchObject({
      status: 'draft',
      approvals: [],
      note: { kind: 'balance-changed', before: 910_105n, after: 910_106n },
    });
    const [dropped, changed] = await context.store.read.auditEvent.findMany({
      where: { subjectId: '90100001' },
      orderBy: { id: 'desc' },
      take: 2,
    });
    expect([dropped?.action, changed?.subject]).toEqual(['drop', 'account']);
    expect(JSON.parse(dropped?.body ?? '').after.workflow.note).toMatchObject({ before: '910105', after: '910106' });
    const told = JSON.parse(changed?.body ?? '');
    expect([told.before.balance, told.after.balance]).toEqual(['910105', '910106']);
  });

  it('says what it would do and changes nothing on a preview', async () => {
    const context = stores.empty();
    const result = await previewImport(as('administrator', context), request(demoFiles()));
    expect(result).toMatchObject({ ok: true, value: { plan: { control: { count: 2449 } } } });
    expect(await context.store.read.account.count()).toBe(0);
    expect(existsSync(path.join(context.store.folder, 'files'))).toBe(false);
  });

  it('stores nothing while one file has an error', async () => {
    const context = stores.empty();
    const bad = edited('saldobalance', (text) => text.replace('9.101,05', '9.101,055'));
    const others = demoFiles().filter((file) => !file.name.startsWith('saldobalance'));
    const { plan, importId } = await store(context, [bad, ...others]);
    expect(importId).toBeNull();
    expect(plan.issues.find((issue) => issue.row === 2)).toMatchObject({
      severity: 'error',
      file: 'saldobalance-2023-12.csv',
      column: 'Saldo',
      value: '9.101,055',
    });
    expect(await contentOf(context)).toBe(await contentOf(stores.empty()));
    expect(await context.store.read.import.count()).toBe(0);
    expect(await context.store.read.store.findMany()).toEqual(await stores.empty().store.read.store.findMany());
    const folder = path.join(context.store.folder, 'files');
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  });

  it('refuses to store another plan than the one that was previewed', async () => {
    const context = stores.demo();
    const file = edited('afstemninger', (text) => text.replace('190.466,00', '180.466,00'));
    const preview = await previewImport(as('administrator', context), request([file]));
    if (!preview.ok) throw new Error('no preview');
    await changeOnScreen(context, '95900015');
    expect(await storeImport(as('administrator', context), request([file]), preview.value.digest)).toMatchObject({
      ok: false,
      problems: [{ code: 'changed-since-preview' }],
    });
    const again = await previewImport(as('administrator', context), request([file]));
    if (!again.ok) throw new Error('no preview');
    expect(await storeImport(as('administrator', context), request([file]), again.value.digest)).toMatchObject({
      ok: true,
    });
  });

  it('keeps what was changed on screen and lists it, unless the file is preferred', async () => {
    const context = stores.demo();
    await changeOnScreen(context, '95900015');
    const kept = await store(context, demoFiles('afstemninger'));
    expect(kept.plan.files[0]?.kept.map((one) => one.id)).toEqual(['95900015']);
    expect((await getAccount(context, '2023-12', '95900015'))?.reconciliation?.findings[0]?.problem).toBe(
      'Skrevet på skærmen',
    );
    const preferred = await store(context, demoFiles('afstemninger'), true);
    expect(preferred.plan.files[0]).toMatchObject({ changed: 1, kept: [] });
    expect((await getAccount(context, '2023-12', '95900015'))?.reconciliation).toMatchObject({
      origin: 'import',
      findings: [{ problem: '' }],
    });
  });

  it('makes accounts that the file no longer names category 1, and the trail says so', async () => {
    const context = stores.demo();
    const file = edited('afstemninger', (text) =>
      text
        .split('\r\n')
        .filter((line) => !line.startsWith('95900015'))
        .join('\r\n'),
    );
    const { plan } = await store(context, [file]);
    expect(plan.files[0]).toMatchObject({ changed: 1, becomeCategory1: 1 });
    const detail = await getAccount(context, '2023-12', '95900015');
    expect(detail?.reconciliation).toMatchObject({ category: 1, findings: [] });
    expect((await newestEvent(context, '95900015')).before.findings).toHaveLength(1);
  });

  it('keeps two equal items apart', async () => {
    const context = stores.demo();
    const line = '95900027;2;BIU;BIF/KS;KY;31.10.2023;-97.407,00;;;';
    const file = edited('afstemninger', (text) => text.replace(line, `${line}\r\n${line}`));
    await store(context, [file]);
    const items = (await getAccount(context, '2023-12', '95900027'))?.reconciliation?.findings[0]?.items ?? [];
    expect(items.map((item) => item.amount)).toEqual([-6_120_000n, -9_740_700n, -9_740_700n]);
  });

  it('refuses a period that is none', async () => {
    expect(
      await previewImport(as('administrator', stores.empty()), { ...request(demoFiles()), periodId: '2023-17' }),
    ).toMatchObject({
      ok: false,
      problems: [{ code: 'bad-period', params: { value: '2023-17' } }],
    });
  });

  it('lets ten imports of the same file at once change it once', async () => {
    const context = stores.demo();
    const file = edited('saldobalance', (text) =>
      text.replace('9.101,05', '9.101,06').replace('11.440,50', '11.440,49'),
    );
    const all = await Promise.all(Array.from({ length: 10 }, () => store(context, [file])));
    expect(all.map(({ plan }) => plan.files[0]?.changed).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  });
});
