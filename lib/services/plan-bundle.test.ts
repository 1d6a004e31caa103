import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BundleInput } from '#lib/schemas/bundle.ts';
import type { BundleManifest } from './bundle-manifest.ts';
import type { Context } from './context.ts';
import { getBundle } from './get-bundle.ts';
import { makeBundle } from './make-bundle.ts';
import { makeFinal } from './make-final.ts';
import { planBundle } from './plan-bundle.ts';
import { as, prepareStores } from './testing/demo-store.ts';
import { updateSettings } from './update-settings.ts';

/** What happens when a report has been built, before the next one is. */
let meanwhile: (committee: string) => Promise<void> = async () => undefined;

vi.mock(import('./get-report.ts'), async (original) => {
  const actual = await original();
  return {
    ...actual,
    getReport: async (...args) => {
      const model = await actual.getReport(...args);
      await meanwhile(args[2]);
      return model;
    },
  };
});

afterEach(() => {
  meanwhile = async () => undefined;
  vi.useRealTimers();
});

const stores = prepareStores();
const INPUT: BundleInput = { year: 2023, committees: null, formats: ['json'], edition: 'open', frozen: false };
const LONG = { timeout: 300_000 };

let times = 0;
async function rename(context: Context): Promise<void> {
  times += 1;
  const renamed = await updateSettings(as('administrator', context), {
    municipality: `Demokommune ${times}`,
    serviceCentreCode: 'KS',
    serviceCentreName: 'Koncernservice',
    erpSystem: 'Kvantum',
    debtorSystem: 'Opus Debitor',
  });
  expect(renamed.ok).toBe(true);
}

describe('the reports of a bundle', () => {
  it('are of one moment, although somebody writes while they are built', LONG, async () => {
    const context = stores.demo();
    let left = 2;
    meanwhile = async (committee) => {
      if (committee !== 'BUU' || left === 0) return;
      left -= 1;
      await rename(context);
    };
    const plan = await planBundle(context, INPUT);
    if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
    expect(left).toBe(0);
    expect(plan.value.reports).toHaveLength(7);
    expect(new Set(plan.value.reports.map(({ model }) => model.municipality))).toEqual(
      new Set([`Demokommune ${times}`]),
    );
  });

  it('are not had where somebody writes each time', LONG, async () => {
    const context = stores.demo();
    meanwhile = (committee) => (committee === 'BIU' ? rename(context) : Promise.resolve());
    expect(await planBundle(context, INPUT)).toEqual({
      ok: false,
      problems: [{ code: 'figures-in-motion', path: '', params: {} }],
    });
  });

  it('that are frozen need no such moment', LONG, async () => {
    const context = stores.demo();
    expect((await makeFinal(as('secretariat', context), { year: 2023, committee: 'BIU', reason: '' })).ok).toBe(true);
    meanwhile = () => rename(context);
    const plan = await planBundle(context, { ...INPUT, committees: ['BIU'], frozen: true });
    expect(plan.ok && plan.value.reports.map(({ version }) => version?.number)).toEqual([1]);
  });
});

describe('the manifest', () => {
  const readManifest = async (context: Context, input: BundleInput) => {
    const made = await makeBundle(context, input, {
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const parts = unzipSync((await getBundle(context, made.value.id))?.bytes ?? new Uint8Array());
    const manifest: BundleManifest = JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array()));
    return { id: made.value.id, manifest, contents: strFromU8(parts['indhold.txt'] ?? new Uint8Array()) };
  };
  const importedAt = (context: Context, at: string) =>
    context.store.writeTx((tx) => tx.import.updateMany({ data: { at } }));

  it('says since when the figures are those of reports that follow them, and of no frozen one', LONG, async () => {
    const context = stores.demo();
    await makeFinal(as('secretariat', context), { year: 2023, committee: 'BIU', reason: '' });
    await importedAt(context, '2024-03-05T10:00:00.000Z');
    const { manifest, contents } = await readManifest(context, { ...INPUT, committees: ['BIU', 'TMU'], frozen: true });
    expect(manifest.committees.map(({ code, figuresFrom }) => [code, figuresFrom])).toEqual([
      ['BIU', null],
      ['TMU', '2024-03-05T10:00:00.000Z'],
    ]);
    expect(contents).toMatch(/ {2}BIU .*: endelig, version 1\r\n/);
    expect(contents).toMatch(/ {2}TMU .*: klar, tal senest indlæst 5\. marts 2024\r\n/);
  });

  it('of the same frozen reports is the same, after an import and on another day', LONG, async () => {
    const context = stores.demo();
    await makeFinal(as('secretariat', context), { year: 2023, committee: 'BIU', reason: '' });
    const frozen: BundleInput = { ...INPUT, committees: ['BIU'], formats: ['json', 'docx', 'web'], frozen: true };
    const { id } = await readManifest(context, frozen);
    await importedAt(context, '2024-03-05T10:00:00.000Z');
    await rename(context);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 40 * 24 * 60 * 60_000 });
    expect((await readManifest(context, frozen)).id).toBe(id);
  });
});
