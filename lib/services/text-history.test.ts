import { describe, expect, it } from 'vitest';
import { SHARED } from '#lib/domain/report-text.ts';
import { acknowledgeFigure } from './acknowledge-figure.ts';
import { approveText } from './approve-text.ts';
import { compareTextVersions } from './compare-text-versions.ts';
import type { Context } from './context.ts';
import { finishText } from './finish-text.ts';
import { getReportTexts } from './get-report-texts.ts';
import { getTextHistory } from './get-text-history.ts';
import { restoreTextVersion } from './restore-text-version.ts';
import { returnText } from './return-text.ts';
import { takeOverText, takeOverTexts } from './take-over-text.ts';
import { as, newestEvent, prepareStores } from './testing/demo-store.ts';
import { approve, said, sideOf, spotOf, write, writersOf, YEAR } from './testing/write-texts.ts';
import { codesOf, expectValue, of, person } from './testing/write-verdicts.ts';
import { withdrawAcknowledgement } from './withdraw-acknowledgement.ts';

const stores = prepareStores();
const SPOT = spotOf();
const writers = () => writersOf(stores.demo());

describe('the history of a text', () => {
  it('has every version, what one person stored in one go as one, and says what became of what', async () => {
    const { one, two } = writers();
    await write(one, SPOT, 0, 'Der er 3 konti.');
    await write(one, SPOT, 1, 'Der er 4 konti.');
    await write(two, SPOT, 2, 'Der er 4 konti.', 'Og planer.');
    await write(one, SPOT, 3, 'Der er 5 konti.', 'Og planer.');
    const entries = async () => (await getTextHistory(as('auditor', one), SPOT))?.entries;
    expect(await entries()).toEqual([
      { version: 4, from: 4, personName: 'Prøve en', at: expect.any(String), isCurrent: true },
      { version: 3, from: 3, personName: 'Prøve to', at: expect.any(String), isCurrent: false },
      { version: 2, from: 1, personName: 'Prøve en', at: expect.any(String), isCurrent: false },
    ]);
    // Eleven minutes later is another sitting.
    await one.store.writeTx(async (tx) => {
      const { at } = await tx.reportTextVersion.findFirstOrThrow({ where: { version: 2 } });
      const earlier = new Date(Date.parse(at) - 11 * 60_000).toISOString();
      await tx.reportTextVersion.updateMany({ where: { version: 1 }, data: { at: earlier } });
    });
    expect((await entries())?.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    const compared = await compareTextVersions(one, SPOT, 2, 4);
    expect(compared?.difference).toEqual([
      {
        kind: 'changed',
        block: 'paragraph',
        words: [
          { kind: 'same', text: 'Der er ' },
          { kind: 'removed', text: '4' },
          { kind: 'added', text: '5' },
          { kind: 'same', text: ' konti.' },
        ],
      },
      { kind: 'added', block: 'paragraph', words: [{ kind: 'added', text: 'Og planer.' }] },
    ]);
    expect((await compareTextVersions(one, SPOT, 0, 1))?.difference).toHaveLength(1);
    expect(await compareTextVersions(one, SPOT, 1, 9)).toBeNull();
    expect(await compareTextVersions(one, SPOT, -1, 1)).toBeNull();
  });

  it('tells how the text was moved on and back, by whom and why, and nothing of other texts', async () => {
    const { one, two } = writers();
    const version = await write(one, SPOT, 0, 'Klar.');
    await write(one, spotOf('balancen'), 0, 'En anden tekst.');
    expectValue(await finishText(one, { ...SPOT, version }));
    expectValue(await returnText(two, { ...SPOT, version, reason: 'Skriv om planerne.' }));
    await approve(one, two, SPOT, version);
    const at = expect.any(String);
    expect((await getTextHistory(as('auditor', one), SPOT))?.moves).toEqual([
      { action: 'approve', personName: 'Prøve to', at, reason: '' },
      { action: 'finish', personName: 'Prøve en', at, reason: '' },
      { action: 'return', personName: 'Prøve to', at, reason: 'Skriv om planerne.' },
      { action: 'finish', personName: 'Prøve en', at, reason: '' },
    ]);
    expect((await getTextHistory(one, spotOf('balancen')))?.moves).toEqual([]);
  });

  it('lets an older version stand again, as the newest', async () => {
    const { one, two } = writers();
    await write(one, SPOT, 0, 'Først.');
    await write(two, SPOT, 1, 'Siden.');
    expect(codesOf(await restoreTextVersion(one, { ...SPOT, version: 1, restore: 1 }))).toEqual(['text-changed']);
    expect(codesOf(await restoreTextVersion(one, { ...SPOT, version: 2, restore: 2 }))).toEqual([
      'unknown-text-version',
    ]);
    expect(codesOf(await restoreTextVersion(one, { ...SPOT, version: 2, restore: 5 }))).toEqual([
      'unknown-text-version',
    ]);
    expect(expectValue(await restoreTextVersion(two, { ...SPOT, version: 2, restore: 1 }))).toEqual({
      version: 3,
      status: 'draft',
      document: [said('Først.')],
    });
    expect((await getTextHistory(one, SPOT))?.entries[0]).toMatchObject({ version: 3, personName: 'Prøve to' });
    expect(await newestEvent(one, '2023/BIU/kategorier')).toMatchObject({
      before: { text: 'Siden.' },
      after: { text: 'Først.', restoredVersion: 1 },
    });
  });
});

describe('last year’s text', () => {
  /** Puts a text into the report of the year before, as it was stored then. */
  async function lastYear({ store }: Context, place: string, owner: string, status = 'approved', more: object = {}) {
    const document = [
      { kind: 'paragraph', content: [{ kind: 'figure', key: 'kategori3.antal', unit: 'usual' }] },
      said(`Sidste års ${place}.`),
    ];
    await store.writeTx((tx) =>
      tx.reportText.create({
        data: {
          fiscalYear: YEAR - 1,
          committeeCode: owner,
          place,
          content: JSON.stringify(document),
          version: 3,
          status,
          writers: '["dengang"]',
          updatedAt: '2023-03-01T10:00:00.000Z',
          updatedBy: 'dengang',
          updatedByName: 'Demo Dengang',
          ...more,
        },
      }),
    );
    return document;
  }

  it('stands beside this year’s with its author, and is taken over whole, marked until somebody changes it', async () => {
    const { one, two, context } = writers();
    const document = await lastYear(context, 'kategorier', 'BIU');
    expect((await sideOf(one)).earlier).toEqual({
      fiscalYear: 2022,
      document,
      updatedByName: 'Demo Dengang',
      updatedAt: '2023-03-01T10:00:00.000Z',
    });
    expect(expectValue(await takeOverText(one, { ...SPOT, version: 0 }))).toEqual({
      version: 1,
      status: 'draft',
      document,
    });
    expect((await sideOf(one)).text).toMatchObject({ unchangedSince: 2022, status: 'draft' });
    await approve(one, two, SPOT, 1);
    expect((await sideOf(one)).text).toMatchObject({ unchangedSince: 2022, status: 'approved' });
    await write(two, SPOT, 1, 'Skrevet om.');
    expect((await sideOf(one)).text?.unchangedSince).toBeNull();
    expect(codesOf(await takeOverText(one, { ...SPOT, version: 1 }))).toEqual(['text-changed']);
    expectValue(await takeOverText(one, { ...SPOT, version: 2 }));
    expect((await getTextHistory(one, SPOT))?.entries).toHaveLength(3);
  });

  it('is taken over for a whole committee where nothing is written, and only there', async () => {
    const { one, context } = writers();
    for (const place of ['kategorier', 'balancen', 'handleplaner']) await lastYear(context, place, 'BIU');
    await lastYear(context, 'balancen', SHARED);
    await lastYear(context, 'egenkapital', 'BIU', 'draft', { content: '[]' });
    await write(one, SPOT, 0, 'Årets egen.');
    const all = { fiscalYear: YEAR, owner: 'BIU' };
    expect(expectValue(await takeOverTexts(one, all)).taken).toEqual([
      'balancen',
      'poster-til-opfoelgning',
      'handleplaner',
    ]);
    expect((await sideOf(one)).text?.document).toEqual([said('Årets egen.')]);
    expect((await sideOf(one, 'balancen', 'shared')).text).toBeNull();
    expect(codesOf(await takeOverTexts(one, all))).toEqual(['no-earlier-text']);
    expect(codesOf(await takeOverText(one, { ...spotOf('egenkapital'), version: 0 }))).toEqual(['no-earlier-text']);
  });

  it('is that of the committee whose place this one took, and no longer of another by its old name', async () => {
    const { one, context } = writers();
    const document = await lastYear(context, 'kategorier', 'GLU');
    await lastYear(context, 'balancen', 'GLU');
    await lastYear(context, 'balancen', 'BIU', 'draft', { updatedByName: 'Demo Egen' });
    expect((await sideOf(one)).earlier).toBeNull();
    const key = { kind: 'committee', fiscalYear: YEAR };
    await one.store.writeTx((tx) => tx.succession.create({ data: { ...key, fromCode: 'GLU', toCode: 'BIU' } }));
    expect((await sideOf(one)).earlier?.document).toEqual(document);
    expect((await sideOf(one, 'balancen')).earlier?.updatedByName).toBe('Demo Egen');
    expectValue(await takeOverText(one, { ...SPOT, version: 0 }));
    await one.store.writeTx((tx) => tx.succession.create({ data: { ...key, fromCode: 'BIU', toCode: 'KFU' } }));
    expect((await sideOf(one, 'balancen')).earlier?.updatedByName).toBe('Demo Dengang');
  });

  it('that was unchanged already is as old as it is', async () => {
    const { one, context } = writers();
    await lastYear(context, 'kategorier', 'BIU', 'approved', { takenOverFrom: 2020, takenOverVersion: 3 });
    expectValue(await takeOverText(one, { ...SPOT, version: 0 }));
    expect((await sideOf(one)).text?.unchangedSince).toBe(2020);
  });

  it('that was written in somebody’s place and not approved is not theirs to approve this year', async () => {
    const { one, context } = writers();
    const substitute = of(
      person('vikar', ['secretariat'], { personId: 'fraværende', name: 'Demo Fraværende' }),
      context,
    );
    await write(substitute, SPOT, 0, 'På en andens vegne.');
    const where = { fiscalYear: YEAR, place: SPOT.place };
    const data = { fiscalYear: YEAR - 1 };
    await context.store.writeTx(async (tx) => {
      await tx.reportText.updateMany({ where, data });
      await tx.reportTextVersion.updateMany({ where, data });
    });
    expectValue(await takeOverText(one, { ...SPOT, version: 0 }));
    expectValue(await finishText(one, { ...SPOT, version: 1 }));
    const absent = of(person('fraværende', ['approver']), context);
    expect(codesOf(await approveText(absent, { ...SPOT, version: 1 }))).toEqual(['own-text']);
  });

  it('that nobody approved is still its writers’ own', async () => {
    const { one, context } = writers();
    await lastYear(context, 'kategorier', 'BIU', 'ready');
    expectValue(await takeOverText(one, { ...SPOT, version: 0 }));
    expectValue(await finishText(one, { ...SPOT, version: 1 }));
    const author = of(person('dengang', ['approver']), context);
    expect(codesOf(await approveText(author, { ...SPOT, version: 1 }))).toEqual(['own-text']);
  });
});

describe('a number that is acknowledged', () => {
  const number = { ...SPOT, number: '38 konti', context: 'Vi har 38 konti i et andet system' };

  it('is so with a reason, for that number in those words, until it is withdrawn', async () => {
    const { one, two } = writers();
    expect(codesOf(await acknowledgeFigure(one, { ...number, reason: '' }))).toEqual(['required']);
    expectValue(await acknowledgeFigure(one, { ...number, reason: 'Talt i hånden' }));
    expectValue(await acknowledgeFigure(two, { ...number, reason: 'Talt efter' }));
    const said = async () => (await getReportTexts(one, YEAR, 'BIU'))?.acknowledgements;
    expect(await said()).toEqual([
      {
        owner: 'BIU',
        place: 'kategorier',
        number: '38 konti',
        context: number.context,
        reason: 'Talt efter',
        personName: 'Prøve to',
        at: expect.any(String),
      },
    ]);
    expect(await newestEvent(one, '2023/BIU/kategorier')).toMatchObject({
      action: 'acknowledge',
      subject: 'figureAcknowledgement',
      reason: 'Talt efter',
    });
    const elsewhere = { ...number, context: 'andre ord' };
    expect(codesOf(await withdrawAcknowledgement(one, elsewhere))).toEqual(['unknown-acknowledgement']);
    expectValue(await withdrawAcknowledgement(one, number));
    expect(await said()).toEqual([]);
  });
});
