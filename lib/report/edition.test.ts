import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { TransferControl } from '#lib/domain/register.ts';
import type { Redaction } from '#lib/domain/report-version.ts';
import { buildReport } from './build-report.ts';
import { openEdition, redactableColumns } from './edition.ts';
import { NO_EXTRAS } from './extras.ts';
import { listFigures } from './figures/list-figures.ts';
import { findMentions } from './find-mentions.ts';
import { type Block, isMoney, type ReportModel, type TableId, tableOf } from './model.ts';
import { DEMO_INSTALLATION, loadDemo } from './testing/load-demo.ts';
import { lineOf, rowsOf, textUnder, totalOf } from './testing/small-state.ts';
import { capitalize } from './texts/words.ts';

const LAW = 'offentlighedslovens § 30, nr. 2';
const state = loadDemo();
const build = (redactions: Redaction[], committee = 'BIU') =>
  buildReport(state, DEMO_INSTALLATION, committee, { ...NO_EXTRAS, redactions });
const finding = (target: string, ground = LAW): Redaction => ({ kind: 'finding', target, ground });
const column = (target: string, ground = LAW): Redaction => ({ kind: 'column', target, ground });

const cardsOf = (model: ReportModel) =>
  model.document.flatMap((block) => (block.kind === 'plans' ? block.group.functions.flatMap((one) => one.cards) : []));
const paragraphs = (model: ReportModel) =>
  model.document.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
const richOf = (text: string, figure?: string): Block => ({
  kind: 'rich',
  place: 'handleplaner',
  owner: 'BIU',
  blocks: [{ kind: 'paragraph', runs: [figure === undefined ? { text } : { text, figure }] }],
  notes: [],
});

const withControls = (
  controls: Pick<TransferControl, 'sourceSystem' | 'receiver' | 'difference'>[],
): MunicipalityState => ({
  ...state,
  registers: {
    ...state.registers,
    systemafstemninger: controls.map((control) =>
      lineOf<'systemafstemninger'>({
        committee: 'BIU',
        activity: 'Ryk',
        responsible: 'BIF',
        deadline: '2024-06-30',
        consequence: 'Risiko',
        ...control,
      }),
    ),
  },
});

describe('the open edition', () => {
  it('is the whole report where nothing is left out', () => {
    const model = build([]);
    expect(openEdition(model)).toEqual({ ...model, edition: 'open' });
  });

  it('has a finding nowhere, says that a plan is left out and why, and counts its amount as before', () => {
    const whole = build([finding('95900015')]);
    const open = openEdition(whole);
    expect(JSON.stringify(whole)).toContain('95900015');
    expect(JSON.stringify(open)).not.toContain('95900015');
    expect(cardsOf(open)).toHaveLength(cardsOf(whole).length - 1);
    expect(rowsOf(open, 'handleplaner')).toHaveLength(rowsOf(whole, 'handleplaner').length - 1);
    expect(paragraphs(open)).toContain(
      `En handleplan i kategori 2 er udeladt af den åbne udgave efter ${LAW}. Beløbet indgår i rapportens tabeller.`,
    );
    for (const id of ['kategorier', 'tabel-1-1', 'tabel-2-1'] as TableId[]) {
      expect(tableOf(open, id)).toEqual(tableOf(whole, id));
    }
    // It is alone in its row of the list of older amounts, whose unit would tell its theme.
    const listOf = (model: ReportModel) => tableOf(model, 'aeldre-end-1-aar').rows;
    const own = listOf(whole).filter(([code, unit]) => code === '9.52.59' && unit === 'BIF, KSD');
    expect(own).toHaveLength(1);
    expect(listOf(open).filter((row) => !listOf(whole).some((one) => one.join() === row.join()))).toEqual(
      own.map(([code, , ...amounts]) => [code, '[udeladt]', ...amounts]),
    );
    expect(totalOf(open, 'aeldre-end-1-aar')).toEqual(totalOf(whole, 'aeldre-end-1-aar'));
    expect(open.redactions).toEqual([{ kind: 'finding', target: '', ground: LAW }]);
  });

  it('tells each ground by itself, and no theme under which nothing is left', () => {
    const cards = cardsOf(build([]));
    const group = build([]).document.flatMap((block) =>
      block.kind === 'plans' && block.group.theme ? [block.group] : [],
    )[0];
    const accounts = group?.functions.flatMap((one) => one.cards.map(({ account }) => account)) ?? [];
    expect(accounts.length).toBeGreaterThan(1);
    expect(accounts.length).toBeLessThan(cards.length);
    const open = openEdition(
      build(accounts.map((account, index) => finding(account, index === 0 ? 'lov A' : 'lov B'))),
    );
    const headings = open.document.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).not.toContain(`Kategori ${group?.category}: ${group?.theme}`);
    expect(
      paragraphs(open)
        .filter((text) => text.includes('udeladt'))
        .map((text) => /efter lov (.)/.exec(text)?.[1]),
    ).toEqual(['A', 'B']);
  });

  it('leaves a column blank in table and cards with a note, and its total as it is', () => {
    const whole = build([
      column('handleplaner.ansvarlig'),
      column('handleplaner.deadline', 'lov B'),
      column('afskrivninger-drift.beloeb'),
    ]);
    const open = openEdition(whole);
    expect(
      cardsOf(open).every(
        ({ responsible, steps }) => responsible === '' && steps.every(({ deadline }) => deadline === ''),
      ),
    ).toBe(true);
    expect(cardsOf(open).map(({ problem }) => problem)).toEqual(cardsOf(whole).map(({ problem }) => problem));
    expect(rowsOf(open, 'handleplaner').every((row) => row[10] === '' && row[11] === '')).toBe(true);
    expect(rowsOf(whole, 'afskrivninger-drift').some((row) => row[4] !== '')).toBe(true);
    expect(rowsOf(open, 'afskrivninger-drift').every((row) => row[4] === '')).toBe(true);
    expect(totalOf(open, 'afskrivninger-drift')).toEqual(totalOf(whole, 'afskrivninger-drift'));
    const noted = open.document.flatMap((block) =>
      block.kind === 'table' && block.table === 'afskrivninger-drift' ? block.notes : [],
    );
    expect(noted.at(-1)).toMatchObject({
      column: 'beloeb',
      text: `Kolonnens indhold er udeladt af den åbne udgave efter ${LAW}.`,
    });
    expect(paragraphs(open)).toContain(`I den åbne udgave er ”Ansvarlig” udeladt af handleplanerne efter ${LAW}.`);
    expect(paragraphs(open)).toContain('I den åbne udgave er ”Deadline” udeladt af handleplanerne efter lov B.');
  });

  it('states in no sentence on controls of transfers what is left out of their table', () => {
    const controls = withControls([
      { sourceSystem: 'KY', receiver: 'Opus Debitor', difference: -401_300n },
      { sourceSystem: 'KSD', receiver: 'Kvantum', difference: 30n },
      { sourceSystem: 'KP', receiver: 'Kvantum', difference: 0n },
      { sourceSystem: 'Navision', receiver: 'Borgerdata', difference: 1_234_500n },
    ]);
    const saidOf = (...redactions: Redaction[]) => {
      const open = openEdition(buildReport(controls, DEMO_INSTALLATION, 'BIU', { ...NO_EXTRAS, redactions }));
      return textUnder(open, 'dataoverfoersler');
    };
    expect(saidOf()).toContain('KY har en difference på -4.013 kr.');
    const amounts = saidOf(column('systemafstemninger.difference'));
    expect(amounts).not.toMatch(/4\.013|12\.345|under 1 kr/);
    for (const words of [
      'KY har en difference.',
      'KSD har en difference.',
      'stemmer: KP.',
      'Borgerdata: Navision har en',
    ])
      expect(amounts).toContain(words);
    expect(amounts).toContain(`I den åbne udgave er ”Difference” udeladt af afsnittet efter ${LAW}.`);
    for (const name of ['fagsystem', 'modtager']) {
      const said = saidOf(column(`systemafstemninger.${name}`));
      expect(said).not.toMatch(/KY|KSD|KP|Navision|Borgerdata|4\.013/);
      expect(said).toContain(`I den åbne udgave er ”${capitalize(name)}” udeladt af afsnittet efter ${LAW}.`);
    }
    expect(saidOf(column('systemafstemninger.ansvarlig'))).toContain('KY har en difference på -4.013 kr.');
  });

  it('states no net of some movements only where their amounts are left out, nor names documents that are', () => {
    const saidOf = (documents: string[], ...redactions: Redaction[]) => {
      const lines = documents.map((documentation, index) =>
        lineOf<'periodiserede-poster'>({
          ...{ committee: 'BIU', account: `9590000${index}`, imFunction: '9.52.59', name: 'x', text: 'y' },
          ...{ amount: BigInt(index + 1) * 5_000_000n, explanation: '', documentation },
        }),
      );
      const registers = { ...state.registers, 'periodiserede-poster': lines };
      const model = buildReport({ ...state, registers }, DEMO_INSTALLATION, 'BIU', { ...NO_EXTRAS, redactions });
      return textUnder(openEdition(model), 'periodiserede-poster').split('\n')[0];
    };
    const whole = saidOf(['', 'Bilag 7', 'Bilag 8']);
    expect(whole).toMatch(/Beløbet er netto 300 t\.kr\. 1 af dem mangler dokumentation, netto 50 t\.kr\.$/);
    const open = saidOf(['', 'Bilag 7', 'Bilag 8'], column('periodiserede-poster.beloeb'));
    expect(open).toMatch(/Beløbet er netto 300 t\.kr\. 1 af dem mangler dokumentation\.$/);
    expect(saidOf(['', 'Bilag 7'], column('egenkapital.beloeb'))).toMatch(/, netto 50 t\.kr\.$/);
    expect(saidOf(['Bilag 7'])).toContain('er nævnt i tabellen');
    for (const documents of [['Bilag 7'], ['Bilag 7', 'Bilag 8']])
      expect(saidOf(documents, column('periodiserede-poster.dokumentation'))).not.toContain('nævnt');
  });

  it('has no words of checks and no figures of texts that lead to what is left out', () => {
    const model = build([finding('95900015')]);
    const check = {
      ...model.checks[0],
      message: '95900015 fejler',
      subjects: ['95900015', '91403000'],
      places: [{ kind: 'account', account: '95900015', note: '' }],
    };
    const text = [richOf('122.849', 'handleplaner.95900015.opfoelgning'), richOf('399', 'tabel-1-1.i-alt.saldo')];
    const open = openEdition({ ...model, checks: [check], document: text } as ReportModel);
    expect(JSON.stringify(open)).not.toContain('95900015');
    expect(JSON.stringify(open.document)).not.toContain('122.849');
    expect(JSON.stringify(open.document)).toContain('[udeladt]');
    expect(open.checks[0]?.subjects).toEqual(['91403000']);
    expect(JSON.stringify(open.document)).toContain('tabel-1-1.i-alt.saldo');
  });

  it('names no account in a check where the accounts of plans are left out', () => {
    const model = build([column('handleplaner.konto')]);
    const accounts = cardsOf(build([])).map(({ account }) => account);
    const places = [...accounts, '90000000'].map((account) => ({ kind: 'account' as const, account, note: '' }));
    const checks = model.checks.map((check) => ({ ...check, subjects: [...accounts, '90000000'], places }));
    const open = openEdition({ ...model, checks });
    expect(open.checks.every(({ subjects }) => subjects.join() === '90000000')).toBe(true);
    for (const account of accounts) expect(JSON.stringify(open)).not.toContain(account);
  });

  it('has in its texts no amount of a column that is left out, however long the row is called', () => {
    const text = `Refusion af udgifter til længerevarende forløb ${'hos anden aktør '.repeat(12)}`;
    const lines = ['a', 'b'].map((end) =>
      lineOf<'periodiserede-poster'>({
        ...{ committee: 'BIU', account: '95900015', imFunction: '9.52.59', name: 'x', text: text + end },
        ...{ amount: 7_654_300n, explanation: '', documentation: '' },
      }),
    );
    const registers = { ...state.registers, 'periodiserede-poster': lines };
    const model = buildReport({ ...state, registers }, DEMO_INSTALLATION, 'BIU', {
      ...NO_EXTRAS,
      redactions: [column('periodiserede-poster.beloeb')],
    });
    const figures = listFigures(model).filter(({ key, printed }) => key.includes('Refusion') && printed !== '');
    expect(figures.map(({ printed }) => printed)).toEqual(['77\u00a0t.kr.', '77\u00a0t.kr.']);
    const open = openEdition({ ...model, document: figures.map(({ printed, key }) => richOf(printed, key)) });
    expect(JSON.stringify(open.document)).not.toContain('77');
    expect(new Set(figures.map(({ key }) => key)).size).toBe(2);
    expect(figures.every(({ key }) => key.length <= 200)).toBe(true);
  });

  it('has in its texts no figure of a chart that it leaves out, nor a sum of which one plan is left out', () => {
    const text = [
      richOf('7', 'diagram.handleplaner-efter-deadline.maaned-1'),
      richOf('8', 'diagram.opfoelgning-efter-funktion.9.52.59.aeldre'),
      richOf('1.234.567', 'handleplaner.i-alt.opfoelgning'),
    ];
    const saidOf = (...redactions: Redaction[]) => {
      const model = build(redactions);
      const open = openEdition({ ...model, document: [...model.document, ...text] });
      return open.document
        .slice(-text.length)
        .flatMap((block) =>
          block.kind === 'rich'
            ? block.blocks.flatMap((part) => (part.kind === 'paragraph' ? part.runs.map((run) => run.text) : []))
            : [],
        );
    };
    const [one = '', two = ''] = cardsOf(build([])).map(({ account }) => account);
    expect(saidOf()).toEqual(['7', '8', '1.234.567']);
    expect(saidOf(column('handleplaner.deadline'))).toEqual(['[udeladt]', '8', '1.234.567']);
    // Its chart of deadlines counts other plans than the text was bound to.
    expect(saidOf(finding(one))).toEqual(['[udeladt]', '8', '[udeladt]']);
    expect(saidOf(finding(one), finding(two))).toEqual(['[udeladt]', '8', '1.234.567']);
  });

  it('for any choice of findings and columns: sums stand, and what is left out is in no part of it', () => {
    const cards = cardsOf(build([]));
    const columns = redactableColumns(build([])).map(({ target }) => target);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...cards.map(({ account }) => account)), { maxLength: 6 }),
        fc.uniqueArray(fc.constantFrom(...columns), { maxLength: 4 }),
        (accounts, targets) => {
          const whole = build([...accounts.map((one) => finding(one)), ...targets.map((one) => column(one))]);
          const open = openEdition(whole);
          const said = JSON.stringify(open);
          for (const account of accounts) expect(said).not.toContain(account);
          // A text that another plan has too is that plan's.
          const kept = cards.filter(({ account }) => !accounts.includes(account));
          for (const { problem, steps } of cards.filter(({ account }) => accounts.includes(account))) {
            for (const text of [problem, ...steps.map(({ consequence }) => consequence)].filter(
              (one) => one.length > 20,
            )) {
              const isOthers = kept.some((card) => JSON.stringify(card).includes(JSON.stringify(text).slice(1, -1)));
              if (!isOthers) expect(said).not.toContain(JSON.stringify(text).slice(1, -1));
            }
          }
          expect(open.tables.map(({ total }) => total)).toEqual(whole.tables.map(({ total }) => total));
          for (const target of targets) {
            const [id = '', name = ''] = target.split('.');
            const table = tableOf(open, id as TableId);
            const at = table.columns.findIndex((one) => one.id === name);
            for (const row of table.rows) expect(isMoney(row[at] ?? '') ? 'money' : row[at]).toBe('');
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('texts that name what is left out', () => {
  it('are pointed out by account number and by name, and no others', () => {
    const model = build([finding('95900015')]);
    const name = cardsOf(model).find(({ account }) => account === '95900015')?.accountName ?? '';
    expect(name.length).toBeGreaterThan(5);
    const mentionsIn = (text: string) => findMentions({ ...model, document: [...model.document, richOf(text)] });
    expect(mentionsIn('Se konto 95900015.')).toEqual([
      { where: { kind: 'text', place: 'handleplaner' }, account: '95900015', words: '95900015' },
    ]);
    expect(mentionsIn(`Om ${name.toUpperCase()} kan siges`)).toEqual([
      { where: { kind: 'text', place: 'handleplaner' }, account: '95900015', words: name },
    ]);
    expect(mentionsIn('Se konto 91403000.')).toEqual([]);
  });

  it('are pointed out wherever people write: in headings, the reason of a version, plans, registers and grounds', () => {
    const said = { account: '95900015', words: '95900015' };
    const model = build([finding('95900015', 'lovens § 1 om konto 95900015')]);
    const heading: Block = { kind: 'heading', level: 3, id: 'tekst-balancen-1', number: '', text: 'Konto 95900015' };
    const other = cardsOf(model).find(({ account }) => account !== '95900015');
    const plans = model.document.map((block): Block => {
      if (block.kind !== 'plans') return block;
      const functions = block.group.functions.map((one) => ({
        ...one,
        cards: one.cards.map((card) => (card === other ? { ...card, problem: 'Som konto 95900015.' } : card)),
      }));
      return { ...block, group: { ...block.group, functions } };
    });
    const row = ['', '', 'Navn', 'Fra konto 95900015', { ore: '0', printed: '' }, '', ''];
    expect(
      findMentions({
        ...model,
        version: { number: 2, madeOn: '2024-03-31', sha256: '', reason: 'Konto 95900015 er rettet' },
        document: [heading, ...plans, richOf('Se 95900015.'), richOf('Og 95900015.')],
        tables: model.tables.map((table) => (table.id === 'egenkapital' ? { ...table, rows: [row] } : table)),
      }),
    ).toEqual([
      { where: { kind: 'reason' }, ...said },
      { where: { kind: 'ground' }, ...said },
      { where: { kind: 'text', place: 'balancen' }, ...said },
      { where: { kind: 'plan', account: other?.account }, ...said },
      { where: { kind: 'text', place: 'handleplaner' }, ...said },
      { where: { kind: 'register', title: tableOf(model, 'egenkapital').title }, ...said },
    ]);
    // What the report says itself names nothing that is left out, whatever is.
    for (const { account } of cardsOf(build([]))) expect(findMentions(build([finding(account)]))).toEqual([]);
  });
});
