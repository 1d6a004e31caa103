import { describe, expect, it } from 'vitest';
import type { Finding } from '#lib/domain/finding.ts';
import type { CommitteeRedaction, Redaction } from '#lib/domain/report-version.ts';
import { tellEdition } from '#lib/render/version-facts.ts';
import { buildReport } from './build-report.ts';
import { openEdition } from './edition.ts';
import { NO_EXTRAS, type ReportExtras } from './extras.ts';
import { findMentions } from './find-mentions.ts';
import { freezeModel, thawModel } from './frozen-model.ts';
import type { ReportModel } from './model.ts';
import { ANY_INSTALLATION } from './testing/arbitrary.ts';
import { findingOf, rowsOf, smallState, totalOf } from './testing/small-state.ts';
import { writtenText } from './testing/written-text.ts';

const OLD = '2022-06-30';
const KR = 100n;
const LAW = 'lovens § 1';
const BIU = { committee: 'BIU', ground: LAW };
const RESPONSIBLE: CommitteeRedaction = { ...BIU, kind: 'column', target: 'handleplaner.ansvarlig' };
const ACCOUNTS: CommitteeRedaction = { ...BIU, kind: 'column', target: 'handleplaner.konto' };
const FINDING: CommitteeRedaction = { ...BIU, kind: 'finding', target: '95900001' };

/** BIU's on 95900001 is of A1 and KSD; ØU's are of A2 in the same function, and of A1 and KSD in another. */
const stateOf = (...more: [number: string, kr: bigint, parts: Partial<Finding>][]) =>
  smallState(
    (
      [
        ['95900001', 7_000n, { responsible: 'A1/KS', theme: 'KSD' }],
        ['95900002', 3_000n, { committee: 'ØU', responsible: 'A2' }],
        ['92800003', 5_000n, { committee: 'ØU', responsible: 'A1', theme: 'KSD' }],
        ...more,
      ] satisfies [string, bigint, Partial<Finding>][]
    ).map(([number, kr, parts]) => ({
      number,
      imFunction: number.startsWith('928') ? '9.28.15' : '9.52.59',
      findings: [findingOf([[OLD, kr * KR]], parts)],
    })),
  );

const reportOf = (
  committee: string,
  redactions: readonly CommitteeRedaction[],
  { state = stateOf(), ...extras }: Partial<ReportExtras> & { state?: ReturnType<typeof stateOf> } = {},
): ReportModel => {
  const own = redactions.filter((each) => each.committee === committee);
  return buildReport(state, ANY_INSTALLATION, committee, {
    ...NO_EXTRAS,
    ...extras,
    redactions: own.map(({ committee: _, ...redaction }): Redaction => redaction),
    othersRedactions: redactions.filter((each) => each.committee !== committee),
  });
};

const LIST = 'aeldre-end-1-aar';
const notesOf = ({ document }: ReportModel) =>
  document.flatMap((block) =>
    block.kind === 'table' && block.table === LIST ? block.notes.map(({ text }) => text) : [],
  );

describe('what one committee leaves out, in another’s open edition', () => {
  it('is the unit of its rows: the amounts and the total stand, and page and front say so', () => {
    const whole = reportOf('ØU', [RESPONSIBLE]);
    const open = openEdition(whole);
    expect(rowsOf(whole, LIST)).toEqual([
      ['9.28.15', 'A1, KSD', '5', ''],
      ['9.52.59', 'A1, KSD', '7', ''],
      ['9.52.59', 'A2', '3', ''],
    ]);
    // Last of its function: in its place the alphabet would tell where its name lies.
    expect(rowsOf(open, LIST)).toEqual([
      ['9.28.15', 'A1, KSD', '5', ''],
      ['9.52.59', 'A2', '3', ''],
      ['9.52.59', '[udeladt]', '7', ''],
    ]);
    expect(totalOf(open, LIST)).toEqual(totalOf(whole, LIST));
    const note = `I en række er forvaltning og tema udeladt af den åbne udgave efter ${LAW}. Beløbene er med.`;
    expect(notesOf(open)).toContain(note);
    expect(notesOf(whole)).not.toContain(note);
    expect(tellEdition(open)).toBe(
      `Åben udgave: forvaltning og tema i 1 række af ”Beløb til opfølgning, der er ældre end ét år, i hele kommunen” er udeladt efter ${LAW}. Alle summer er hele.`,
    );
    expect(tellEdition(whole)).toMatch(/^Lukket udgave/);
    expect(JSON.stringify(open.across)).not.toMatch(/KSD|9\.52\.59/);
  });

  it('leaves the whole column out of its own, as before', () => {
    const open = openEdition(reportOf('BIU', [RESPONSIBLE]));
    expect(rowsOf(open, LIST)).toEqual([
      ['9.28.15', '', '5', ''],
      ['9.52.59', '', '3', ''],
      ['9.52.59', '', '7', ''],
    ]);
    expect(open.across).toBeUndefined();
  });

  it('takes with a finding the unit of a row of nothing but such findings, in every open edition', () => {
    for (const committee of ['BIU', 'ØU']) {
      expect(rowsOf(openEdition(reportOf(committee, [FINDING])), LIST)).toContainEqual([
        '9.52.59',
        '[udeladt]',
        '7',
        '',
      ]);
    }
    // Beside another of the same unit it tells nothing of its own.
    const beside = stateOf(['95900004', 1_000n, { committee: 'ØU', responsible: 'A1/X', theme: 'KSD' }]);
    for (const committee of ['BIU', 'ØU']) {
      const open = openEdition(reportOf(committee, [FINDING], { state: beside }));
      expect(rowsOf(open, LIST)).toContainEqual(['9.52.59', 'A1, KSD', '8', '']);
      expect(tellEdition(open).includes('række')).toBe(false);
    }
  });

  it('is named by no check and no field of a text, and pointed out where people wrote it', () => {
    const state = stateOf(['95900005', 1n, {}]);
    const reconciliation = state.reconciliations.get('95900001');
    if (reconciliation) reconciliation.workflow = { ...reconciliation.workflow, status: 'submitted' };
    const texts = [
      writtenText(
        [
          {
            kind: 'paragraph',
            content: [
              { kind: 'figure', key: 'handleplaner.95900001.opfoelgning', unit: 'kr.' },
              { kind: 'text', text: ' er omtalt.' },
            ],
          },
        ],
        { place: 'handleplaner', owner: '' },
      ),
    ];
    for (const redaction of [FINDING, ACCOUNTS]) {
      const whole = reportOf('ØU', [redaction], { state, texts });
      expect(JSON.stringify([whole.document, whole.checks]).split('95900001').length).toBeGreaterThan(3);
      expect(JSON.stringify(openEdition(whole))).not.toContain('95900001');
    }
    const prose = [
      writtenText([{ kind: 'paragraph', content: [{ kind: 'text', text: 'Som på KONTO 95900001.' }] }], {
        place: 'handleplaner',
        owner: 'ØU',
      }),
    ];
    expect(findMentions(reportOf('ØU', [FINDING], { texts: prose }))).toEqual([
      { where: { kind: 'text', place: 'handleplaner' }, account: '95900001', words: '95900001' },
    ]);
    expect(findMentions(reportOf('ØU', [], { texts: prose }))).toEqual([]);
  });

  it('leaves a report as it was that tells nothing of it, and is frozen with one that does', () => {
    const newer = smallState([
      { number: '95900001', findings: [findingOf([['2023-06-30', 7_000n * KR]])] },
      { number: '95900002', findings: [findingOf([[OLD, 3_000n * KR]], { committee: 'ØU', responsible: 'A2' })] },
    ]);
    expect(reportOf('ØU', [RESPONSIBLE, FINDING], { state: newer })).toEqual(reportOf('ØU', [], { state: newer }));
    const whole = reportOf('ØU', [RESPONSIBLE]);
    const thawed = thawModel(freezeModel(whole, { number: 1, madeOn: '2024-03-01', reason: '' }, ''));
    expect(thawed && rowsOf(openEdition(thawed), LIST)).toEqual(rowsOf(openEdition(whole), LIST));
  });
});
