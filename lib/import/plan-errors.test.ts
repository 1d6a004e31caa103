import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { emptyState } from '#lib/domain/testing/empty-state.ts';
import danish from '#messages/da.json' with { type: 'json' };
import english from '#messages/en.json' with { type: 'json' };
import { applyPlan, briefOf, csv, planFiles, SMALL_FILES, smallState } from './testing/states.ts';
import type { InputFile } from './types.ts';

const FINDINGS =
  'Konto;Kategori;Udvalg;Ansvarlig;Tema;Posteringsdato;Beløb til opfølgning;Aktivitetsplan;Deadline;Konsekvens';
const findings = (...rows: string[]) => csv('a.csv', [FINDINGS, ...rows]);
const FULL = '95900001;2;BIU;BIF;KSD;01.12.2022;5.000,00;Ring;31.03.2024;';

let state: MunicipalityState;
beforeAll(async () => {
  state = await smallState();
});

async function findIssues(...files: InputFile[]) {
  const plan = await planFiles(state, files);
  return plan.issues.map(briefOf);
}

test('a file whose prerequisites are missing names them', async () => {
  const plan = await planFiles(emptyState(), [findings(FULL)]);
  // And nothing about the accounts and committees that nobody can know yet.
  expect(plan.issues.map(({ code, file, params }) => [code, file, params])).toEqual([
    ['prerequisite-missing', 'a.csv', { kind: 'afstemninger', missing: 'organisation' }],
    ['prerequisite-missing', 'a.csv', { kind: 'afstemninger', missing: 'saldobalance' }],
  ]);
});

test('a row that cannot be taken is one error, not one more for each thing that needs it', async () => {
  const rows = (kind: 'organisation' | 'im-funktioner' | 'saldobalance' | 'kontoansvar') =>
    new TextDecoder().decode(SMALL_FILES[kind]?.bytes).trimEnd().split('\r\n');
  const broken = (kind: Parameters<typeof rows>[0], from: string, to: string) =>
    csv(
      `${kind}.csv`,
      rows(kind).map((row) => row.replace(from, to)),
    );
  const withFindings = applyPlan(state, await planFiles(state, [findings(FULL)]));
  const all = [
    broken('organisation', 'ØU;Økonomiudvalget', 'ØU;"Økonomi"udvalget'),
    broken('im-funktioner', '9.52.59;Mellemregningskonto', '952.59;Mellem;regningskonto'),
    broken('saldobalance', '95900001;Mellemregning A;', '95900001;'),
    csv('kontoansvar.csv', rows('kontoansvar')),
    findings(FULL),
  ];
  const plan = await planFiles(withFindings, all);
  expect(plan.issues.map(briefOf)).toEqual([
    ['organisation.csv', 3, 'Udvalg', '"Økonomi"udvalget', 'text-after-quote'],
    ['im-funktioner.csv', 3, null, 'regningskonto', 'row-too-long'],
    ['saldobalance.csv', 3, null, null, 'row-too-short'],
  ]);
  // The balance alone: the account is not gone, its row is wrong.
  const alone = await planFiles(withFindings, all.slice(2, 3));
  expect(alone.issues.map(({ code }) => code)).toEqual(['row-too-short']);
});

test('what a finding lacks is not told while one of its rows cannot be taken', async () => {
  const plan = await planFiles(state, [
    findings('95900001;2;BIU;BIF;KSD;01.12.2022;5.000,00;;;', '95900001;2;BIU;;;;;Ring; og skriv;31.03.2024;Ulempe'),
  ]);
  expect(plan.issues.map(briefOf)).toEqual([['a.csv', 3, null, 'Ulempe', 'row-too-long']]);
});

test.each(['9,01E+07', '9.01E07', 'Udskrevet 05.01.2024', '="95900001"', 'Antal konti: 4', "'95900001"])(
  'a balance whose account is %s',
  async (account) => {
    const file = csv('b.csv', [
      'Konto;Kontonavn;IM-funktion;Saldo',
      `"${account.replaceAll('"', '""')}";A;9.52.59;0,00`,
    ]);
    expect((await planFiles(state, [file])).issues.map(({ code, row }) => [code, row])).toEqual([
      ['not-an-account', 2],
    ]);
  },
);

test('an account that stands twice, also when its number is written in another way', async () => {
  const file = csv('b.csv', [
    'Konto;Kontonavn;IM-funktion;Saldo',
    '95900001;A;9.52.59;1,00',
    '95900002;B;9.52.59;-1,00',
    'S095900001;A;9.52.59;0,00',
  ]);
  const plan = await planFiles(state, [file]);
  expect(plan.issues.map(briefOf)).toEqual([['b.csv', 4, 'Konto', 'S095900001', 'duplicate-account']]);
  expect(plan.issues[0]?.params).toEqual({ first: 2 });
});

test('functions that are unknown, not to be derived, or contradict the number (a warning)', async () => {
  const file = csv('b.csv', [
    'Konto;Kontonavn;IM-funktion;Saldo',
    '95900001;A;9.28.14;1,00',
    '95900002;B;9.99.99;-1,00',
    'A77;C;;0,00',
  ]);
  expect(await findIssues(file)).toEqual([
    ['b.csv', 3, 'IM-funktion', '9.99.99', 'unknown-function'],
    ['b.csv', 4, 'Konto', 'A77', 'function-not-derived'],
    ['b.csv', 2, 'IM-funktion', '9.28.14', 'function-contradicts'],
  ]);
});

test('a balance that does not sum to 0', async () => {
  const plan = await planFiles(state, [csv('b.csv', ['Konto;Kontonavn;Saldo', '95900001;A;1,00', '95900002;B;-0,99'])]);
  expect(plan.issues.map(briefOf)).toEqual([['b.csv', null, 'Saldo', '0,01', 'balance-not-zero']]);
  expect(plan.issues[0]?.params).toEqual({ sum: '0,01' });
});

test('responsibilities of unknown accounts, units and committees', async () => {
  const file = csv('k.csv', [
    'Konto;Afstemmes af;Udvalg;Forvaltning',
    '95900009;KS;BIU;BIF',
    '95900001;XX;XU;XF',
    '95900002;KS;ØU;BIF',
    '95900002;KS;ØU;ØKF',
  ]);
  expect(await findIssues(file)).toEqual([
    ['k.csv', 2, 'Konto', '95900009', 'unknown-account'],
    ['k.csv', 3, 'Afstemmes af', 'XX', 'unknown-reconciler'],
    ['k.csv', 3, 'Udvalg', 'XU', 'unknown-committee'],
    ['k.csv', 3, 'Forvaltning', 'XF', 'unknown-administration'],
    ['k.csv', 5, 'Konto', '95900002', 'duplicate-account'],
    ['k.csv', 4, 'Forvaltning', 'BIF', 'administration-of-other-committee'],
  ]);
});

test('an organisation that contradicts itself, and a function twice', async () => {
  const organisation = csv('o.csv', [
    'Udvalgskode;Udvalg;Forvaltningskode;Forvaltning',
    'BIU;Beskæftigelse;BIF;Forvaltningen',
    'BIU;Integration;BIF;Forvaltningen',
    'ØU;Økonomi;ØKF;Økonomi',
  ]);
  const functions = csv('f.csv', ['IM-funktion;Navn', '9.28.14;A', '9.52.59;B', '9.75.99;C', '95259;D']);
  expect(await findIssues(organisation, functions)).toEqual([
    ['o.csv', 3, 'Udvalg', 'Integration', 'committee-name-disagrees'],
    ['o.csv', 3, 'Forvaltningskode', 'BIF', 'duplicate-administration'],
    ['f.csv', 5, 'IM-funktion', '9.52.59', 'duplicate-function'],
  ]);
});

test('findings on unknown or separate accounts and for unknown committees', async () => {
  const file = findings(
    '95900009;2;BIU;BIF;;01.12.2022;5,00;;;',
    '95900001;2;XU;BIF;;01.12.2022;5,00;;;',
    '99900001;2;ØU;ØKF;;01.12.2022;5,00;;;',
    '95900002;1;ØU;;;01.12.2022;5,00;;;',
  );
  expect(await findIssues(file)).toEqual([
    ['a.csv', 2, 'Konto', '95900009', 'unknown-account'],
    ['a.csv', 3, 'Udvalg', 'XU', 'unknown-committee'],
    ['a.csv', 4, 'Konto', '99900001', 'finding-on-separate-account'],
    ['a.csv', 5, 'Kategori', '1', 'category-1-with-follow-up'],
  ]);
});

test('what a finding lacks: an item always, the plan from 1.000 kr. gross, the consequence in category 3', async () => {
  const file = findings(
    '95900001;2;BIU;BIF;;;;Ring;;',
    '95900002;2;ØU;;;01.12.2022;-500,00;;;',
    '95900002;2;ØU;;;01.12.2022;500,00;;;',
    '91400001;3;BIU;BIF;;01.12.2022;1.000,00;Ring;31.03.2024;',
    '91400001;3;ØU;ØKF;;01.12.2022;999,99;;;',
  );
  expect(await findIssues(file)).toEqual([
    ['a.csv', 2, 'Beløb til opfølgning', '', 'finding-without-item'],
    ['a.csv', 3, 'Ansvarlig', '', 'finding-without-responsible'],
    ['a.csv', 3, 'Aktivitetsplan', '', 'finding-without-activity'],
    ['a.csv', 3, 'Deadline', '', 'finding-without-deadline'],
    ['a.csv', 5, 'Konsekvens', '', 'finding-without-consequence'],
  ]);
});

test('rows of one finding that disagree; a blank does not', async () => {
  const file = findings(
    FULL,
    '95900001;3;BIU;;;02.12.2022;1,00;;;',
    '95900001;2;BIU;KS;;02.12.2022;1,00;;;',
    '95900001;2;BIU;BIF;KY;02.12.2022;1,00;;;',
  );
  expect(await findIssues(file)).toEqual([
    ['a.csv', 3, 'Kategori', '3', 'finding-disagrees'],
    ['a.csv', 4, 'Ansvarlig', 'KS', 'finding-disagrees'],
    ['a.csv', 5, 'Tema', 'KY', 'finding-disagrees'],
  ]);
});

test('accounts with findings do not vanish and do not become separate', async () => {
  const withFinding = applyPlan(state, await planFiles(state, [findings(FULL)]));
  const gone = csv('b.csv', ['Konto;Kontonavn;Saldo', '91400001;Krav;1,00', '99900001;Egenkapital;-1,00']);
  const plan = await planFiles(withFinding, [gone]);
  expect(plan.issues.map(briefOf)).toEqual([['b.csv', null, null, '95900001', 'account-gone-with-findings']]);
  const separate = csv('k.csv', ['Konto;Afstemmes af;Udvalg;Forvaltning;Afstemmes særskilt', '95900001;KS;BIU;BIF;ja']);
  const other = await planFiles(withFinding, [separate]);
  expect(other.issues.map(briefOf)).toEqual([['k.csv', null, null, '95900001', 'separate-with-findings']]);
  // The same call may take the finding away.
  expect(
    (await planFiles(withFinding, [gone, findings()])).issues.filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
});

test('what is in use does not vanish', async () => {
  const withFinding = applyPlan(state, await planFiles(state, [findings(FULL)]));
  const organisation = csv('o.csv', ['Udvalgskode;Udvalg;Forvaltningskode;Forvaltning', 'ØU;Økonomi;ØKF;Økonomi']);
  const functions = csv('f.csv', ['IM-funktion;Navn', '9.28.14;A', '9.75.99;C']);
  const plan = await planFiles(withFinding, [organisation, functions]);
  expect(plan.issues.map((issue) => [...briefOf(issue), issue.params])).toEqual([
    ['o.csv', null, null, 'BIU', 'committee-in-use', expect.objectContaining({ accounts: 2, findings: 1, lines: 0 })],
    ['o.csv', null, null, 'BIF', 'administration-in-use', expect.objectContaining({ accounts: 2 })],
    ['f.csv', null, null, '9.52.59', 'function-in-use', expect.objectContaining({ accounts: 2, lines: 0 })],
  ]);
});

test('lines of registers that stand twice, name unknown committees or functions, or lack their plan (a warning)', async () => {
  const controls = csv('t.csv', [
    'Udvalg;Fagsystem;Modtager;Difference;Ansvarlig;Aktivitetsplan;Deadline;Konsekvens',
    'BIU;KY;Kvantum;0,00;;;;',
    'BIU;KY;Kvantum;1,00;;;;',
    'XU;KP;Kvantum;1.000,00;BIF;Ring;Afsluttet;',
  ]);
  const writeOffs = csv('w.csv', [
    'Udvalg;Type;Afskrevet på IM-funktion;Modpost IM-funktion;Modpost navn;Bevilling;Beløb',
    'BIU;drift;9.99.99;0.25.11;Beboelse;;1,00',
  ]);
  expect(await findIssues(controls, writeOffs)).toEqual([
    ['t.csv', 3, 'Fagsystem', 'BIU: KY → Kvantum', 'duplicate-line'],
    ['t.csv', 4, 'Udvalg', 'XU', 'unknown-committee'],
    ['w.csv', 2, 'Afskrevet på IM-funktion', '9.99.99', 'unknown-function'],
    ['t.csv', 4, 'Konsekvens', '', 'transfer-without-plan'],
  ]);
});

test('a file that cannot be read does not make the others wrong', async () => {
  const broken = csv('b.csv', ['Konto;Kontonavn', '1;x']);
  const { organisation, kontoansvar } = SMALL_FILES;
  if (!organisation || !kontoansvar) throw new Error('The small files are there.');
  const plan = await planFiles(emptyState(), [organisation, broken, kontoansvar, findings(FULL)]);
  expect(plan.issues.map(({ code }) => code)).toEqual(['prerequisite-missing', 'column-missing']);
});

test('every issue has its text in both languages', () => {
  const folder = new URL('.', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const named = sources.flatMap((source) => [
    ...source.matchAll(/(?:fail|makeError|makeWarning)\([^'`;]*'([a-z0-9-]+)'/g),
  ]);
  const codes = new Set(named.map(([, code = '']) => code));
  expect(codes.size).toBeGreaterThan(30);
  const texts = new Set(Object.keys(danish.issues));
  expect([...codes].filter((code) => !texts.has(code) && code.includes('-'))).toEqual([]);
  expect(Object.keys(english.issues)).toEqual(Object.keys(danish.issues));
});
