import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_PROFILES } from '#lib/import/mapping/built-in.ts';
import type { ChosenMapping, InputFile } from '#lib/import/types.ts';
import { chooseProfile } from './choose-profile.ts';
import type { Context } from './context.ts';
import { inspectFile } from './inspect-file.ts';
import { listImports } from './list-imports.ts';
import { listMappingProfiles } from './list-mapping-profiles.ts';
import { previewImport } from './preview-import.ts';
import { removeMappingProfile } from './remove-mapping-profile.ts';
import { saveMappingProfile } from './save-mapping-profile.ts';
import { storeImport } from './store-import.ts';
import { as, demoFiles, newestEvent, prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();

const [OPUS] = BUILT_IN_PROFILES;
if (!OPUS) throw new Error('The first profile comes with the product.');

function sample(name: string, mapping?: ChosenMapping): InputFile {
  const bytes = readFileSync(new URL(`../import/testing/samples/${name}`, import.meta.url));
  return { name, bytes, kind: 'auto', mapping };
}

function csv(name: string, text: string): InputFile {
  return { name, bytes: Buffer.from(text), kind: 'auto' };
}

/** An installation that knows its functions, and an administrator in it. */
async function begin(): Promise<Context> {
  const context = as('administrator', stores.empty());
  const functions = demoFiles('im-funktioner');
  const result = await storeImport(context, ask(functions), null);
  if (!result.ok || result.value.importId === null) throw new Error(JSON.stringify(result));
  return context;
}

function ask(files: InputFile[], balanceReason = '') {
  return { files, periodId: '2023-12', options: { amounts: null, overwrite: false, balanceReason } };
}

const HEADINGS = ['Nummer', 'Rest'];
const FILE = csv('ukendt.csv', 'Nummer;Rest\n95600017;1,00-\n90500001;1,00\n');
const PROFILE = {
  name: 'Vores økonomisystem',
  headings: HEADINGS,
  content: {
    ...OPUS.content,
    account: { column: { heading: 'Nummer', at: 0 }, prefix: '', suffix: '', cut: null, leadingZeros: 'keep' },
    name: { from: 'nothing' },
    imFunction: { from: 'nothing' },
    amount: { from: 'balance', column: { heading: 'Rest', at: 1 } },
  },
  replaces: false,
};

describe('a column profile', () => {
  it('that comes with the product reads a file by its headings, and the import says so', async () => {
    const context = await begin();
    const result = await storeImport(context, ask([sample('kmd-opus.csv')]), null);
    expect(result.ok && result.value.plan.files).toMatchObject([{ added: 7, sumAfter: 0n }]);
    expect((await listImports(context))?.[0]).toMatchObject({ profile: 'KMD Opus' });
  });

  it('is saved by name and then reads the next file with its headings; removed, it does not', async () => {
    const context = await begin();
    const before = await previewImport(context, ask([FILE]));
    expect(before.ok && before.value.plan.issues).toMatchObject([{ code: 'unknown-kind' }]);
    const saved = await saveMappingProfile(context, PROFILE);
    if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
    expect(await newestEvent(context, String(saved.value.id))).toMatchObject({
      subject: 'mappingProfile',
      action: 'create',
    });
    const after = await previewImport(context, ask([FILE]));
    expect(after.ok && after.value.plan.files).toMatchObject([{ added: 2, reading: { profile: PROFILE.name } }]);
    expect(after.ok && after.value.plan.issues).toMatchObject([{ code: 'names-missing', params: { count: 2 } }]);
    expect((await listMappingProfiles(context))?.map(({ name }) => name)).toContain(PROFILE.name);
    expect((await removeMappingProfile(context, { id: saved.value.id })).ok).toBe(true);
    const gone = await previewImport(context, ask([FILE]));
    expect(gone.ok && gone.value.plan.issues).toMatchObject([{ code: 'unknown-kind' }]);
  });

  it('does not take the place of another by accident', async () => {
    const context = await begin();
    await saveMappingProfile(context, PROFILE);
    expect(await saveMappingProfile(context, PROFILE)).toMatchObject({ problems: [{ code: 'profile-name-taken' }] });
    expect((await saveMappingProfile(context, { ...PROFILE, replaces: true })).ok).toBe(true);
  });

  it('is chosen by its name, whatever the case, and otherwise told of those there are', async () => {
    const context = await begin();
    expect(await chooseProfile(context, 'kmd opus')).toMatchObject({ value: { name: 'KMD Opus' } });
    expect(await chooseProfile(context, 'Findes ikke')).toMatchObject({
      problems: [{ code: 'profile-unknown', params: { names: 'KMD Opus, SAP S/4HANA, Prisme' } }],
    });
  });

  it('lends its name to no other columns', async () => {
    const context = await begin();
    const { content } = OPUS;
    const mapping = { name: 'KMD Opus', content, headerRow: 6, fingerprint: '' };
    const profileOf = async (changed: ChosenMapping) => {
      const result = await previewImport(context, ask([sample('kmd-opus.csv', changed)]));
      return result.ok ? result.value.plan.files[0]?.reading?.profile : null;
    };
    expect(await profileOf(mapping)).toBe('KMD Opus');
    if (content.kind !== 'saldobalance') throw new Error('It reads a balance.');
    expect(await profileOf({ ...mapping, content: { ...content, sign: 'reversed' } })).toBe('');
  });
});

describe('a balance that does not sum to 0', () => {
  const file = csv('saldo.csv', 'Konto nr.;Kontonavn;Saldo ultimo (kr.)\n95600017;Mellemregning;1,00\n');

  it('is stored for a reason alone, which the trail keeps', async () => {
    const context = await begin();
    const refusal = await storeImport(context, ask([file]), null);
    expect(refusal.ok && refusal.value).toMatchObject({
      importId: null,
      plan: { issues: [{ code: 'balance-not-zero' }] },
    });
    const stored = await storeImport(context, ask([file], 'Egenkapitalen kommer mandag'), null);
    expect(stored.ok && stored.value).toMatchObject({
      importId: 2,
      plan: { issues: [{ code: 'balance-overridden' }] },
    });
    expect(await newestEvent(context, '2')).toMatchObject({
      subject: 'import',
      action: 'confirm',
      reason: 'Egenkapitalen kommer mandag',
    });
  });
});

it('keeps the names of accounts that a file without names does not tell', async () => {
  const context = await begin();
  await storeImport(context, ask([sample('kmd-opus.csv')]), null);
  await saveMappingProfile(context, PROFILE);
  await storeImport(context, ask([FILE]), null);
  const account = await context.store.read.account.findFirst({ where: { number: '95600017' } });
  expect(account).toMatchObject({ name: 'Mellemregning', balance: -100n });
});

it('tells two files of one name apart', async () => {
  const context = await begin();
  const broken = csv('saldo.csv', 'Konto;Kontonavn;Saldo\nx;y;z\n');
  const result = await previewImport(context, ask([broken, broken]));
  expect(result.ok && new Set(result.value.plan.issues.map((issue) => issue.file))).toEqual(
    new Set(['saldo.csv', 'saldo (2).csv']),
  );
});

it('shows the beginning of a file that it does not know, cut where its columns are', async () => {
  const context = await begin();
  const { bytes } = FILE;
  expect(await inspectFile(context, { name: 'ukendt.csv', bytes })).toMatchObject({
    value: { rows: [{ row: 1, cells: HEADINGS }, { row: 2 }, { row: 3 }], count: 3, fromExcel: false },
  });
  expect((await inspectFile(context, { name: 'tom.csv', bytes: Buffer.from('') })).ok).toBe(false);
});
