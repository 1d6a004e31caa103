import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHARED, TEXT_PLACES } from '#lib/domain/report-text.ts';
import { REPORT_FORMATS } from '#lib/domain/report-version.ts';
import { acknowledgeFigure } from './acknowledge-figure.ts';
import { compareTextVersions } from './compare-text-versions.ts';
import { countReportTexts } from './count-report-texts.ts';
import { exportReport } from './export-report.ts';
import { finishText } from './finish-text.ts';
import { getReport } from './get-report.ts';
import { getReportTexts } from './get-report-texts.ts';
import { getTextHistory } from './get-text-history.ts';
import { saveReportText } from './save-report-text.ts';
import { takeOverTexts } from './take-over-text.ts';
import { as, newestEvent, prepareStores } from './testing/demo-store.ts';
import { approve, ofCommittee, said, sideOf, spotOf, write, writersOf, YEAR } from './testing/write-texts.ts';
import { codesOf, expectValue, of } from './testing/write-verdicts.ts';

const stores = prepareStores();
const SPOT = spotOf();
const writers = () => writersOf(stores.demo());

describe('a text of the report', () => {
  it('is written, read by all who see the report, and told by the trail in words', async () => {
    const { one } = writers();
    expect(await write(one, SPOT, 0, 'Kategori 3 er faldet.')).toBe(1);
    const { text } = await sideOf(as('auditor', one));
    expect(text).toMatchObject({
      document: [said('Kategori 3 er faldet.')],
      version: 1,
      status: 'draft',
      updatedByName: 'Prøve en',
      unchangedSince: null,
    });
    expect(await newestEvent(one, '2023/BIU/kategorier')).toMatchObject({
      action: 'create',
      subject: 'reportText',
      role: 'secretariat',
      periodId: '2023-12',
      before: null,
      after: { text: 'Kategori 3 er faldet.', textStatus: 'draft' },
    });
  });

  it('changes nothing and tells nothing where what is stored is what stood there', async () => {
    const { one, two } = writers();
    const version = await write(one, SPOT, 0, 'Det samme.');
    await approve(one, two, SPOT, version);
    const events = await one.store.read.auditEvent.count();
    const saved = expectValue(await saveReportText(one, { ...SPOT, version, document: [said('Det samme.')] }));
    expect(saved).toMatchObject({ kind: 'saved', version, status: 'approved', isReopened: false });
    expect(await one.store.read.auditEvent.count()).toBe(events);
  });

  it('stands in the report, also in that of another committee where it is for all', async () => {
    const { one } = writers();
    await write(one, SPOT, 0, 'Kun for os.');
    await write(one, spotOf('kategorier', SHARED), 0, 'For alle udvalg.');
    const textOf = async (committee: string) => JSON.stringify((await getReport(one, YEAR, committee))?.document);
    expect(await textOf('BIU')).toContain('Kun for os.');
    expect(await textOf('BIU')).toContain('For alle udvalg.');
    expect(await textOf('KFU')).toContain('For alle udvalg.');
    expect(await textOf('KFU')).not.toContain('Kun for os.');
  });

  it('says nothing where only blank lines are left, and is then no text to be finished', async () => {
    const { one } = writers();
    const version = await write(one, SPOT, 0, 'Noget.');
    const blank = [said('  '), { kind: 'list', ordered: false, items: [[]] }];
    const emptied = expectValue(await saveReportText(one, { ...SPOT, version, document: blank }));
    expect(emptied).toMatchObject({ kind: 'saved', version: 2, document: [] });
    expect(codesOf(await finishText(one, { ...SPOT, version: 2 }))).toEqual(['text-not-written']);
    expect((await countReportTexts(one, YEAR)).find(({ owner }) => owner === 'BIU')?.counts).toEqual({
      missing: TEXT_PLACES.length,
      draft: 0,
      ready: 0,
      approved: 0,
    });
  });
});

describe('two who write at once', () => {
  const BASE = ['Første afsnit om konti.', 'Andet afsnit om beløb.', 'Tredje afsnit om planer.'] as const;

  it('both keep what they wrote where it is in blocks of their own', async () => {
    const { one, two } = writers();
    const begun = await write(one, SPOT, 0, ...BASE);
    await write(one, SPOT, begun, 'Første afsnit om alle konti.', BASE[1], BASE[2]);
    const document = [said(BASE[0]), said(BASE[1]), said('Tredje afsnit om nye planer.'), said('Et fjerde.')];
    const saved = expectValue(await saveReportText(two, { ...SPOT, version: begun, document }));
    expect(saved).toMatchObject({ kind: 'saved', version: begun + 2, isMerged: true });
    expect((await sideOf(one)).text?.document).toEqual([
      said('Første afsnit om alle konti.'),
      said(BASE[1]),
      said('Tredje afsnit om nye planer.'),
      said('Et fjerde.'),
    ]);
  });

  it('one person on two pages is told of nobody else, and the page knows whose the text is', async () => {
    const { one, two } = writers();
    const begun = await write(one, SPOT, 0, ...BASE);
    await write(one, SPOT, begun, 'Første afsnit om alle konti.', BASE[1], BASE[2]);
    const document = [said(BASE[0]), said(BASE[1]), said('Tredje afsnit om nye planer.')];
    const saved = expectValue(await saveReportText(one, { ...SPOT, version: begun, document }));
    expect(saved).toMatchObject({ kind: 'saved', isMerged: false });
    expect(saved.kind === 'saved' && saved.document[0]).toEqual(said('Første afsnit om alle konti.'));
    expect((await sideOf(one)).text?.isOwn).toBe(true);
    expect((await sideOf(two)).text?.isOwn).toBe(false);
  });

  it('are asked where both changed the same block, and nothing of either is stored or lost', async () => {
    const { one, two } = writers();
    const begun = await write(one, SPOT, 0, ...BASE);
    const version = await write(one, SPOT, begun, 'Første afsnit om alle konti.', BASE[1], BASE[2]);
    const mine = [said('Første afsnit om nogle konti.'), said(BASE[1]), said(BASE[2])];
    const before = await one.store.read.reportText.findMany();
    const saved = expectValue(await saveReportText(two, { ...SPOT, version: begun, document: mine }));
    expect(saved).toMatchObject({ kind: 'changed-by-another', version, byName: 'Prøve en', mine });
    if (saved.kind !== 'changed-by-another') return;
    expect(saved.theirs[0]).toEqual(said('Første afsnit om alle konti.'));
    expect(saved.pieces[0]).toEqual({
      kind: 'conflict',
      base: [said(BASE[0])],
      mine: [mine[0]],
      theirs: [saved.theirs[0]],
    });
    expect(await one.store.read.reportText.findMany()).toEqual(before);
    // Chosen, it is stored on top of the version that the writer was shown.
    expectValue(await saveReportText(two, { ...SPOT, version, document: mine }));
    expect((await sideOf(one)).text?.document).toEqual(mine);
  });

  it('are both there where their saves arrive in the same moment', async () => {
    const { one, two } = writers();
    const version = await write(one, SPOT, 0, ...BASE);
    const [left, right] = await Promise.all([
      saveReportText(one, {
        ...SPOT,
        version,
        document: [said('Første afsnit A om konti.'), said(BASE[1]), said(BASE[2])],
      }),
      saveReportText(two, {
        ...SPOT,
        version,
        document: [said(BASE[0]), said(BASE[1]), said('Tredje afsnit B om planer.')],
      }),
    ]);
    expect([expectValue(left).kind, expectValue(right).kind]).toEqual(['saved', 'saved']);
    expect((await sideOf(one)).text).toMatchObject({
      version: version + 2,
      document: [said('Første afsnit A om konti.'), said(BASE[1]), said('Tredje afsnit B om planer.')],
    });
  });

  it('take over what others wrote where they changed nothing themselves', async () => {
    const { one, two } = writers();
    const begun = await write(one, SPOT, 0, ...BASE);
    const version = await write(one, SPOT, begun, 'Nyt.');
    const saved = await saveReportText(two, { ...SPOT, version: begun, document: BASE.map(said) });
    expect(expectValue(saved)).toMatchObject({ version, isMerged: true, document: [said('Nyt.')] });
    expect((await sideOf(one)).text?.updatedByName).toBe('Prøve en');
  });

  it('make no text together that is larger than any can be', async () => {
    const { one, two } = writers();
    const middle = said('Midten.');
    const many = (word: string) => Array.from({ length: 300 }, (_, index) => said(`${word} ${index}`));
    const save = (context: typeof one, document: object[]) =>
      saveReportText(context, { ...SPOT, version: 1, document });
    expectValue(await saveReportText(one, { ...SPOT, version: 0, document: [middle] }));
    expectValue(await save(one, [...many('Før'), middle]));
    expect(codesOf(await save(two, [middle, ...many('Efter')]))).toEqual(['too-long']);
    expect((await sideOf(two)).text).toMatchObject({ version: 2 });
  });

  it('cannot begin from a version that there never was', async () => {
    const { one } = writers();
    await write(one, SPOT, 0, ...BASE);
    expect(codesOf(await saveReportText(one, { ...SPOT, version: 7, document: [said('X')] }))).toEqual([
      'unknown-text-version',
    ]);
  });
});

describe('who may', () => {
  it('write is the secretariat of the committee; the texts of all are the centre’s', async () => {
    const { context } = writers();
    const own = of(ofCommittee('biu', 'secretariat', 'BIU'), context);
    await write(own, SPOT, 0, 'Vores.');
    const shared = { ...spotOf('kategorier', SHARED), version: 0, document: [said('Alles.')] };
    expect(codesOf(await saveReportText(own, shared))).toEqual(['not-allowed']);
    expect((await sideOf(own, 'kategorier', 'shared')).may.write).toBe(false);
    const reader = of(ofCommittee('laeser', 'accountant', 'BIU'), context);
    expect(codesOf(await saveReportText(reader, { ...SPOT, version: 1, document: [] }))).toEqual(['not-allowed']);
  });

  it('see the text of another committee is nobody: it is as if it did not exist', async () => {
    const { one, context } = writers();
    await write(one, SPOT, 0, 'BIU’s hemmelighed.');
    const other = of(ofCommittee('kfu', 'secretariat', 'KFU'), context);
    expect(await getReportTexts(other, YEAR, 'BIU')).toBeNull();
    expect(await getTextHistory(other, SPOT)).toBeNull();
    expect(await compareTextVersions(other, SPOT, 0, 1)).toBeNull();
    const before = await one.store.read.reportText.findMany();
    const there = await saveReportText(other, { ...SPOT, version: 1, document: [said('X')] });
    const nowhere = await saveReportText(other, { ...spotOf('kategorier', 'XXX'), version: 1, document: [said('X')] });
    expect(there).toEqual(nowhere);
    expect(codesOf(there)).toEqual(['unknown-report']);
    expect(await one.store.read.reportText.findMany()).toEqual(before);
  });

  it('change anything is nobody once the year is locked; it can still be read', async () => {
    const { one } = writers();
    const version = await write(one, SPOT, 0, 'Låst inde.');
    await one.store.writeTx((tx) => tx.period.update({ where: { id: '2023-12' }, data: { status: 'locked' } }));
    for (const result of [
      await saveReportText(one, { ...SPOT, version, document: [said('X')] }),
      await finishText(one, { ...SPOT, version }),
      await takeOverTexts(one, { fiscalYear: YEAR, owner: 'BIU' }),
      await acknowledgeFigure(one, { ...SPOT, number: '5', context: '5', reason: 'Fordi' }),
    ]) {
      expect(codesOf(result)).toEqual(['period-locked']);
    }
    const side = await sideOf(one);
    expect(side.text?.document).toEqual([said('Låst inde.')]);
    expect(side.may).toEqual({ write: false, approve: false, return: false });
  });
});

describe('what is handed in', () => {
  const paragraph = (inline: object) => [{ kind: 'paragraph', content: [inline] }];

  it.each(['javascript:alert(1)', 'data:text/html,x', ' https://a.dk', 'https://a.dk b', '//ond.example'])(
    'is refused with the link %s',
    async (link) => {
      const { one } = writers();
      const document = paragraph({ kind: 'text', text: 'klik', link });
      expect(codesOf(await saveReportText(one, { ...SPOT, version: 0, document }))).not.toEqual([]);
      expect(await one.store.read.reportText.count({ where: { fiscalYear: YEAR } })).toBe(0);
    },
  );

  it('is refused where it is larger than any text, or no text of ours', async () => {
    const { one } = writers();
    const million = Array.from({ length: 100 }, () => said('ord '.repeat(2_500)));
    const bad = [
      million,
      [said('ord '.repeat(5_001))],
      [said(`Se ${'x'.repeat(2_001)}`)],
      Array.from({ length: 501 }, () => said('x')),
      paragraph({ kind: 'script', text: 'x' }),
      paragraph({ kind: 'footnote', content: [{ kind: 'footnote', content: [] }] }),
      'tekst',
      null,
    ];
    for (const document of bad) {
      expect(codesOf(await saveReportText(one, { ...SPOT, version: 0, document }))).not.toEqual([]);
    }
    expect(codesOf(await saveReportText(one, { ...SPOT, version: 0, document: million }))).toEqual(['too-long']);
    expect(codesOf(await saveReportText(one, { ...SPOT, place: 'forsiden', version: 0, document: [] }))).not.toEqual(
      [],
    );
    expect(await one.store.read.reportText.count({ where: { fiscalYear: YEAR } })).toBe(0);
  });

  it('comes back as it was typed, whatever it was, with its link', async () => {
    const { one } = writers();
    const attacks = [
      '<script>alert(1)</script>',
      '{{kategori3.antal}}',
      '=1+1',
      "'; DROP TABLE x; --",
      'højre\u202etil',
    ];
    const text = fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }));
    const typed = text
      .map((words) => words.toWellFormed())
      .filter((words) => /\S/.test(words) && !/\p{Cc}/u.test(words));
    await fc.assert(
      fc.asyncProperty(typed, fc.webUrl({ validSchemes: ['https', 'http'] }), async (words, link) => {
        const version = (await sideOf(one)).text?.version ?? 0;
        const document = paragraph({ kind: 'text', text: words, bold: true, link });
        expectValue(await saveReportText(one, { ...SPOT, version, document }));
        expect((await sideOf(one)).text?.document).toEqual(document);
      }),
      { numRuns: 25 },
    );
  });

  it('is stored without what no file can hold, and without what is no part of a text', async () => {
    const { one } = writers();
    const document = paragraph({ kind: 'text', text: 'a\u0000b\ud800c\td', style: 'color:red' });
    expectValue(await saveReportText(one, { ...SPOT, version: 0, document }));
    expect((await sideOf(one)).text?.document).toEqual(paragraph({ kind: 'text', text: 'ab�c\td' }));
  });

  it('says in each file also where a link or a key came with what no file can hold', async () => {
    const { one } = writers();
    const link = { kind: 'text', text: 'her', link: 'https://kommune.dk/\u0001sag\ud800' } as const;
    const figure = { kind: 'figure', key: 'kategori\u00019\ud800', unit: 'usual' } as const;
    const document = [{ kind: 'paragraph', content: [link, figure] }];
    expectValue(await saveReportText(one, { ...SPOT, version: 0, document }));
    for (const format of REPORT_FORMATS) {
      expect((await exportReport(one, YEAR, 'BIU', format))?.bytes.length, format).toBeGreaterThan(1_000);
    }
    const html = new TextDecoder().decode((await exportReport(one, YEAR, 'BIU', 'html'))?.bytes);
    expect(html).toContain('href="https://kommune.dk/sag�"');
    expect(html).toContain('kategori9�');
  });
});
