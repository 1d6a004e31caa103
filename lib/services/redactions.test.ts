import { describe, expect, it } from 'vitest';
import { listRedactions } from '#lib/db/redactions.ts';
import { listReportVersions } from '#lib/db/report-versions.ts';
import type { Store } from '#lib/db/store.ts';
import type { Context } from './context.ts';
import { finishText } from './finish-text.ts';
import { getEditionsPage } from './get-editions-page.ts';
import { getReport } from './get-report.ts';
import { getVersionFile } from './get-version-file.ts';
import { makeFinal } from './make-final.ts';
import { publishVersion } from './publish-version.ts';
import { removeRedaction } from './remove-redaction.ts';
import { saveRedaction } from './save-redaction.ts';
import { saveReportText } from './save-report-text.ts';
import { as, prepareStores } from './testing/demo-store.ts';
import { codesOf, expectValue, of, person } from './testing/write-verdicts.ts';

const stores = prepareStores();
const BIU = { year: 2023, committee: 'BIU' };
const GROUND = 'offentlighedslovens § 30, nr. 2';
const PLAN = { ...BIU, kind: 'finding', target: '95900015' };
const COLUMN = { ...BIU, kind: 'column', target: 'handleplaner.problem' };

const lock = ({ store }: Context) =>
  store.writeTx((tx) => tx.period.update({ where: { id: '2023-12' }, data: { status: 'locked' } }));
const left = ({ store }: Context) => listRedactions(store.read, 2023);

describe('a locked year', () => {
  it('lets nobody leave out more of the open edition, or less', async () => {
    const context = as('secretariat', stores.demo());
    expectValue(await saveRedaction(context, { ...PLAN, ground: GROUND }));
    const before = await left(context);
    expect(await getEditionsPage(context, '2023-12', 'BIU')).toMatchObject({ mayKeep: true, isLocked: false });
    await lock(context);
    expect(codesOf(await saveRedaction(context, { ...COLUMN, ground: GROUND }))).toEqual(['period-locked']);
    expect(codesOf(await saveRedaction(context, { ...PLAN, ground: 'en anden lov' }))).toEqual(['period-locked']);
    expect(codesOf(await removeRedaction(context, PLAN))).toEqual(['period-locked']);
    expect(await left(context)).toEqual(before);
    expect(await getEditionsPage(context, '2023-12', 'BIU')).toMatchObject({ mayKeep: false, isLocked: true });
  });

  it('still has its report made final and published, which changes none of it', async () => {
    const context = as('secretariat', stores.demo());
    await lock(context);
    expect(expectValue(await makeFinal(context, { ...BIU, reason: '' })).number).toBe(1);
    expect(expectValue(await publishVersion(context, { ...BIU, number: 1 })).number).toBe(1);
    expect(await listReportVersions(context.store.read, 2023, 'BIU')).toMatchObject([{ status: 'published' }]);
  });
});

describe('who leaves something out', () => {
  it('is told where its amount can still be read', async () => {
    const context = as('secretariat', stores.demo());
    expectValue(await saveRedaction(context, { ...BIU, kind: 'finding', target: '95600017', ground: GROUND }));
    expect((await getEditionsPage(context, '2023-12', 'BIU'))?.choices?.readable).toEqual([
      { account: '95600017', table: 'tabel-2-1', row: '9.52.56', category: 2, amount: 'opfoelgning', kind: 'alone' },
    ]);
  });
});

it('a ground that is said again changes nothing, and nothing is told of it', async () => {
  const context = stores.demo();
  expectValue(await saveRedaction(as('secretariat', context), { ...PLAN, ground: GROUND }));
  const rows = () => context.store.read.redaction.findMany();
  const [before, events] = [await rows(), await context.store.read.auditEvent.count()];
  const other = of(person('anden', ['secretariat']), context);
  expectValue(await saveRedaction(other, { ...PLAN, ground: GROUND }));
  expect(await rows()).toEqual(before);
  expect(await context.store.read.auditEvent.count()).toBe(events);
});

describe('the open edition', () => {
  it('states no amount that it leaves out, neither in a text nor in its heading, and a version of it neither', async () => {
    const context = as('secretariat', stores.demo());
    expectValue(await saveRedaction(context, { ...PLAN, ground: GROUND }));
    const figure = { kind: 'figure', key: 'handleplaner.95900015.opfoelgning', unit: 'kr.' };
    const line = (text: string) => [{ kind: 'text', text }, figure];
    const spot = { fiscalYear: 2023, owner: 'BIU', place: 'handleplaner' };
    const document = [
      { kind: 'heading', level: 1, content: line('Sagen om ') },
      { kind: 'paragraph', content: [...line('Den er på '), { kind: 'footnote', content: line('Rettet: ') }] },
    ];
    const { version } = expectValue(await saveReportText(context, { ...spot, version: 0, document }));
    const told = async (edition: 'open' | 'closed') =>
      JSON.stringify((await getReport(context, 2023, 'BIU', edition))?.document);
    expect((await told('closed')).split('122.849').length).toBeGreaterThan(3);
    expect(await told('open')).not.toContain('122.849');
    expect(await told('open')).toContain('"text":"Sagen om [udeladt]"');
    expectValue(await finishText(context, { ...spot, version }));
    expectValue(await makeFinal(context, { ...BIU, reason: '' }));
    const ask = { ...BIU, number: 1, format: 'html' as const };
    const htmlOf = async (edition: 'open' | 'closed') =>
      new TextDecoder().decode((await getVersionFile(context, { ...ask, edition }))?.bytes);
    expect(await htmlOf('closed')).toContain('Sagen om 122.849');
    expect(await htmlOf('open')).toContain('Sagen om [udeladt]');
    expect(await htmlOf('open')).not.toContain('122.849');
  });
});

describe('a version', () => {
  it('is not made with a reason that names what its open edition leaves out', async () => {
    const context = as('secretariat', stores.demo());
    expectValue(await saveRedaction(context, { ...PLAN, ground: GROUND }));
    const refused = await makeFinal(context, { ...BIU, reason: 'Beløbet på konto 95900015 er rettet' });
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ code: 'reason-names-left-out', path: 'reason', params: { words: '95900015' } }],
    });
    expect(await listReportVersions(context.store.read, 2023, 'BIU')).toEqual([]);
    expectValue(await makeFinal(context, { ...BIU, reason: 'Et beløb er rettet' }));
  });

  it('is published by nobody whose right ends just before', async () => {
    const context = await stores.final();
    const { administrations } = await context.store.read.committee.findFirstOrThrow({
      where: { fiscalYear: 2023, code: 'BIU' },
      include: { administrations: true },
    });
    const code = administrations[0]?.code ?? '';
    const grant = { role: 'secretariat' as const, unit: { kind: 'administration' as const, code }, onBehalfOf: null };
    const actor = { ...context.actor, grants: [grant] };
    // The administration comes to answer to another committee after the first look, before the transaction.
    const writeTx: Store['writeTx'] = async (work, keeps) => {
      const where = { fiscalYear: 2023, code };
      await context.store.writeTx((tx) => tx.administration.updateMany({ where, data: { committeeCode: 'KFU' } }));
      return context.store.writeTx(work, keeps);
    };
    const moving = { actor, store: { ...context.store, writeTx } };
    expect(codesOf(await publishVersion(moving, { ...BIU, number: 1 }))).toEqual(['not-allowed']);
    expect(await listReportVersions(context.store.read, 2023, 'BIU')).toMatchObject([{ status: 'final' }]);
  });
});
