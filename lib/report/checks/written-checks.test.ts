import { describe, expect, test } from 'vitest';
import type { Finding } from '#lib/domain/finding.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { AccountMovement } from '#lib/domain/register.ts';
import type { ReportText, TextDocument } from '#lib/domain/report-text.ts';
import { buildReport, checkReport } from '../build-report.ts';
import { NO_EXTRAS, type ReportExtras } from '../extras.ts';
import { readLastYear } from '../last-year.ts';
import { CHECK_IDS } from '../model.ts';
import { ANY_INSTALLATION } from '../testing/arbitrary.ts';
import { failingIn, readyState } from '../testing/ready-state.ts';
import { build, findingOf, lineOf, smallState } from '../testing/small-state.ts';

/** A personal number that fits modulus 11, and one that does not: both made up for tests. */
const CERTAIN = '0707610050';
const SUSPECTED = '0707610010';

const paragraph = (text: string): TextDocument => [{ kind: 'paragraph', content: [{ kind: 'text', text }] }];

function textOf(parts: Partial<ReportText>): ReportText {
  return {
    fiscalYear: 2023,
    owner: 'BIU',
    place: 'kategorier',
    document: paragraph('Der er ryddet op.'),
    version: 1,
    status: 'approved',
    unchangedSince: null,
    updatedByName: 'Demo Skriver',
    updatedAt: '2024-02-01T08:00:00.000Z',
    assigneeId: null,
    deadline: null,
    ...parts,
  };
}

function failingWith(extras: Partial<ReportExtras>, change: (state: MunicipalityState) => void = () => {}) {
  const state = readyState();
  change(state);
  return failingIn(buildReport(state, ANY_INSTALLATION, 'BIU', { ...NO_EXTRAS, ...extras }));
}

test('the checks alone are those of the whole report, with texts and without', () => {
  for (const texts of [[], [textOf({ document: paragraph('I alt 123.456 kr.') })]]) {
    const extras = { ...NO_EXTRAS, texts };
    const { status, checks } = buildReport(readyState(), ANY_INSTALLATION, 'BIU', extras);
    expect(checkReport(readyState(), ANY_INSTALLATION, 'BIU', extras)).toMatchObject({ status, checks });
  }
});

test('the checks come in their order, each once', () => {
  expect(build(readyState()).checks.map(({ id }) => id)).toEqual([...CHECK_IDS]);
});

describe('texts', () => {
  test.each<[string, Partial<ReportText>, string[]]>([
    ['approved', {}, []],
    ['begun', { status: 'draft' }, ['tekster']],
    ['begun, by the centre', { status: 'draft', owner: '' }, ['tekster']],
    ['emptied again', { status: 'draft', document: paragraph(' ') }, []],
    ['given to somebody', { status: 'draft', document: [], version: 0, assigneeId: 'x' }, ['tekster']],
    ['ready', { status: 'ready' }, ['tekster-godkendelse']],
    ['taken over and ready', { status: 'ready', unchangedSince: 2022 }, ['tekster-godkendelse', 'tekster-uaendrede']],
    ['taken over and approved', { unchangedSince: 2022 }, []],
  ])('%s', (_name, parts, ids) => {
    const failing = failingWith({ texts: [textOf(parts)] });
    expect([...failing.keys()]).toEqual(ids);
    for (const check of failing.values()) {
      expect(check.severity).toBe(check.id === 'tekster' ? 'blocking' : 'warning');
      expect(check.subjects).toEqual(['kategorier']);
      expect(check.places).toMatchObject([{ kind: 'text', place: 'kategorier', owner: parts.owner ?? 'BIU' }]);
    }
  });

  test('come in the order of the report', () => {
    const texts = (['egenkapital', 'indledning', 'handleplaner'] as const).map((place) =>
      textOf({ place, status: 'draft' }),
    );
    expect(failingWith({ texts }).get('tekster')?.subjects).toEqual(['indledning', 'handleplaner', 'egenkapital']);
  });
});

describe('personal numbers', () => {
  const MOVEMENT: AccountMovement = {
    committee: 'BIU',
    account: '95900001',
    imFunction: '9.52.59',
    name: 'Mellemregning',
    text: 'Periodisering',
    amount: 100n,
    explanation: '',
    documentation: 'Bilag 12',
  };
  const inFinding = (parts: Partial<Finding>) => (state: MunicipalityState) => {
    Object.assign(state.reconciliations.get('95900001')?.findings[0] ?? {}, parts);
  };
  const inLine = (parts: Partial<AccountMovement>) => (state: MunicipalityState) => {
    state.registers['periodiserede-poster'] = [lineOf<'periodiserede-poster'>({ ...MOVEMENT, ...parts })];
  };
  const step = { activity: 'Ryk', deadline: '2024-03-31', consequence: 'Risiko' };

  test.each<[string, (state: MunicipalityState) => void, object]>([
    ['a problem', inFinding({ problem: `Borger ${CERTAIN}` }), { note: '070761-•••• i problem' }],
    ['a responsible', inFinding({ responsible: `A1 ${SUSPECTED}` }), { note: '070761-•••• i ansvarlig' }],
    [
      'an activity',
      inFinding({ steps: [{ ...step, activity: `Ring til 070761-0010` }] }),
      { kind: 'finding', account: '95900001', committee: 'BIU', note: '070761-•••• i aktivitet' },
    ],
    [
      'a consequence',
      inFinding({ steps: [{ ...step, consequence: SUSPECTED }] }),
      { note: '070761-•••• i konsekvens' },
    ],
    ["a register's text", inLine({ text: SUSPECTED }), { kind: 'register', register: 'periodiserede-poster' }],
    ["a line's reference", inLine({ documentation: CERTAIN }), { note: '070761-•••• i dokumentation' }],
    [
      "an account's name",
      (state) => Object.assign(state.accounts.find(({ number }) => number === '95900001') ?? {}, { name: CERTAIN }),
      { kind: 'account', account: '95900001', note: '070761-•••• i kontonavn' },
    ],
  ])('in %s', (_name, change, place) => {
    const failing = failingWith({}, change);
    expect([...failing.keys()]).toEqual(['cpr']);
    expect(failing.get('cpr')).toMatchObject({ severity: 'blocking', count: 1, places: [place] });
    expect(JSON.stringify([...failing.values()])).not.toContain(CERTAIN.slice(-4));
    expect(JSON.stringify([...failing.values()])).not.toContain(SUSPECTED.slice(-4));
  });

  test('in a text, also broken over bold words, in lists, tables and footnotes', () => {
    const [first, last] = [CERTAIN.slice(0, 6), CERTAIN.slice(6)];
    const words = [
      { kind: 'text' as const, text: first },
      { kind: 'text' as const, text: last, bold: true as const },
    ];
    const documents: TextDocument[] = [
      [{ kind: 'paragraph', content: words }],
      [{ kind: 'list', ordered: false, items: [[], words] }],
      [{ kind: 'table', head: true, rows: [[[], words]] }],
      [{ kind: 'paragraph', content: [{ kind: 'footnote', content: words }] }],
    ];
    for (const document of documents) {
      expect(failingWith({ texts: [textOf({ document })] }).get('cpr')).toMatchObject({
        count: 1,
        places: [{ kind: 'text', place: 'kategorier', note: '070761-••••' }],
      });
    }
  });

  describe('in a text with choices, read as each of their wordings prints', () => {
    const rest = CERTAIN.slice(6);
    const chosen = (rise: string, fall: string, none = '') => ({
      kind: 'choice' as const,
      key: 'kategori1.antal',
      choice: { by: 'change' as const, rise, fall, none },
    });
    const said = (text: string) => ({ kind: 'text' as const, text });
    const figure = (key: string) => ({ kind: 'figure' as const, key, unit: 'usual' as const });
    const countIn = (...content: Extract<TextDocument[number], { kind: 'paragraph' }>['content']) =>
      failingWith({ texts: [textOf({ document: [{ kind: 'paragraph', content }] })] }).get('cpr')?.count ?? 0;

    test.each<[string, Parameters<typeof countIn>, number]>([
      ['the date beside it, the rest in one wording', [said('Borger 070761-'), chosen('', rest)], 1],
      ['the rest beside it, in bold', [chosen('070761', 'x'), { ...said(`-${rest}`), bold: true }], 1],
      [
        'over two choices side by side',
        [chosen('x', '070761'), { ...chosen(` ${rest}`, 'y'), key: 'kategori2.antal' }],
        1,
      ],
      ['over an empty wording between', [said('070761'), chosen('uændret', '', 'x'), said(rest)], 1],
      ['over three pieces of a few digits', [said('07'), chosen('0761', ''), chosen('00', ''), said('50')], 1],
      ['over the mark of a footnote', [said('070761'), { kind: 'footnote', content: [said('x')] }, said(rest)], 1],
      ['whole in two wordings', [chosen(`Borger ${CERTAIN}.`, `for ${CERTAIN} er`, 'ingen')], 2],
      ['at the end of a wording, before other words', [chosen(`Borger ${CERTAIN}`, 'x'), said(' og flere')], 1],
      ['of one wording beside what is no number', [said('1070761'), chosen(rest, 'x')], 0],
      ['where the next digit makes it a longer number', [said('070761'), chosen(rest, rest), said('7')], 0],
      ['of two wordings that never stand together', [chosen('070761', rest)], 0],
      ['with a figure between', [said('070761'), figure('kategori1.antal'), said(rest)], 0],
      ['in the key of a figure, which nobody reads', [figure(`konto-${CERTAIN}.opfoelgning`)], 0],
    ])('%s', (_name, content, count) => {
      expect(countIn(...content)).toBe(count);
    });

    test('however many ways there are to choose', () => {
      const many = Array.from({ length: 2_000 }, (_, at) => chosen(String(at % 10), '07', '1 2'));
      expect(countIn(...many, said('x'))).toBeGreaterThan(0);
    });
  });

  test('in the address of a link', () => {
    const linked = (number: string): TextDocument => [
      { kind: 'paragraph', content: [{ kind: 'text', text: 'her', link: `https://example.org/${number}` }] },
    ];
    for (const number of [CERTAIN, '070761-0010']) {
      expect(failingWith({ texts: [textOf({ document: linked(number) })] }).get('cpr')).toMatchObject({
        count: 1,
        places: [{ kind: 'text', place: 'kategorier', note: '070761-•••• i link' }],
      });
    }
    expect([...failingWith({ texts: [textOf({ document: linked(SUSPECTED) })] }).keys()]).toEqual(['cpr-mulige']);
  });

  test('two cells side by side are no number together', () => {
    const cell = (text: string) => [{ kind: 'text' as const, text }];
    const document: TextDocument = [{ kind: 'table', head: false, rows: [[cell('070761'), cell('0050')]] }];
    expect([...failingWith({ texts: [textOf({ document })] }).keys()]).toEqual(['loese-tal-mulige']);
  });

  test('in names of documents on the accounts and controls of the committee, not on others', () => {
    const control = {
      committee: 'BIU',
      sourceSystem: 'KY',
      receiver: 'ERP',
      difference: 0n,
      responsible: '',
      activity: '',
      deadline: '',
      consequence: '',
    };
    const failing = (parts: { account?: string; lineId?: number; name?: string }) =>
      failingWith(
        { attachmentNames: [{ name: `Brev ${CERTAIN}.pdf`, account: null, committee: null, lineId: null, ...parts }] },
        (state) => {
          state.registers.systemafstemninger = [{ ...lineOf<'systemafstemninger'>(control), id: 7 }];
        },
      );
    expect(failing({ account: '95900001' }).get('cpr')).toMatchObject({
      places: [{ kind: 'document', account: '95900001', note: 'Brev 070761-••••.pdf' }],
    });
    expect(failing({ lineId: 7 }).get('cpr')).toMatchObject({
      places: [{ kind: 'document', account: null, register: 'systemafstemninger' }],
    });
    expect(failing({ account: '95900002' }).size).toBe(0);
    expect(failing({ lineId: 8 }).size).toBe(0);
  });

  test('ten digits that may be a voucher only warn in a name or a reference', () => {
    for (const change of [
      inLine({ documentation: `Bilag ${SUSPECTED}` }),
      (state: MunicipalityState) => {
        Object.assign(state.accounts[0] ?? {}, { name: `Depositum ${SUSPECTED}` });
      },
    ]) {
      const failing = failingWith({}, change);
      expect([...failing.keys()]).toEqual(['cpr-mulige']);
      expect(failing.get('cpr-mulige')).toMatchObject({ severity: 'warning', count: 1 });
    }
    expect([...failingWith({}, inLine({ documentation: '070761-0010' })).keys()]).toEqual(['cpr']);
  });

  test('in what the list of amounts older than one year prints of the findings of other committees', () => {
    const other = (postedOn: string, parts: Partial<Finding>) => (state: MunicipalityState) => {
      const finding = findingOf([[postedOn, 100n]], { committee: 'ØU', ...parts });
      state.reconciliations.get('95900002')?.findings.push(finding);
    };
    const place = { kind: 'finding', account: '95900002', committee: 'ØU' };
    for (const [field, parts] of [
      ['tema', { theme: `Sag ${SUSPECTED}` }],
      ['ansvarlig', { responsible: `A1 ${CERTAIN}/B2` }],
    ] as const) {
      expect(failingWith({}, other('2022-06-01', parts)).get('cpr')).toMatchObject({
        count: 1,
        places: [{ ...place, note: `070761-•••• i ${field}` }],
      });
      // It has nothing so old: the list does not print it.
      expect(failingWith({}, other('2023-06-01', parts)).get('cpr')).toBeUndefined();
    }
    // Nor does it print who is named after the first.
    expect(failingWith({}, other('2022-06-01', { responsible: `A1/${CERTAIN}` })).get('cpr')).toBeUndefined();
  });

  test('in the same order, in whichever the findings of one account are', () => {
    const theme = `Sag ${SUSPECTED}`;
    const committees = ['ØU', 'SOU'];
    const placesOf = (order: string[]) =>
      failingWith({}, (state) => {
        const findings = order.map((committee) => findingOf([['2022-06-01', 100n]], { committee, theme }));
        state.reconciliations.get('95900002')?.findings.push(...findings);
      }).get('cpr')?.places;
    expect(placesOf(committees)).toHaveLength(2);
    expect(placesOf(committees.toReversed())).toEqual(placesOf(committees));
  });

  test('a plan of another committee, a step that was dropped and an account number are not looked at', () => {
    const dropped = {
      ...step,
      activity: CERTAIN,
      outcome: { state: 'dropped' as const, on: '2024-01-01', reason: '' },
    };
    expect(failingWith({}, inFinding({ steps: [step, dropped] })).size).toBe(0);
    expect(
      failingWith({}, (state) => {
        state.reconciliations
          .get('95900002')
          ?.findings.push(findingOf([['2023-06-01', 100n]], { committee: 'ØU', problem: CERTAIN }));
      }).size,
    ).toBe(0);
  });
});

describe('the year before', () => {
  /** Of 2022: three accounts, one with 50 kr. in category 2 and one with 20 kr. in category 3. */
  const lastYear = () =>
    smallState(
      [
        { number: '1', balance: 10_000n, findings: [findingOf([['2022-06-01', 5_000n]])] },
        { number: '2', balance: -10_000n, findings: [findingOf([['2022-06-01', 2_000n]], { category: 3 })] },
        { number: '3' },
      ],
      '2022-12',
    );
  /** By hand: the balance is 0, so category 1 has minus the 70 kr. that the others have for follow-up. */
  const FIGURES = [
    { category: 1, accounts: 1, net: -7_000n },
    { category: 2, accounts: 1, net: 5_000n },
    { category: 3, accounts: 1, net: 2_000n },
  ] as const;

  const openingWith = (before: MunicipalityState | null, figures: readonly (typeof FIGURES)[number][]) =>
    failingWith({ lastYear: before && readLastYear(before) }, (state) => {
      state.registers.sammenligningstal = figures.map((content) => lineOf<'sammenligningstal'>(content));
    });

  test('is what its own report says', () => {
    expect(openingWith(lastYear(), FIGURES).size).toBe(0);
  });

  test.each<[string, (figure: (typeof FIGURES)[number]) => object]>([
    ['one øre', (figure) => (figure.category === 2 ? { ...figure, net: 5_001n } : figure)],
    ['one account', (figure) => (figure.category === 2 ? { ...figure, accounts: 2 } : figure)],
  ])('is off by %s', (_name, change) => {
    const check = openingWith(lastYear(), FIGURES.map(change) as unknown as typeof FIGURES).get('primo');
    expect(check).toMatchObject({ severity: 'blocking', count: 1, subjects: ['sammenligningstal'] });
    expect(check?.places[0]?.note).toContain('Kategori 2');
  });

  test('has a report and no figures here', () => {
    expect(openingWith(lastYear(), []).get('primo')?.count).toBe(3);
  });

  test('opens the bridge with items that its report leaves out', () => {
    const before = lastYear();
    const known = before.reconciliations.get('1');
    if (known) before.reconciliations.set('9', { ...known, account: '9', findings: [findingOf([['2022-06-01', 1n]])] });
    expect(openingWith(before, FIGURES).get('primo')?.message).toContain('Broen fra 2022-12 åbner med 70,01 kr.');
  });

  test('is not held, or not done: nothing to hold the figures against', () => {
    const undone = lastYear();
    undone.reconciliations.delete('3');
    for (const before of [null, undone]) expect(openingWith(before, []).size).toBe(0);
  });
});
