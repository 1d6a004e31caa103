import { describe, expect, it } from 'vitest';
import type { Context } from './context.ts';
import { getReportPage } from './get-report-page.ts';
import { getVersionFile } from './get-version-file.ts';
import { getVersionsPage } from './get-versions-page.ts';
import { makeFinal } from './make-final.ts';
import { publishVersion } from './publish-version.ts';
import { as, prepareStores } from './testing/demo-store.ts';
import { codesOf, expectValue, of, person } from './testing/write-verdicts.ts';
import { verifyReportFile } from './verify-report-file.ts';

const stores = prepareStores();
const BIU = { year: 2023, committee: 'BIU' };
const NAME = 'Beskæftigelses- og Integrationsudvalget';

/** Its code leaves the year's organisation, as a new one is loaded that calls it something else. */
const leave = ({ store }: Context) =>
  store.writeTx(async (tx) => {
    const fiscalYear = 2023;
    await tx.committee.create({ data: { fiscalYear, code: 'JOB', name: 'Jobudvalget', position: 99 } });
    await tx.administration.updateMany({
      where: { fiscalYear, committeeCode: 'BIU' },
      data: { committeeCode: 'JOB' },
    });
    await tx.committee.delete({ where: { fiscalYear_code: { fiscalYear, code: 'BIU' } } });
  });

const setUp = async (): Promise<Context> => {
  const context = await stores.final();
  const secretariat = as('secretariat', context);
  expectValue(await publishVersion(secretariat, { ...BIU, number: 1 }));
  await leave(context);
  return context;
};

const fileOf = (context: Context, edition: 'open' | 'closed' = 'open') =>
  getVersionFile(context, { ...BIU, number: 1, edition, format: 'pdf' });

describe('a published version of a committee whose code has left the year', () => {
  it('is listed, had and known again by who may see it', async () => {
    const context = await setUp();
    const auditor = as('auditor', context);
    const version = { number: 1, status: 'published' };
    const page = await getReportPage(auditor, '2023-12', null);
    expect(page).toMatchObject({ kind: 'reports', former: [{ code: 'BIU', name: NAME, version }] });
    expect(await getVersionsPage(auditor, '2023-12', 'BIU', { from: '1', to: 'nu' })).toMatchObject({
      committee: { code: 'BIU', name: NAME },
      isFormer: true,
      status: 'offentliggjort',
      mayKeep: false,
      isChanged: false,
      versions: [{ ...version, isDamaged: false }],
      comparison: null,
    });
    const file = await fileOf(auditor);
    expect(file?.source).toBe('rendered');
    expect(await fileOf(auditor, 'closed')).not.toBeNull();
    expect(await verifyReportFile(auditor, file?.bytes ?? new Uint8Array())).toMatchObject({
      kind: 'ours',
      version: { ...version, committee: 'BIU', committeeName: NAME },
      editions: ['open', 'closed'],
    });
  });

  it('is to who may not see it as if it were not, and nobody makes another', async () => {
    const context = await setUp();
    const grant = { role: 'secretariat' as const, unit: { kind: 'committee' as const, code: 'KFU' }, onBehalfOf: null };
    const other: Context = { ...context, actor: { ...context.actor, grants: [grant] } };
    expect(await getReportPage(other, '2023-12', null)).toMatchObject({ kind: 'reports', former: [] });
    expect(await getVersionsPage(other, '2023-12', 'BIU')).toBeNull();
    expect(await fileOf(other)).toBeNull();
    const bytes = (await fileOf(as('auditor', context)))?.bytes ?? new Uint8Array();
    expect((await verifyReportFile(other, bytes)).kind).toBe('unknown');
    const own: Context = {
      ...context,
      actor: { ...context.actor, grants: [{ ...grant, unit: { ...grant.unit, code: 'BIU' } }] },
    };
    expect(await getVersionsPage(own, '2023-12', 'BIU')).toMatchObject({ isFormer: true, mayKeep: false });
    expect(await getReportPage(own, '2023-12', null)).toMatchObject({
      kind: 'reports',
      summaries: [],
      former: [{ code: 'BIU' }],
    });
    expect(codesOf(await makeFinal(own, { ...BIU, reason: 'x' }))).toEqual(['unknown-report']);
    expect(await getVersionsPage(of(person('nyt', ['auditor']), context), '2023-12', 'FINDESIKKE')).toBeNull();
  });
});
