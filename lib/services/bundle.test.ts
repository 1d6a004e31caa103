import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { removeOldExports } from '#lib/db/exports.ts';
import { listReportVersions } from '#lib/db/report-versions.ts';
import type { BundleInput } from '#lib/schemas/bundle.ts';
import type { BundleManifest } from './bundle-manifest.ts';
import type { Context } from './context.ts';
import { getBundle } from './get-bundle.ts';
import { getReport } from './get-report.ts';
import { type MadeBundle, makeBundle } from './make-bundle.ts';
import { nameFolders, planBundle } from './plan-bundle.ts';
import { as, prepareStores, ROOT } from './testing/demo-store.ts';
import { updateSettings } from './update-settings.ts';

const stores = prepareStores();
const ALL: BundleInput = {
  year: 2023,
  committees: null,
  formats: ['pdf', 'xlsx', 'docx', 'web', 'html', 'json'],
  edition: 'open',
  frozen: false,
};
/** Quick to make. */
const LIGHT: BundleInput = { ...ALL, formats: ['json', 'html', 'docx'] };
const LONG = { timeout: 300_000 };
const idle = () => ({ onProgress: () => undefined, signal: new AbortController().signal });

async function make(
  context: Context,
  input: unknown,
  hooks: Parameters<typeof makeBundle>[2] = idle(),
): Promise<MadeBundle> {
  const made = await makeBundle(context, input, hooks);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

async function open(context: Context, { id }: MadeBundle): Promise<Record<string, Uint8Array>> {
  const file = await getBundle(context, id);
  if (!file) throw new Error('no bundle');
  return unzipSync(file.bytes);
}

const manifestOf = (parts: Record<string, Uint8Array>): BundleManifest =>
  JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array()));
const codeOf = (result: Awaited<ReturnType<typeof makeBundle>>) => (result.ok ? 'ok' : result.problems[0]?.code);

describe('all reports at once', () => {
  it('are one archive with a manifest that is true of every file in it', LONG, async () => {
    const context = stores.demo();
    const told: string[] = [];
    const made = await make(context, ALL, {
      ...idle(),
      onProgress: (done, total, name) => told.push(`${done}/${total} ${name}`),
    });
    expect(told).toHaveLength(37);
    expect(told.at(-1)).toMatch(/^36\/36 /);
    expect(made.fileName).toBe('aarsrapporter-2023.zip');
    const parts = await open(context, made);
    const manifest = manifestOf(parts);
    const own = ['manifest.json', 'indhold.txt'];
    expect(manifest.files.map(({ name }) => name)).toEqual(
      Object.keys(parts)
        .filter((name) => !own.includes(name))
        .sort(),
    );
    for (const { name, bytes, sha256 } of manifest.files) {
      const part = parts[name] ?? new Uint8Array();
      expect([name, part.length, createHash('sha256').update(part).digest('hex')]).toEqual([name, bytes, sha256]);
    }
    expect(manifest).toMatchObject({ year: 2023, edition: 'open', period: '2023-12', balanceDate: '2023-12-31' });
    expect(manifest.committees.map(({ code }) => code)).toEqual(['ØU', 'KFU', 'BUU', 'SOU', 'SUD', 'TMU', 'BIU']);
    expect(Object.keys(parts)).toContain('OEU/indstilling-2023-OEU.docx');
    // The web edition has its own copies of what its pages lead to.
    expect(parts['web/biu/aarsrapport-2023-BIU.pdf']).toEqual(parts['BIU/aarsrapport-2023-BIU.pdf']);
    const contents = strFromU8(parts['indhold.txt'] ?? new Uint8Array());
    expect(contents).toContain('BIU Beskæftigelses- og Integrationsudvalget: ');
    expect(contents.split('\r\n').filter((line) => line.includes('.pdf')).length).toBe(14);
  });

  it('hold the report itself, as it is had alone', LONG, async () => {
    const context = stores.demo();
    const parts = await open(context, await make(context, { ...ALL, formats: ['json'] }));
    const model = await getReport(context, 2023, 'BIU');
    expect(
      JSON.parse(strFromU8(parts['BIU/aarsrapport-2023-BIU.json'] ?? new Uint8Array())).tables[0].rows.length,
    ).toBe(model?.tables[0]?.rows.length);
  });

  it('are the same bytes again, from what lies there or made anew', LONG, async () => {
    const context = stores.demo();
    const first = await make(context, LIGHT);
    const second = await make(context, LIGHT);
    expect([first.reused, second.reused, second.id]).toEqual([0, first.files, first.id]);
    expect((await make(stores.demo(), LIGHT)).id).toBe(first.id);
  });

  it('go on where they were broken off', LONG, async () => {
    const context = stores.demo();
    const stop = new AbortController();
    const hooks = {
      onProgress: (done: number) => {
        if (done === 4) stop.abort();
      },
      signal: stop.signal,
    };
    expect(codeOf(await makeBundle(context, LIGHT, hooks))).toBe('bundle-stopped');
    const after = await make(context, LIGHT);
    expect(after.reused).toBeGreaterThanOrEqual(4);
    expect(after.id).toBe((await make(stores.demo(), LIGHT)).id);
  });

  it('go on where a process was killed, and two at once are no matter', LONG, async () => {
    const context = stores.demo();
    const { folder } = context.store;
    const args = ['report', '--year', '2023', '--committee', 'all', '--format', 'json,html,docx'];
    const child = spawn(
      process.execPath,
      [path.join(ROOT, 'bin/cli.ts'), ...args, '--zip', path.join(folder, 'x.zip')],
      {
        cwd: ROOT,
        env: { ...process.env, AFSTEMT_DATA: folder },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (data: Buffer) => {
        if (/^[5-9]\//m.test(data.toString())) child.kill('SIGKILL');
      });
      child.on('exit', () => resolve());
    });
    expect(existsSync(path.join(folder, 'x.zip'))).toBe(false);
    const [one, other] = await Promise.all([make(context, LIGHT), make(context, LIGHT)]);
    expect(one.reused).toBeGreaterThanOrEqual(5);
    expect(other.id).toBe(one.id);
    // What was being written when it was killed lies there until nobody can be writing it any more.
    await removeOldExports(context.store, Date.now() + 2 * 60 * 60_000);
    expect(readdirSync(path.join(folder, 'exports')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('follow the figures: what changed is made anew', LONG, async () => {
    const context = stores.demo();
    const first = await make(context, LIGHT);
    const names = { municipality: 'Ny Kommune', serviceCentreCode: 'KS', serviceCentreName: 'Koncernservice' };
    await updateSettings(as('administrator', context), {
      ...names,
      erpSystem: 'Kvantum',
      debtorSystem: 'Opus Debitor',
    });
    const second = await make(context, LIGHT);
    expect(second.reused).toBe(0);
    expect(second.id).not.toBe(first.id);
  });
});

describe('frozen versions', () => {
  it('are taken as they were kept, whatever became of the figures, where they are asked for', LONG, async () => {
    const context = await stores.final();
    const settings = { municipality: 'Ny Kommune', serviceCentreCode: 'KS', serviceCentreName: 'Koncernservice' };
    const changed = { ...settings, erpSystem: 'Kvantum', debtorSystem: 'Opus Debitor' };
    expect(await updateSettings(as('administrator', context), changed)).toEqual({ ok: true, value: changed });
    const [version] = await listReportVersions(context.store.read, 2023, 'BIU');
    const shaOf = (format: string) =>
      version?.files.find((file) => file.edition === 'open' && file.format === format)?.sha256;
    const take = async (isFrozen: boolean) => {
      const input = { ...ALL, formats: ['pdf', 'html', 'docx', 'web'], committees: ['BIU', 'TMU'], frozen: isFrozen };
      return open(context, await make(context, input));
    };
    const parts = await take(true);
    const manifest = manifestOf(parts);
    expect(manifest.committees.map(({ code, status, version: of }) => [code, status, of?.number ?? null])).toEqual([
      ['BIU', 'endelig', 1],
      ['TMU', 'klar', null],
    ]);
    const files = new Map(manifest.files.map(({ name, sha256 }) => [name, sha256]));
    expect(files.get('BIU/aarsrapport-2023-BIU-version-1.pdf')).toBe(shaOf('pdf'));
    expect(files.get('BIU/aarsrapport-2023-BIU-version-1.html')).toBe(shaOf('html'));
    expect(files.get('web/biu/aarsrapport-2023-BIU-version-1.pdf')).toBe(shaOf('pdf'));
    expect(strFromU8(parts['web/biu/index.html'] ?? new Uint8Array())).not.toContain('Ny Kommune');
    expect(strFromU8(parts['web/tmu/index.html'] ?? new Uint8Array())).toContain('Ny Kommune');
    expect(Object.keys(parts)).toContain('BIU/indstilling-2023-BIU-version-1.docx');
    const current = manifestOf(await take(false));
    expect(current.committees.map(({ version: of }) => of)).toEqual([null, null]);
  });
});

describe('a stored file of a frozen version that is gone or was changed', () => {
  const setUp = async () => {
    const context = await stores.final();
    const [version] = await listReportVersions(context.store.read, 2023, 'BIU');
    const shaOf = (format: string) =>
      version?.files.find((file) => file.edition === 'open' && file.format === format)?.sha256 ?? '';
    const placeOf = (format: string) => path.join(context.store.folder, 'reports', shaOf(format));
    return { context, shaOf, placeOf };
  };
  const FROZEN: BundleInput = { ...ALL, formats: ['html', 'json', 'docx'], committees: ['BIU'], frozen: true };

  it('is made again to the last byte, which the manifest says', LONG, async () => {
    const { context, shaOf, placeOf } = await setUp();
    rmSync(placeOf('html'));
    writeFileSync(placeOf('json'), 'noget andet');
    const made = await make(context, FROZEN);
    expect([made.files, made.lost]).toEqual([3, []]);
    const parts = await open(context, made);
    const name = (format: string) => `BIU/aarsrapport-2023-BIU-version-1.${format}`;
    for (const format of ['html', 'json']) {
      const bytes = parts[name(format)] ?? new Uint8Array();
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(shaOf(format));
    }
    expect(manifestOf(parts).damaged).toEqual(
      ['html', 'json'].map((format) => ({
        name: name(format),
        sha256: shaOf(format),
        committee: 'BIU',
        format,
        isRestored: true,
      })),
    );
    expect(strFromU8(parts['indhold.txt'] ?? new Uint8Array())).toContain(
      `${shaOf('html')}  ${name('html')}: dannet igen, til mindste byte`,
    );
  });

  it('is left out and named where this program makes other bytes', LONG, async () => {
    const { context } = await setUp();
    // As an older program would have left it: no program makes these bytes.
    const gone = 'a'.repeat(64);
    await context.store.writeTx((tx) =>
      tx.reportFile.updateMany({ where: { edition: 'open', format: 'html' }, data: { sha256: gone } }),
    );
    const made = await make(context, FROZEN);
    const name = 'BIU/aarsrapport-2023-BIU-version-1.html';
    expect([made.files, made.lost]).toEqual([2, [name]]);
    const parts = await open(context, made);
    expect(Object.keys(parts)).not.toContain(name);
    expect(manifestOf(parts).damaged).toEqual([
      { name, sha256: gone, committee: 'BIU', format: 'html', isRestored: false },
    ]);
    expect(strFromU8(parts['indhold.txt'] ?? new Uint8Array())).toContain(`${name}: kan ikke dannes igen`);
  });
});

describe('a frozen model that is gone or was changed', () => {
  const WANTED: BundleInput = { ...ALL, formats: ['html', 'docx', 'web'], committees: ['BIU', 'TMU'], frozen: true };
  const MODEL = 'BIU/frosset-model-2023-BIU-version-1.json';
  const NOTE = 'BIU/indstilling-2023-BIU-version-1.docx';
  const PAGE = 'web/biu/index.html';
  const setUp = async (harm: (place: string) => void) => {
    const context = await stores.final();
    const [version] = await listReportVersions(context.store.read, 2023, 'BIU');
    const sha256 = version?.modelSha256 ?? '';
    harm(path.join(context.store.folder, 'reports', sha256));
    return { context, version, sha256 };
  };

  it.each<[string, (place: string) => void]>([
    ['gone', (place) => rmSync(place)],
    ['changed', (place) => writeFileSync(place, '{"noget":"andet"}')],
  ])('takes only what is made of it, by name, where it is %s', LONG, async (_, harm) => {
    const { context, version, sha256 } = await setUp(harm);
    const made = await make(context, WANTED);
    expect(made.lost).toEqual([MODEL, NOTE, PAGE]);
    expect(made.committees).toEqual([
      { code: 'BIU', status: 'endelig', version: 1, failing: 0 },
      { code: 'TMU', status: 'klar', version: null, failing: 0 },
    ]);
    const parts = await open(context, made);
    const manifest = manifestOf(parts);
    expect(manifest.damaged).toEqual(
      (['model', 'docx', 'web'] as const).map((format, index) => ({
        name: made.lost[index],
        sha256,
        committee: 'BIU',
        format,
        isRestored: false,
      })),
    );
    expect(manifest.committees.map(({ code, version: of }) => [code, of])).toContainEqual([
      'BIU',
      { number: 1, madeOn: version?.madeAt.slice(0, 10), sha256 },
    ]);
    // Its stored files are given, and the other committee has all of its own.
    const kept = version?.files.find(({ edition, format }) => edition === 'open' && format === 'html');
    const html = manifest.files.find(({ name }) => name === 'BIU/aarsrapport-2023-BIU-version-1.html');
    expect(html?.sha256).toBe(kept?.sha256);
    const names = Object.keys(parts);
    for (const name of ['TMU/indstilling-2023-TMU.docx', 'web/tmu/index.html', 'web/index.html'])
      expect(names).toContain(name);
    for (const name of made.lost) expect(names).not.toContain(name);
    expect(strFromU8(parts['indhold.txt'] ?? new Uint8Array())).toContain(`${sha256}  ${MODEL}: kan ikke dannes igen`);
  });

  it(
    'takes a stored file with it that is lost as well, and is refused by name where nothing else is asked for',
    LONG,
    async () => {
      const { context, version } = await setUp((place) => rmSync(place));
      const alone: BundleInput = { ...WANTED, committees: ['BIU'] };
      expect(await planBundle(context, { ...alone, formats: ['docx', 'web'] })).toEqual({
        ok: false,
        problems: [{ code: 'version-damaged', path: '', params: { committee: 'BIU', number: 1 } }],
      });
      const kept = version?.files.find(({ edition, format }) => edition === 'open' && format === 'html');
      rmSync(path.join(context.store.folder, 'reports', kept?.sha256 ?? ''));
      const made = await make(context, { ...alone, formats: ['html', 'json'] });
      expect([made.files, made.lost]).toEqual([1, ['BIU/aarsrapport-2023-BIU-version-1.html', MODEL]]);
    },
  );
});

describe('a model that another program froze', () => {
  const setUp = async () => {
    const context = await stores.final();
    const [version] = await listReportVersions(context.store.read, 2023, 'BIU');
    const placeOf = (sha256: string) => path.join(context.store.folder, 'reports', sha256);
    const ours: object = JSON.parse(readFileSync(placeOf(version?.modelSha256 ?? ''), 'utf8'));
    const text = JSON.stringify({ ...ours, whatIsNew: [] });
    const sha256 = createHash('sha256').update(text).digest('hex');
    writeFileSync(placeOf(sha256), text);
    await context.store.writeTx((tx) => tx.reportVersion.updateMany({ data: { modelSha256: sha256 } }));
    return { context, sha256 };
  };
  const WANTED: BundleInput = { ...ALL, formats: ['html', 'docx', 'web'], committees: ['BIU', 'TMU'], frozen: true };
  const NOTE = 'BIU/indstilling-2023-BIU-version-1.docx';
  const PAGE = 'web/biu/index.html';

  it('takes only what is made of it, by name, and is no damage', LONG, async () => {
    const { context, sha256 } = await setUp();
    const made = await make(context, WANTED);
    expect([made.lost, made.foreign]).toEqual([[], [NOTE, PAGE]]);
    const parts = await open(context, made);
    const told = { sha256, committee: 'BIU', isRestored: false, isForeign: true };
    expect(manifestOf(parts).damaged).toEqual([
      { ...told, name: NOTE, format: 'docx' },
      { ...told, name: PAGE, format: 'web' },
    ]);
    const names = Object.keys(parts);
    for (const name of [
      'BIU/aarsrapport-2023-BIU-version-1.html',
      'TMU/indstilling-2023-TMU.docx',
      'web/tmu/index.html',
    ])
      expect(names).toContain(name);
    for (const name of made.foreign) expect(names).not.toContain(name);
    const contents = strFromU8(parts['indhold.txt'] ?? new Uint8Array());
    expect(contents).toContain(`${sha256}  ${NOTE}: kan ikke dannes af dette program og er ikke med`);
    expect(contents).not.toContain('Mangler eller er ændret');
  });

  it('is refused by name only where nothing else is asked for', LONG, async () => {
    const { context } = await setUp();
    const alone: BundleInput = { ...WANTED, committees: ['BIU'] };
    expect(await planBundle(context, { ...alone, formats: ['docx', 'web'] })).toEqual({
      ok: false,
      problems: [{ code: 'version-unreadable', path: '', params: { committee: 'BIU', number: 1 } }],
    });
    const made = await make(context, { ...alone, formats: ['html', 'json'] });
    expect([made.files, made.lost, made.foreign]).toEqual([2, [], []]);
  });
});

it('what is asked for twice is made once', async () => {
  const context = stores.demo();
  const twice = { ...LIGHT, committees: ['BIU', 'TMU', 'BIU'], formats: ['json', 'json', 'json'] };
  const plan = await planBundle(context, twice);
  expect(plan.ok && plan.value.files.map(({ name }) => name)).toEqual([
    'BIU/aarsrapport-2023-BIU.json',
    'TMU/aarsrapport-2023-TMU.json',
  ]);
});

describe('the figures of the web edition', () => {
  it('lead into the program in the closed edition, and nowhere in the open one', LONG, async () => {
    vi.stubEnv('AFSTEMT_URL', 'https://afstemt.example');
    const context = stores.demo();
    // The demo is never reached under another name.
    await context.store.touchTx(async (tx) => {
      await tx.$executeRawUnsafe('DROP TRIGGER "Store_demo_stays"');
      await tx.store.updateMany({ data: { demo: false } });
    });
    const web: BundleInput = { ...ALL, formats: ['web'] };
    const closed = await open(context, await make(context, { ...web, edition: 'closed' }));
    const page = strFromU8(closed['web/biu/index.html'] ?? new Uint8Array());
    expect(page).toContain('href="https://afstemt.example/2023-12/konti/95900015"');
    expect(page).toContain('href="https://afstemt.example/2023-12/opfoelgning?udvalg=BIU&amp;funktion=9.52.59"');
    for (const [name, part] of Object.entries(await open(context, await make(context, web)))) {
      if (/\.(html|js|css|json|txt)$/.test(name)) expect(strFromU8(part), name).not.toContain('afstemt.example');
    }
    vi.unstubAllEnvs();
  });
});

describe('whoever has an archive made', () => {
  it('gets it, and nobody else does', LONG, async () => {
    const context = as('administrator', stores.demo());
    const made = await make(context, { ...LIGHT, committees: ['BIU'] });
    expect(made.fileName).toBe('aarsrapporter-2023-BIU.zip');
    expect(await getBundle(context, made.id)).not.toBeNull();
    expect(await getBundle(as('auditor', context), made.id)).toBeNull();
    for (const id of ['', '../afstemt.db', '0'.repeat(64)]) expect(await getBundle(context, id)).toBeNull();
  });

  it('gets the committees that they see, and the whole edition only of those whose it is theirs', LONG, async () => {
    const context = stores.demo();
    const near = {
      ...context,
      actor: { ...context.actor, grants: [grant('systemOwner', 'BIU'), grant('secretariat', 'TMU')] },
    };
    const open = await make(near, { ...LIGHT, formats: ['json'] });
    expect(open.committees.map(({ code }) => code).sort()).toEqual(['BIU', 'TMU']);
    const whole = await make(near, { ...LIGHT, formats: ['json'], edition: 'closed' });
    expect([whole.committees.map(({ code }) => code), whole.leftOut]).toEqual([['TMU'], ['BIU']]);
    expect(whole.fileName).toBe('aarsrapporter-2023-lukket.zip');
    const ask = (input: object) => makeBundle(near, { ...LIGHT, ...input }, idle()).then(codeOf);
    expect(await ask({ committees: ['BIU'], edition: 'closed' })).toBe('not-allowed');
    expect(await ask({ committees: ['SOU'] })).toBe('unknown-report');
    expect(await ask({ committees: ['XXX'] })).toBe('unknown-report');
    expect(await ask({ year: 2021 })).toBe('unknown-report');
    expect(await ask({ formats: [] })).toBe('invalid');
    // A right that was taken away in between.
    const afterwards = { ...near, actor: { ...near.actor, grants: [grant('systemOwner', 'TMU')] } };
    expect(await getBundle(near, whole.id)).not.toBeNull();
    expect(await getBundle(afterwards, whole.id)).toBeNull();
  });

  it('is told of in the trail, for each report', LONG, async () => {
    const context = stores.demo();
    await make(context, { ...LIGHT, committees: ['BIU', 'TMU'] });
    const events = await context.store.read.auditEvent.findMany({ orderBy: { id: 'desc' }, take: 2 });
    expect(events.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['export', '2023-TMU'],
      ['export', '2023-BIU'],
    ]);
    expect(JSON.parse(events[0]?.body ?? '{}').after).toMatchObject({ format: 'json, html, docx' });
  });
});

it('what nobody has used for a day is removed', LONG, async () => {
  const context = stores.demo();
  const made = await make(context, { ...LIGHT, formats: ['json'], committees: ['BIU'] });
  const folder = path.join(context.store.folder, 'exports');
  await removeOldExports(context.store);
  const names = readdirSync(folder);
  expect(names.length).toBe(3);
  const [old = '', ...others] = names;
  const yesterday = new Date(Date.now() - 25 * 60 * 60_000);
  utimesSync(path.join(folder, old), yesterday, yesterday);
  await removeOldExports(context.store);
  expect(readdirSync(folder).sort()).toEqual(others.sort());
  expect(made.bytes).toBeGreaterThan(0);
});

it('committees whose codes come to the same name have folders of their own', () => {
  expect([...nameFolders(['ØU', 'OEU', 'Øu', 'A/B', 'A-B'])]).toEqual([
    ['ØU', 'OEU'],
    ['OEU', 'OEU-2'],
    ['Øu', 'OEu-3'],
    ['A/B', 'A-B'],
    ['A-B', 'A-B-2'],
  ]);
});

function grant(role: 'systemOwner' | 'secretariat', code: string) {
  return { role, unit: { kind: 'committee' as const, code }, onBehalfOf: null };
}
