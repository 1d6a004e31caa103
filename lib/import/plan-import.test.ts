import { beforeAll, expect, test } from 'vitest';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { applyPlan, csv, planFiles, smallState } from './testing/states.ts';
import type { ImportPlan } from './types.ts';

const FINDINGS =
  'Konto;Kategori;Udvalg;Ansvarlig;Tema;Problem;Posteringsdato;Posteringstekst;Beløb til opfølgning;Aktivitetsplan;Deadline;Konsekvens';
const findings = (...rows: string[]) => csv('afstemninger.csv', [FINDINGS, ...rows]);
const ITEM = '95900001;2;BIU;BIF;KSD;;01.12.2022;Krav;10,00;;;';
const balance = (...rows: string[]) => csv('saldobalance.csv', ['Konto;Kontonavn;IM-funktion;Saldo', ...rows]);

let small: MunicipalityState;
beforeAll(async () => {
  small = await smallState();
});

const changesOf = (plan: ImportPlan) => plan.files.flatMap(({ changes }) => changes);
const brief = (plan: ImportPlan) =>
  changesOf(plan).map(({ subject, id, before, after }) => [subject, id, before !== null, after !== null]);

test('accounts that a file of reconciliations does not name become category 1, but for those reconciled separately', async () => {
  const plan = await planFiles(small, [findings(ITEM)]);
  expect(plan.files[0]).toMatchObject({ added: 3, becomeCategory1: 2, sumAfter: 1000n, sumBefore: 0n });
  const state = applyPlan(small, plan);
  expect([...state.reconciliations.values()].map(({ account, category }) => [account, category])).toEqual([
    ['91400001', 1],
    ['95900001', 2],
    ['95900002', 1],
  ]);
  expect(state.reconciliations.get('91400001')).toMatchObject({ balance: 150000n, origin: 'import', findings: [] });
});

test('equal rows are separate items, and items and steps have one order', async () => {
  const plan = await planFiles(small, [
    findings(
      '95900001;2;BIU;BIF;KSD;Hvad;02.12.2022;b;10,00;Anden;30.06.2024;',
      '95900001;2;BIU;;;;01.12.2022;a;10,00;Første;31.03.2024;Følge',
      '95900001;2;BIU;;;;01.12.2022;a;10,00;;;',
    ),
  ]);
  expect(plan.issues).toEqual([]);
  expect(applyPlan(small, plan).reconciliations.get('95900001')?.findings).toEqual([
    {
      committee: 'BIU',
      category: 2,
      responsible: 'BIF',
      theme: 'KSD',
      problem: 'Hvad',
      items: [
        { postingDate: '2022-12-01', text: 'a', amount: 1000n },
        { postingDate: '2022-12-01', text: 'a', amount: 1000n },
        { postingDate: '2022-12-02', text: 'b', amount: 1000n },
      ],
      steps: [
        { activity: 'Første', deadline: '2024-03-31', consequence: 'Følge' },
        { activity: 'Anden', deadline: '2024-06-30', consequence: '' },
      ],
    },
  ]);
});

test('findings of several committees on one account: the worst category is the account’s', async () => {
  const plan = await planFiles(small, [findings(ITEM, '95900001;3;ØU;ØKF;;;01.12.2022;;5,00;;;')]);
  expect(applyPlan(small, plan).reconciliations.get('95900001')).toMatchObject({
    category: 3,
    findings: [
      { committee: 'BIU', category: 2 },
      { committee: 'ØU', category: 3 },
    ],
  });
});

test('what was changed on screen is kept and listed, unless the file is preferred or says the same', async () => {
  const state = applyPlan(small, await planFiles(small, [findings(ITEM)]));
  const own = state.reconciliations.get('95900001');
  if (!own) throw new Error('The account has its verdict.');
  const logged = { documentedBalance: 5n, method: 'source' as const, reconciledOn: '2024-01-15', initials: 'AB' };
  const onScreen = { ...own, ...logged, origin: 'screen' as const };
  state.reconciliations.set('95900001', onScreen);
  const same = await planFiles(state, [findings(ITEM)]);
  expect(same.files[0]).toMatchObject({ changes: [], kept: [], unchanged: 3 });
  const other = findings(ITEM.replace('10,00', '12,00'));
  const kept = await planFiles(state, [other]);
  expect(kept.files[0]).toMatchObject({
    changes: [],
    kept: [{ subject: 'reconciliation', id: '95900001', label: 'Mellemregning A' }],
    becomeCategory1: 0,
  });
  const preferred = await planFiles(state, [other], { overwrite: true });
  expect(changesOf(preferred)).toMatchObject([
    {
      id: '95900001',
      before: onScreen,
      after: { ...logged, origin: 'import', findings: [{ items: [{ amount: 1200n }] }] },
    },
  ]);
});

test('a row that names an account alone leaves it without a verdict', async () => {
  const plan = await planFiles(small, [findings('95900002;;;;;;;;;;;')]);
  expect(brief(plan)).toEqual([
    ['reconciliation', '91400001', false, true],
    ['reconciliation', '95900001', false, true],
  ]);
});

test('an account that is gone takes its responsibility and its category 1 with it; a new one waits for its own', async () => {
  const state = applyPlan(small, await planFiles(small, [findings()]));
  const plan = await planFiles(state, [
    balance(
      '91400001;Krav;9.28.14;1.400,00',
      '95900001;Mellemregning A;9.52.59;-200,50',
      '95900003;Ny;;800,50',
      '99900001;Egenkapital;9.75.99;-2.000,00',
    ),
  ]);
  expect(plan.issues).toEqual([]);
  expect(plan.files[0]).toMatchObject({ added: 1, changed: 1, removed: 1, unchanged: 2, sumBefore: 0n, sumAfter: 0n });
  expect(brief(plan)).toEqual([
    ['account', '91400001', true, true],
    ['account', '95900003', false, true],
    ['account', '95900002', true, false],
    ['responsibility', '95900002', true, false],
    ['reconciliation', '95900002', true, false],
  ]);
});

test('an account that becomes separate loses its category 1', async () => {
  const state = applyPlan(small, await planFiles(small, [findings()]));
  const plan = await planFiles(state, [
    csv('k.csv', [
      'Konto;Afstemmes af;Udvalg;Forvaltning;Afstemmes særskilt',
      '91400001;KS;BIU;BIF;ja',
      '95900001;BIF;BIU;BIF;nej',
      '95900002;KS;ØU;ØKF;',
      '99900001;KS;ØU;ØKF;',
    ]),
  ]);
  expect(brief(plan)).toEqual([
    ['responsibility', '91400001', true, true],
    ['reconciliation', '91400001', true, false],
  ]);
});

test('an account number stays as it was first stored, however a file writes it', async () => {
  const plan = await planFiles(small, [
    balance(
      'S091400001;Krav;9.28.14;1.500,00',
      '95 900 001;Mellemregning A;9.52.59;-200,50',
      '95900002;Ny;9.52.59;700,50',
      '99900001;Egenkapital;9.75.99;-2.000,00',
    ),
  ]);
  expect(brief(plan)).toEqual([['account', '95900002', true, true]]);
});

const CONTROLS = 'Udvalg;Fagsystem;Modtager;Difference;Ansvarlig;Aktivitetsplan;Deadline;Konsekvens';
const WRITE_OFFS = 'Udvalg;Type;Afskrevet på IM-funktion;Modpost IM-funktion;Modpost navn;Bevilling;Beløb';
const writeOffs = (...amounts: string[]) =>
  csv('afskrivninger.csv', [
    WRITE_OFFS,
    ...amounts.map((amount) => `BIU;Drift;8.28.14;025.11;Beboelse;Indsats;${amount}`),
  ]);

test('a line of a register with a key is changed by it', async () => {
  const first = csv('t.csv', [CONTROLS, 'BIU;KY;Kvantum;0,00;BIF;;;', 'BIU;KY;Opus;-5,00;BIF;;31.03.2024;']);
  const state = applyPlan(small, await planFiles(small, [first]));
  expect(state.registers.systemafstemninger[1]?.content).toMatchObject({ deadline: '2024-03-31', difference: -500n });
  const second = csv('t.csv', [CONTROLS, 'BIU;KY;Opus;-6,00;BIF;;Afsluttet;', 'BIU;KP;Opus;0,00;BIF;;;']);
  const plan = await planFiles(state, [second]);
  expect(plan.files[0]).toMatchObject({
    added: 1,
    changed: 1,
    removed: 1,
    unchanged: 0,
    sumBefore: -500n,
    sumAfter: -600n,
  });
});

test('equal write-offs are separate; one whose amount alone differs is a corrected one', async () => {
  const state = applyPlan(small, await planFiles(small, [writeOffs('5,00', '5,00', '7,00')]));
  expect(state.registers.afskrivninger.map(({ content }) => content.amount)).toEqual([500n, 500n, 700n]);
  const again = await planFiles(state, [writeOffs('7,00', '5,00', '5,00')]);
  expect(again.files[0]).toMatchObject({ unchanged: 3, changes: [] });
  const corrected = await planFiles(state, [writeOffs('5,00', '8,00')]);
  expect(corrected.files[0]).toMatchObject({ added: 0, changed: 1, removed: 1, unchanged: 1 });
});

const ACCRUALS = 'Udvalg;Konto;IM-funktion;Kontoens navn;Periodiseret post;Beløb;Forklaring;Dokumentation';
const codesOf = ({ issues }: { issues: { severity: string; code: string; row: number | null }[] }) =>
  issues.map(({ severity, code, row }) => `${severity} ${row} ${code}`);

test('movements are known by the heading over what was moved, and take function and name from their account', async () => {
  const short = csv('b.csv', ['Udvalg;Konto;Bevægelse;Beløb', 'BIU;95900001;Regulering;-2.500,00']);
  const plan = await planFiles(small, [short]);
  expect(plan.files.map(({ kind, added, sumAfter }) => [kind, added, sumAfter])).toEqual([
    ['egenkapital', 1, -250_000n],
  ]);
  expect(codesOf(plan)).toEqual(['warning 2 movement-without-explanation', 'warning 2 movement-without-documentation']);
  expect(applyPlan(small, plan).registers.egenkapital[0]?.content).toEqual({
    committee: 'BIU',
    account: '95900001',
    imFunction: '9.52.59',
    name: small.accounts.find(({ number }) => number === '95900001')?.name,
    text: 'Regulering',
    amount: -250_000n,
    explanation: '',
    documentation: '',
  });
});

test('an accrual that says all is stored as it stands, and the same file changes nothing', async () => {
  const file = csv('p.csv', [ACCRUALS, 'BIU;91400001;9.28.14;;Husleje for januar;12.000,50;Betalt forud;Bilag 7']);
  const plan = await planFiles(small, [file]);
  expect(plan.issues).toEqual([]);
  const state = applyPlan(small, plan);
  expect(state.registers['periodiserede-poster'][0]?.content).toMatchObject({
    name: '',
    amount: 1_200_050n,
    explanation: 'Betalt forud',
    documentation: 'Bilag 7',
  });
  expect((await planFiles(state, [file])).files[0]).toMatchObject({ unchanged: 1, changes: [] });
});

test('what is wrong with a movement is said with its place', async () => {
  const rows = [
    'BIU;91400001;9.28.14;;a;0,00;f;d',
    'XXX;91400001;9.28.14;;a;1,00;f;d',
    'BIU;91400001;9.52.59;;a;1,00;f;d',
    'BIU;S12;;;a;1,00;f;d',
    'BIU;91400001;9.99.98;;a;1,00;f;d',
  ];
  expect(codesOf(await planFiles(small, [csv('p.csv', [ACCRUALS, ...rows])]))).toEqual([
    'error 2 amount-zero',
    'error 3 unknown-committee',
    'error 5 function-not-derived',
    'error 6 unknown-function',
    'warning 4 function-contradicts',
    'warning 5 unknown-account',
  ]);
});

test('lines of a register that were changed, removed or made on screen are kept and listed, unless the file is preferred', async () => {
  const state = applyPlan(small, await planFiles(small, [writeOffs('1,00', '2,00', '3,00')]));
  const [changed, removed, clean] = state.registers.afskrivninger;
  if (!changed || !removed || !clean) throw new Error('There are three lines.');
  changed.content = { ...changed.content, amount: 150n };
  removed.removed = true;
  state.registers.afskrivninger.push({
    ...clean,
    id: 9,
    imported: null,
    content: { ...clean.content, counterName: 'Egen' },
  });
  const plan = await planFiles(state, [writeOffs('1,00', '2,00', '3,00')]);
  expect(plan.files[0]).toMatchObject({ unchanged: 1, changes: [] });
  expect(plan.files[0]?.kept.map(({ id }) => id).sort()).toEqual(['1', '2', '9']);
  const preferred = await planFiles(state, [writeOffs('1,00', '2,00', '3,00')], { overwrite: true });
  expect(changesOf(preferred)).toMatchObject([
    { lineId: 1, before: { amount: 150n }, after: { amount: 100n } },
    { lineId: 2, before: null, after: { amount: 200n } },
    { lineId: 9, before: { counterName: 'Egen' }, after: null },
  ]);
});

test('comparison figures are matched by category; counts are never ambiguous', async () => {
  const file = csv('s.csv', [
    'Kategori;Antal konti;Nettobeløb',
    '1;2.338;-106.973.835,28',
    '2;75;50.998.462,03',
    'I alt;2.413;-55.975.373,25',
  ]);
  const plan = await planFiles(small, [file]);
  expect(plan.issues).toEqual([]);
  expect(changesOf(plan).map(({ after }) => after)).toEqual([
    { category: 1, accounts: 2338, net: -10697383528n },
    { category: 2, accounts: 75, net: 5099846203n },
  ]);
});
