import type { Finding } from '#lib/domain/finding.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { AccountMovement } from '#lib/domain/register.ts';
import type { Inline } from '#lib/domain/report-text.ts';
import { buildReport } from '../build-report.ts';
import { redactableColumns } from '../edition.ts';
import { NO_EXTRAS, type ReportExtras } from '../extras.ts';
import { listFigures } from '../figures/list-figures.ts';
import type { ReportModel } from '../model.ts';
import { APPROVED } from './approved.ts';
import { DEMO_INSTALLATION, loadDemo } from './load-demo.ts';
import { lineOf } from './small-state.ts';
import { writtenText } from './written-text.ts';

/** The account of the marked finding: its number is a mark, too. */
export const MARKED_ACCOUNT = '95979797';

/**
 * What stands nowhere in the marked report but in that column, and in what is made of it, by the column's target. An
 * amount in each way in which it can be written.
 */
export const MARKS: Record<string, readonly string[]> = {
  'handleplaner.konto': [MARKED_ACCOUNT],
  'handleplaner.kontonavn': ['Navnmærke'],
  'handleplaner.opfoelgning': ['98.765.432', '98765432'],
  'handleplaner.heraf-aeldre': ['87.654.321', '87654321'],
  'handleplaner.problem': ['Problemmærke'],
  'handleplaner.aktiviteter': ['Aktivitetsmærke'],
  'handleplaner.ansvarlig': ['ANSVARSMÆRKE'],
  'handleplaner.deadline': ['17.08.2031', '2031-08-17'],
  'handleplaner.konsekvens': ['Konsekvensmærke'],
  'systemafstemninger.fagsystem': ['Systemmærke'],
  'systemafstemninger.modtager': ['Modtagermærke'],
  'systemafstemninger.difference': ['6.543.219', '6543219', '6.543\u00a0t.kr.', '6,5\u00a0mio.'],
  'systemafstemninger.aktiviteter': ['Kontrolmærke'],
  'systemafstemninger.ansvarlig': ['Ejermærke'],
  'systemafstemninger.deadline': ['19.09.2032', '2032-09-19'],
  'systemafstemninger.konsekvens': ['Risikomærke'],
  ...markWriteOff('afskrivninger-drift', 4),
  ...markWriteOff('afskrivninger-balance', 5),
  ...markWriteOff('afskrivninger-oevrige', 6),
  ...markMovement('periodiserede-poster', 2),
  ...markMovement('egenkapital', 3),
};

function markWriteOff(table: string, digit: number): Record<string, string[]> {
  return {
    [`${table}.afskrevet-paa`]: [`8.88.0${digit}`],
    [`${table}.modpost`]: [`8.77.0${digit}`],
    [`${table}.navn`]: [`Modpostmærke ${digit}`],
    [`${table}.bevilling`]: [`Bevillingsmærke ${digit}`],
    [`${table}.beloeb`]: amountMarks(digit),
  };
}

function markMovement(table: string, digit: number): Record<string, string[]> {
  return {
    [`${table}.konto`]: [`9597070${digit}`],
    [`${table}.im-funktion`]: [`8.66.0${digit}`],
    [`${table}.navn`]: [`Postnavnmærke ${digit}`],
    [`${table}.tekst`]: [`Posttekstmærke ${digit}`],
    [`${table}.beloeb`]: amountMarks(digit),
    [`${table}.dokumentation`]: [`Bilagsmærke ${digit}`],
    [`${table}.forklaring`]: [`Forklaringsmærke ${digit}`],
  };
}

/** In t.kr., in kroner and in mio. kr. */
function amountMarks(digit: number): string[] {
  return [`${digit}.357.913`, `${digit}357913`, `${digit}.357,9\u00a0mio.`];
}
/** In øre: rounded to `x.357.913` t.kr. */
const markedAmount = (digit: number) => BigInt(`${digit}35791300000`);

const OLD = '2021-05-05';
const NEW = '2023-10-05';

/**
 * The reference case with a finding, a control and register lines of BIU whose every field has its mark, each beside
 * others of its kind, so that no sum is one of the marked amounts. Each of them fails what checks it can.
 */
function markedState(): MunicipalityState {
  const state = loadDemo();
  const number = MARKED_ACCOUNT;
  const finding: Finding = {
    committee: 'BIU',
    category: 2,
    responsible: 'ANSVARSMÆRKE/KS',
    theme: '',
    problem: 'Problemmærke',
    items: [
      { postingDate: OLD, text: '', amount: 8_765_432_100n },
      { postingDate: NEW, text: '', amount: 1_111_111_100n },
    ],
    steps: [
      { activity: 'Aktivitetsmærke', deadline: '2031-08-17', consequence: 'Konsekvensmærke' },
      { activity: 'Uden frist', deadline: null, consequence: '' },
    ],
  };
  state.accounts.push({ number, name: 'Navnmærke', imFunction: '9.52.59', balance: 0n });
  state.responsibilities.set(number, {
    account: number,
    reconciledBy: 'KS',
    committee: 'BIU',
    administration: 'BIF',
    separately: false,
  });
  state.reconciliations.set(number, {
    account: number,
    category: 2,
    documentedBalance: null,
    method: null,
    reconciledOn: null,
    initials: '',
    balance: 0n,
    origin: 'screen',
    findings: [finding],
    workflow: { ...APPROVED, status: 'submitted' },
  });
  // In one row of each table with another, so that no sum is an amount of its alone.
  for (const other of state.reconciliations.get('95900015')?.findings ?? []) {
    other.responsible = 'ANSVARSMÆRKE';
    other.theme = '';
  }
  const { registers } = state;
  const control = {
    committee: 'BIU',
    activity: 'Ret',
    responsible: 'BIF',
    deadline: '2024-03-31',
    consequence: 'Ingen',
  };
  registers.systemafstemninger.push(
    lineOf<'systemafstemninger'>({
      committee: 'BIU',
      sourceSystem: 'Systemmærke',
      receiver: 'Kvantum',
      difference: 654_321_900n,
      activity: 'Kontrolmærke',
      responsible: 'Ejermærke',
      deadline: '2032-09-19',
      consequence: 'Risikomærke',
    }),
    lineOf<'systemafstemninger'>({ ...control, sourceSystem: 'KMD', receiver: 'Modtagermærke', difference: 300_000n }),
    lineOf<'systemafstemninger'>({ ...control, sourceSystem: 'Systemmærke', receiver: 'Andre', difference: 500_000n }),
    // Without a consequence: the check of the controls leads to it by its names.
    lineOf<'systemafstemninger'>({
      ...control,
      sourceSystem: 'Systemmærke to',
      receiver: 'Modtagermærke to',
      difference: 700_000n,
      consequence: '',
    }),
  );
  for (const [kind, digit] of [
    ['drift', 4],
    ['balance', 5],
    ['øvrige', 6],
  ] as const) {
    registers.afskrivninger.push(
      lineOf<'afskrivninger'>({
        committee: 'BIU',
        kind,
        writtenOffFunction: `8.88.0${digit}`,
        counterFunction: `8.77.0${digit}`,
        counterName: `Modpostmærke ${digit}`,
        appropriation: `Bevillingsmærke ${digit}`,
        amount: markedAmount(digit),
      }),
    );
  }
  registers['periodiserede-poster'] = markedMovements(2).map((line) => lineOf<'periodiserede-poster'>(line));
  registers.egenkapital = markedMovements(3).map((line) => lineOf<'egenkapital'>(line));
  return state;
}

/** A movement of which nothing shows it to be right, and one with its document. */
function markedMovements(digit: number): AccountMovement[] {
  const line = {
    committee: 'BIU',
    account: `9597070${digit}`,
    imFunction: `8.66.0${digit}`,
    name: `Postnavnmærke ${digit}`,
    text: `Posttekstmærke ${digit}`,
    amount: markedAmount(digit),
    explanation: `Forklaringsmærke ${digit}`,
    documentation: '',
  };
  return [line, { ...line, text: 'Anden post', documentation: `Bilagsmærke ${digit}`, amount: 111_100_000n }];
}

/** BIU's report of that state, with a text that is bound to every figure of a single thing, in kroner and in mio. kr. */
export function buildMarkedReport(redactions: ReportExtras['redactions'] = []): ReportModel {
  const state = markedState();
  const build = (extras: Partial<ReportExtras>) =>
    buildReport(state, DEMO_INSTALLATION, 'BIU', { ...NO_EXTRAS, redactions, ...extras });
  const plain = build({});
  const singles = new Set<string>(redactableColumns(plain).map(({ table }) => table.id)).add('aeldre-end-1-aar');
  const keys = listFigures({ ...plain, redactions: [] })
    .filter(({ source }) => source !== null && source.row !== null && singles.has(source.table))
    .map(({ key }) => key);
  const content = [...keys, `handleplaner.${MARKED_ACCOUNT}.findes-ikke`].flatMap((key): Inline[] =>
    (['kr.', 'usual', 'mio. kr.'] as const).flatMap((unit): Inline[] => [
      { kind: 'figure', key, unit },
      { kind: 'text', text: ' og ' },
    ]),
  );
  return build({
    texts: [writtenText([{ kind: 'paragraph', content }], { place: 'handleplaner', owner: 'BIU' })],
  });
}
