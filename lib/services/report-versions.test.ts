import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listReportVersions, stageReportFile } from '#lib/db/report-versions.ts';
import type { Store } from '#lib/db/store.ts';
import { type Edition, REPORT_FORMATS, type ReportFormat } from '#lib/domain/report-version.ts';
import { toCanonical } from '#lib/report/frozen-model.ts';
import type { Context } from './context.ts';
import { renderReport } from './export-report.ts';
import { getVersionFile, VersionFileLost } from './get-version-file.ts';
import { getVersionsPage } from './get-versions-page.ts';
import { makeFinal } from './make-final.ts';
import { planBundle } from './plan-bundle.ts';
import { publishVersion } from './publish-version.ts';
import { saveRedaction } from './save-redaction.ts';
import { saveRegisterLine } from './save-register-line.ts';
import { as, prepareStores } from './testing/demo-store.ts';
import { expectValue } from './testing/write-verdicts.ts';

const stores = prepareStores();
const BIU = { year: 2023, committee: 'BIU' };
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const versionsOf = ({ store }: Context) => listReportVersions(store.read, 2023, 'BIU');
const keptIn = ({ store }: Context) => readdirSync(path.join(store.folder, 'reports')).sort();
const codesOf = (result: Awaited<ReturnType<typeof makeFinal>>) =>
  result.ok ? [] : result.problems.map(({ code, path }) => `${code}${path && ` ${path}`}`);

/** A line of the equity's register: what changes the report after a version was made. */
async function addLine(context: Context, text: string): Promise<void> {
  const content = {
    account: '97599001',
    imFunction: '9.75.99',
    name: 'Prøve',
    text,
    explanation: '',
    documentation: '',
  };
  const result = await saveRegisterLine(as('accountant2', context), {
    periodId: '2023-12',
    register: 'egenkapital',
    lineId: null,
    version: 0,
    content: { committee: 'BIU', amount: 5_000_000n, ...content },
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
}

async function finalize(context: Context, reason = ''): Promise<number> {
  const result = await makeFinal(as('secretariat', context), { ...BIU, reason });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.number;
}

function fileOf(context: Context, number: number, format: ReportFormat, edition: Edition = 'open') {
  return getVersionFile(as('secretariat', context), { ...BIU, number, edition, format });
}

const ofText = (text: Uint8Array | undefined) => new TextDecoder().decode(text);

describe('a final version', () => {
  it('has model and files of both editions under their hashes, and an event, in one', async () => {
    const context = stores.demo();
    expect(await finalize(context)).toBe(1);
    const [version] = await versionsOf(context);
    expect(version).toMatchObject({ number: 1, status: 'final', madeByName: 'Demo Sekretariat', published: null });
    expect(version?.files.map(({ edition, format }) => `${edition} ${format}`)).toEqual(
      ['closed', 'open'].flatMap((edition) => ['html', 'json', 'pdf', 'xlsx'].map((format) => `${edition} ${format}`)),
    );
    const hashes = new Set([version?.modelSha256, ...(version?.files ?? []).map(({ sha256 }) => sha256)]);
    expect(keptIn(context)).toEqual([...hashes].sort());
    for (const name of keptIn(context)) {
      expect(sha(readFileSync(path.join(context.store.folder, 'reports', name)))).toBe(name);
    }
    const event = await context.store.read.auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(event).toMatchObject({
      action: 'freeze',
      subject: 'reportVersion',
      subjectId: '2023-BIU-1',
      role: 'secretariat',
    });
    for (const format of REPORT_FORMATS) {
      const file = await fileOf(context, 1, format);
      expect(file).toMatchObject({ source: 'rendered', fileName: `aarsrapport-2023-BIU-version-1.${format}` });
      expect(sha(file?.bytes ?? new Uint8Array())).toBe(
        version?.files.find((one) => one.edition === 'open' && one.format === format)?.sha256,
      );
    }
    expect(JSON.parse(ofText((await fileOf(context, 1, 'json'))?.bytes)).status).toBe('endelig');
    expect(ofText((await fileOf(context, 1, 'html'))?.bytes)).toContain('Endelig, version 1');
  });

  it('has a hash that nobody can come to who knows what the report says', async () => {
    const [one, other] = [stores.demo(), stores.demo()];
    const frozen: { nonce: string; version: object }[] = [];
    for (const context of [one, other]) {
      await finalize(context);
      const [version] = await versionsOf(context);
      if (!version) throw new Error('a version');
      const text = readFileSync(path.join(context.store.folder, 'reports', version.modelSha256), 'utf8');
      const { nonce, ...model } = JSON.parse(text);
      expect(nonce).toMatch(/^[0-9a-f]{32}$/);
      expect(version.nonce).toBe(nonce);
      expect(sha(Buffer.from(toCanonical(model)))).not.toBe(version.modelSha256);
      expect(sha(Buffer.from(toCanonical({ ...model, nonce })))).toBe(version.modelSha256);
      for (const format of REPORT_FORMATS) {
        const file = await fileOf(context, 1, format, 'closed');
        expect(Buffer.from(file?.bytes ?? []).includes(nonce), format).toBe(false);
      }
      frozen.push({ nonce, ...model });
    }
    expect(frozen[0]?.nonce).not.toBe(frozen[1]?.nonce);
    expect(frozen[0]?.version).toEqual(frozen[1]?.version);
  });

  it('is not made while a blocking check fails, and nothing is stored', async () => {
    const context = stores.demo();
    await context.store.writeTx(async (tx) => {
      await tx.reconciliation.updateMany({ where: { accountNumber: '95900015' }, data: { status: 'draft' } });
    });
    const refused = await makeFinal(as('secretariat', context), { ...BIU, reason: '' });
    expect(codesOf(refused)).toEqual(['report-not-ready']);
    expect(await versionsOf(context)).toEqual([]);
    const page = await getVersionsPage(as('secretariat', context), '2023-12', 'BIU');
    expect(page?.blocking.map(({ id }) => id)).toEqual(['uden-godkendelse']);
  });

  it('is the secretariat’s to make, and unknown to who may not see the report', async () => {
    const context = stores.demo();
    expect(codesOf(await makeFinal(as('auditor', context), { ...BIU, reason: '' }))).toEqual(['not-allowed']);
    expect(codesOf(await makeFinal(as('administrator', context), { ...BIU, reason: '' }))).toEqual(['not-allowed']);
    expect(codesOf(await makeFinal(as('secretariat', context), { ...BIU, committee: 'TMU', reason: '' }))).toEqual([
      'unknown-report',
    ]);
    expect(await versionsOf(context)).toEqual([]);
  });

  it('is made of what stands when it is stored, also where others write meanwhile', async () => {
    const context = stores.demo();
    const making = finalize(context);
    // The report changes while its files are rendered, and something that is not of it does.
    await addLine(context, 'Kom til imens');
    await context.store.writeTx(async () => null);
    expect(await making).toBe(1);
    expect(ofText((await fileOf(context, 1, 'html'))?.bytes)).toContain('Kom til imens');
    const [version] = await versionsOf(context);
    const hashes = new Set([version?.modelSha256, ...(version?.files ?? []).map(({ sha256 }) => sha256)]);
    expect(keptIn(context)).toEqual([...hashes].sort());
  });

  it('is made once where two make it at the same moment', async () => {
    const context = stores.demo();
    const both = await Promise.all([1, 2].map(() => makeFinal(as('secretariat', context), { ...BIU, reason: '' })));
    expect(both.map((result) => result.ok).sort()).toEqual([false, true]);
    expect(both.flatMap(codesOf)).toEqual(['version-unchanged']);
    expect(await versionsOf(context)).toHaveLength(1);
  });
});

describe('a published version', () => {
  it('keeps its bytes, says in JSON that it is published, and cannot be published twice', async () => {
    const context = await stores.final();
    const before = await Promise.all(REPORT_FORMATS.map((format) => fileOf(context, 1, format)));
    const publish = () => publishVersion(as('secretariat', context), { ...BIU, number: 1 });
    expect(await publish()).toEqual({ ok: true, value: { number: 1 } });
    const after = await Promise.all(REPORT_FORMATS.map((format) => fileOf(context, 1, format)));
    for (const [index, format] of REPORT_FORMATS.entries()) {
      if (format !== 'json') expect(after[index]?.sha256).toBe(before[index]?.sha256);
      expect(after[index]?.source).toBe('rendered');
    }
    const [was, is] = [before, after].map((files) => JSON.parse(ofText(files[2]?.bytes)));
    expect([was.status, is.status]).toEqual(['endelig', 'offentliggjort']);
    expect({ ...is, status: '' }).toEqual({ ...was, status: '' });
    expect(codesOf(await publish())).toEqual(['version-published']);
  });

  it('is corrected by a new version with a reason, which shows what changed as figures and text', async () => {
    const context = await stores.final();
    await publishVersion(as('secretariat', context), { ...BIU, number: 1 });
    expect(codesOf(await makeFinal(as('secretariat', context), { ...BIU, reason: 'x' }))).toEqual([
      'version-unchanged',
    ]);
    await addLine(context, 'Rettelse af primo');
    const page = () => getVersionsPage(as('secretariat', context), '2023-12', 'BIU');
    expect((await page())?.isChanged).toBe(true);
    expect(codesOf(await makeFinal(as('secretariat', context), { ...BIU, reason: ' ' }))).toEqual(['required reason']);
    expect(await finalize(context, 'Primo var forkert')).toBe(2);
    const corrected = await page();
    expect(corrected?.isChanged).toBe(false);
    expect(corrected?.versions.map(({ number, status, reason }) => [number, status, reason])).toEqual([
      [2, 'final', 'Primo var forkert'],
      [1, 'published', ''],
    ]);
    expect(corrected?.comparison).toMatchObject({ from: 1, to: 2 });
    const amounts = corrected?.comparison?.changes?.figures.filter(({ table }) => table === 'egenkapital');
    expect(amounts).toContainEqual(
      expect.objectContaining({
        row: '97599001, Rettelse af primo',
        column: 'Beløb (t.kr.)',
        before: null,
        after: '50',
      }),
    );
    const words = corrected?.comparison?.changes?.texts.map(({ after }) => after.map(({ text }) => text).join(''));
    expect(words).toContain('Prøve');
    expect(codesOf(await publishVersion(as('secretariat', context), { ...BIU, number: 1 }))).toEqual([
      'version-superseded',
    ]);
  });
});

it('a correction takes a reason, and is held against what was published, also after one that never was', {
  timeout: 120_000,
}, async () => {
  const context = await stores.final();
  const page = () => getVersionsPage(as('secretariat', context), '2023-12', 'BIU');
  expect(await page()).toMatchObject({ published: null });
  await publishVersion(as('secretariat', context), { ...BIU, number: 1 });
  await addLine(context, 'Første rettelse');
  await finalize(context, 'Primo var forkert');
  await addLine(context, 'Anden rettelse');
  expect(await page()).toMatchObject({ published: 1 });
  expect(codesOf(await makeFinal(as('secretariat', context), { ...BIU, reason: '' }))).toEqual(['required reason']);
  expect(await finalize(context, 'Primo var forkert, også på den anden linje')).toBe(3);
  expect((await page())?.comparison).toMatchObject({ from: 1, to: 3 });
  await publishVersion(as('secretariat', context), { ...BIU, number: 3 });
  expect(await page()).toMatchObject({ published: 3, comparison: { from: 1, to: 3 } });
});

it('takes a reason also where the version before it is published while it is made', async () => {
  const context = await stores.final();
  await addLine(context, 'Rettelse');
  const writeTx: Store['writeTx'] = async (work, keeps) => {
    expectValue(await publishVersion(as('secretariat', context), { ...BIU, number: 1 }));
    return context.store.writeTx(work, keeps);
  };
  const meanwhile = as('secretariat', { ...context, store: { ...context.store, writeTx } });
  expect(codesOf(await makeFinal(meanwhile, { ...BIU, reason: '' }))).toEqual(['required reason']);
  expect(await versionsOf(context)).toMatchObject([{ number: 1, status: 'published' }]);
});

it('prints no personal number that its maker types as it is made', async () => {
  const context = as('secretariat', stores.demo());
  expect(codesOf(await makeFinal(context, { ...BIU, reason: 'Rettet for 010190-1234' }))).toEqual([
    'cpr-in-text reason',
  ]);
  const column = { ...BIU, kind: 'column', target: 'handleplaner.problem', ground: 'om 010190-1234' };
  expect(await saveRedaction(context, column)).toMatchObject({ ok: false, problems: [{ code: 'cpr-in-text' }] });
  expect(await versionsOf(context)).toEqual([]);
});

describe('a version’s file', () => {
  it('comes from the archive where the program would make other bytes, or cannot', async () => {
    const context = await stores.final();
    const request = { ...BIU, number: 1, edition: 'open' as const, format: 'html' as const };
    const made = await getVersionFile(as('secretariat', context), request);
    const newer: typeof renderReport = async (model, format) => ({
      ...(await renderReport(model, format)),
      bytes: new TextEncoder().encode('<p>Nyt layout</p>'),
    });
    const broken: typeof renderReport = () => Promise.reject(new Error('prøve: intet kan tegnes'));
    for (const render of [newer, broken]) {
      const file = await getVersionFile(as('secretariat', context), request, render);
      expect(file?.source).toBe('archive');
      expect(Buffer.from(file?.bytes ?? []).equals(Buffer.from(made?.bytes ?? []))).toBe(true);
    }
  });

  it('of a program that knew other things comes from the archive and is not compared', async () => {
    const context = await stores.final();
    const [version] = await versionsOf(context);
    const model = JSON.parse(
      readFileSync(path.join(context.store.folder, 'reports', version?.modelSha256 ?? ''), 'utf8'),
    );
    const foreign = stageReportFile(context.store, Buffer.from(JSON.stringify({ ...model, hologram: true })));
    foreign.keep();
    await context.store.writeTx(async (tx) => {
      await tx.reportVersion.updateMany({ data: { modelSha256: foreign.sha256 } });
    });
    expect((await fileOf(context, 1, 'pdf'))?.source).toBe('archive');
    const page = await getVersionsPage(as('secretariat', context), '2023-12', 'BIU');
    expect(page?.comparison).toEqual({ from: 1, to: 'now', changes: null });
  });

  it('comes from the archive also where the model itself is gone', async () => {
    const context = await stores.final();
    const made = await fileOf(context, 1, 'html');
    const [version] = await versionsOf(context);
    rmSync(path.join(context.store.folder, 'reports', version?.modelSha256 ?? ''));
    const file = await fileOf(context, 1, 'html');
    expect(file?.source).toBe('archive');
    expect(Buffer.from(file?.bytes ?? []).equals(Buffer.from(made?.bytes ?? []))).toBe(true);
  });

  it.each(['gone', 'changed'])(
    'keeps its page, which says that the archive is damaged, where the model is %s',
    async (how) => {
      const context = await stores.final();
      const page = () => getVersionsPage(as('secretariat', context), '2023-12', 'BIU');
      expect((await page())?.versions).toMatchObject([{ number: 1, isDamaged: false }]);
      const [version] = await versionsOf(context);
      const place = path.join(context.store.folder, 'reports', version?.modelSha256 ?? '');
      if (how === 'gone') rmSync(place);
      else writeFileSync(place, '{"noget":"andet"}');
      const damaged = await page();
      expect(damaged?.versions).toMatchObject([{ number: 1, isDamaged: true }]);
      expect(damaged).toMatchObject({ isChanged: false, comparison: { from: 1, to: 'now', changes: null } });
      const bundle = { year: 2023, committees: ['BIU'], formats: ['docx'], edition: 'open', frozen: true };
      expect(await planBundle(as('secretariat', context), bundle)).toEqual({
        ok: false,
        problems: [{ code: 'version-damaged', path: '', params: { committee: 'BIU', number: 1 } }],
      });
    },
  );

  it('that was changed on the disk is not handed out as what it was', async () => {
    const context = await stores.final();
    const file = await fileOf(context, 1, 'html');
    writeFileSync(path.join(context.store.folder, 'reports', file?.sha256 ?? ''), 'noget andet');
    // The frozen model still gives the bytes that the version had.
    expect((await fileOf(context, 1, 'html'))?.sha256).toBe(sha(file?.bytes ?? new Uint8Array()));
    const broken: typeof renderReport = () => Promise.reject(new Error('prøve: intet kan tegnes'));
    const request = { ...BIU, number: 1, edition: 'open' as const, format: 'html' as const };
    await expect(getVersionFile(as('secretariat', context), request, broken)).rejects.toEqual(
      new VersionFileLost('aarsrapport-2023-BIU-version-1.html'),
    );
  });

  it('whose JSON is gone is published of the frozen model, and not at all where that is gone too', async () => {
    const publish = (context: Context) => publishVersion(as('secretariat', context), { ...BIU, number: 1 });
    const remove = ({ store }: Context, sha256: string | undefined) =>
      rmSync(path.join(store.folder, 'reports', sha256 ?? ''));
    const contents = async (context: Context) => {
      const [version] = await versionsOf(context);
      return { model: version?.modelSha256, json: version?.files.find(({ format }) => format === 'json')?.sha256 };
    };
    const context = await stores.final();
    remove(context, (await contents(context)).json);
    expect(await publish(context)).toEqual({ ok: true, value: { number: 1 } });
    const published = await fileOf(context, 1, 'json');
    expect(JSON.parse(ofText(published?.bytes)).status).toBe('offentliggjort');

    const damaged = await stores.final();
    const lost = await contents(damaged);
    remove(damaged, lost.json);
    remove(damaged, lost.model);
    const before = keptIn(damaged);
    expect(codesOf(await publish(damaged))).toEqual(['version-lost']);
    expect(keptIn(damaged)).toEqual(before);
    expect((await versionsOf(damaged))[0]).toMatchObject({ status: 'final' });
  });

  it('of the closed edition is for who may see it, and the open one holds nothing of what is left out', async () => {
    const context = stores.demo();
    const redaction = { ...BIU, kind: 'finding', target: '95900015', ground: 'offentlighedslovens § 30, nr. 2' };
    expect(await saveRedaction(as('secretariat', context), redaction)).toEqual({ ok: true, value: null });
    await finalize(context);
    const closed = { ...BIU, number: 1, edition: 'closed' as const, format: 'html' as const };
    const whole = await getVersionFile(as('auditor', context), closed);
    expect(whole?.fileName).toBe('aarsrapport-2023-BIU-version-1-lukket.html');
    expect(ofText(whole?.bytes)).toContain('95900015');
    expect(await getVersionFile(as('systemOwner', context), closed)).toBeNull();
    const open = await getVersionFile(as('systemOwner', context), { ...closed, edition: 'open' });
    expect(ofText(open?.bytes)).not.toContain('95900015');
    expect(ofText(open?.bytes)).toContain('1 handleplan er udeladt efter offentlighedslovens § 30, nr. 2');
    const listed = await getVersionsPage(as('systemOwner', context), '2023-12', 'BIU');
    expect(listed?.versions[0]?.files.map(({ editions }) => editions)).toEqual([
      ['open'],
      ['open'],
      ['open'],
      ['open'],
    ]);
  });
});
