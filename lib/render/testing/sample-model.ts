import { formatKroner, formatThousands } from '#lib/format/amount.ts';
import {
  type Block,
  type Cell,
  type Column,
  type MoneyCell,
  type PlanGroup,
  type ReportModel,
  TABLE_IDS,
  type Table,
  type TableId,
  type Unit,
} from '#lib/report/model.ts';

const LONG_NAME =
  'Økonomiske mellemværender med Ærø, Åbenrå og øvrige kommuner samt selvejende institutioner med driftsoverenskomst';

const thousand = (ore: bigint): MoneyCell => ({ ore: String(ore), printed: formatThousands(ore) });
const krone = (ore: bigint): MoneyCell => ({ ore: String(ore), printed: formatKroner(ore) });
const BLANK: MoneyCell = { ore: '0', printed: '' };

type Heads = [id: string, label: string, unit?: Unit][];
const columns = (heads: Heads): Column[] => heads.map(([id, label, unit = '']) => ({ id, label, unit }));

const TITLES: Record<TableId, string> = {
  kategorier: 'Balancekonti fordelt på afstemningskategorier',
  'afstemt-af': 'Afstemte konti fordelt på den enhed, der afstemmer',
  'aeldre-end-1-aar': 'Beløb ældre end 1 år fordelt på funktion og enhed',
  'tabel-1-1': 'Tabel 1.1 Kommunens samlede balance fordelt på IM-funktioner',
  'tabel-2-1': 'Tabel 2.1 Udvalgets konti til opfølgning fordelt på IM-funktioner',
  handleplaner: 'Handleplaner',
  systemafstemninger: 'Kontrol af dataoverførsler med difference',
  'afskrivninger-drift': 'Afskrivninger over driften',
  'afskrivninger-balance': 'Afskrivninger direkte på balancen',
  'afskrivninger-oevrige': 'Øvrige afskrivninger',
  'periodiserede-poster': 'Periodiserede poster uden dokumentation',
  egenkapital: 'Bevægelser direkte på egenkapitalen',
};

const MOVEMENT: Heads = [
  ['konto', 'Konto'],
  ['im-funktion', 'IM-funktion'],
  ['navn', 'Navn'],
  ['tekst', 'Tekst'],
  ['beloeb', 'Beløb', 't.kr.'],
  ['dokumentation', 'Dokumentation'],
];

const WRITE_OFF: Heads = [
  ['afskrevet-paa', 'Afskrevet på'],
  ['modpost', 'Modpost'],
  ['navn', 'Modpostens navn'],
  ['bevilling', 'Bevilling'],
  ['beloeb', 'Beløb', 't.kr.'],
];

const HEADS: Record<TableId, Heads> = {
  kategorier: [
    ['kategori', 'Kategori'],
    ['antal', 'Antal konti 2023'],
    ['netto', 'Nettobeløb 2023', 't.kr.'],
    ['antal-forrige', 'Antal konti 2022'],
    ['netto-forrige', 'Nettobeløb 2022', 't.kr.'],
    ['aendring-antal', 'Ændring i antal'],
    ['aendring-netto', 'Ændring i nettobeløb', 't.kr.'],
  ],
  'afstemt-af': [
    ['enhed', 'Enhed'],
    ['antal', 'Antal konti'],
  ],
  'aeldre-end-1-aar': [
    ['im-funktion', 'IM-funktion'],
    ['enhed', 'Enhed'],
    ['kategori-2', 'Kategori 2', 't.kr.'],
    ['kategori-3', 'Kategori 3', 't.kr.'],
  ],
  'tabel-1-1': [
    ['im-funktion', 'IM-funktion'],
    ['navn', 'Navn'],
    ['antal-konti', 'Antal konti'],
    ['saldo', 'Saldo', 't.kr.'],
    ['saldo-kategori-1', 'Saldo kategori 1', 't.kr.'],
    ['opfoelgning', 'Til opfølgning', 't.kr.'],
    ['opfoelgning-kategori-2', 'Heraf kategori 2', 't.kr.'],
    ['opfoelgning-kategori-3', 'Heraf kategori 3', 't.kr.'],
    ['aeldre-kategori-2', 'Ældre end 1 år kategori 2', 't.kr.'],
    ['aeldre-kategori-3', 'Ældre end 1 år kategori 3', 't.kr.'],
  ],
  'tabel-2-1': [
    ['im-funktion', 'IM-funktion'],
    ['navn', 'Navn'],
    ['antal-konti', 'Antal konti'],
    ['opfoelgning', 'Til opfølgning', 't.kr.'],
    ['kategori-2', 'Kategori 2', 't.kr.'],
    ['kategori-3', 'Kategori 3', 't.kr.'],
    ['antal-aeldre', 'Antal ældre end 1 år'],
    ['aeldre-kategori-2', 'Ældre kategori 2', 't.kr.'],
    ['aeldre-kategori-3', 'Ældre kategori 3', 't.kr.'],
  ],
  handleplaner: [
    ['konto', 'Konto'],
    ['kontonavn', 'Kontonavn'],
    ['udvalg', 'Udvalg'],
    ['im-funktion', 'IM-funktion'],
    ['tema', 'Tema'],
    ['kategori', 'Kategori'],
    ['opfoelgning', 'Til opfølgning', 'kr.'],
    ['heraf-aeldre', 'Heraf ældre end 1 år', 'kr.'],
    ['problem', 'Problem'],
    ['aktiviteter', 'Aktiviteter'],
    ['ansvarlig', 'Ansvarlig'],
    ['deadline', 'Deadline'],
    ['konsekvens', 'Konsekvens'],
  ],
  systemafstemninger: [
    ['fagsystem', 'Fagsystem'],
    ['modtager', 'Modtager'],
    ['difference', 'Difference', 'kr.'],
    ['aktiviteter', 'Aktiviteter'],
    ['ansvarlig', 'Ansvarlig'],
    ['deadline', 'Deadline'],
    ['konsekvens', 'Konsekvens'],
  ],
  'afskrivninger-drift': WRITE_OFF,
  'afskrivninger-balance': WRITE_OFF,
  'afskrivninger-oevrige': WRITE_OFF,
  'periodiserede-poster': MOVEMENT,
  egenkapital: MOVEMENT,
};

function balanceRow(index: number, name: string): Cell[] {
  const balance = BigInt(index + 1) * 12_345_678_901n * (index % 3 === 2 ? -1n : 1n);
  const category2 = index % 4 === 0 ? 5_200_000n * BigInt(index) : 0n;
  const code = `9.${22 + Math.floor(index / 6) * 3}.${String(index % 100).padStart(2, '0')}`;
  const amounts = [balance, balance - category2, category2, category2, 0n, category2 / 2n, 0n];
  return [code, name, index * 7 + 1, ...amounts.map(thousand)];
}

/** Rows of table 1.1: names of ordinary and of great length, one with amounts of twelve digits. */
function balanceRows(count: number): Cell[][] {
  const rows = Array.from({ length: count }, (_, index) =>
    balanceRow(index, index % 9 === 4 ? LONG_NAME : 'Tilgodehavender hos grundejere'),
  );
  const large = 123_456_789_012_00_000n;
  rows[7] = ['9.25.07', 'Beløb på tolv cifre', 1_274, ...[large, -large, 0n, 0n, 0n, 0n, 0n].map(thousand)];
  return rows;
}

function planGroups(count: number): PlanGroup[] {
  const card = (index: number) => ({
    account: `956${String(index).padStart(5, '0')}`,
    accountName: index % 5 === 1 ? LONG_NAME : 'Mellemregning med Udbetaling Danmark',
    committee: 'BIU',
    followUp: krone(BigInt(index + 1) * 1_234_567_89n * (index % 2 === 0 ? 1n : -1n)),
    older: krone(BigInt(index) * 1_000_00n),
    problem: `Saldoen består af poster fra tidligere år, som ikke er udlignet (${index + 1}). Poster fra KSD føres ikke automatisk videre.`,
    responsible: 'BIF/KS',
    steps: Array.from({ length: index % 4 === 0 ? 3 : 1 }, (_, step) => ({
      activity: `Trin ${step + 1}: Gennemgå posterne enkeltvis og afklar med ejeren af fagsystemet, hvilke der skal udlignes.`,
      deadline: `${30 - step}.06.2024`,
      consequence: step === 0 ? 'Risiko for at beløb ikke kan opkræves.' : '',
    })),
  });
  const cards = Array.from({ length: count }, (_, index) => card(index));
  const third = Math.ceil(count / 3);
  const functions = (slice: typeof cards) => [
    { code: '9.28.14', name: 'Tilgodehavender i betalingskontrol', cards: slice.slice(0, 1) },
    ...(slice.length > 1 ? [{ code: '9.52.56', name: LONG_NAME, cards: slice.slice(1) }] : []),
  ];
  const groups: [2 | 3, string, typeof cards][] = [
    [3, 'KSD', cards.slice(0, third)],
    [3, '', cards.slice(third, 2 * third)],
    [2, 'Kommunernes Ydelsessystem (KY)', cards.slice(2 * third)],
  ];
  return groups
    .filter(([, , slice]) => slice.length > 0)
    .map(([category, theme, slice]) => ({ category, theme, functions: functions(slice) }));
}

function planRows(groups: PlanGroup[]): Cell[][] {
  return groups.flatMap((group) =>
    group.functions.flatMap((imFunction) =>
      imFunction.cards.map((card): Cell[] => [
        card.account,
        card.accountName,
        card.committee,
        imFunction.code,
        group.theme,
        group.category,
        card.followUp,
        card.older,
        card.problem,
        card.steps.map((step) => step.activity).join('\n'),
        card.responsible,
        card.steps.map((step) => step.deadline).join('\n'),
        card.steps.map((step) => step.consequence).join('\n'),
      ]),
    ),
  );
}

function sampleTables(rows: number, groups: PlanGroup[]): Table[] {
  const contents: Partial<Record<TableId, { rows: Cell[][]; total: Cell[] | null }>> = {
    kategorier: {
      rows: [
        [1, 2_355, thousand(39_956_300_000n), 2_338, thousand(-10_697_400_000n), 17, thousand(50_653_600_000n)],
        [2, 80, thousand(-40_180_300_000n), 75, thousand(5_099_800_000n), 5, thousand(-45_280_100_000n)],
        [3, 6, thousand(224_000_000n), 97, thousand(5_597_500_000n), -91, thousand(-5_373_500_000n)],
      ],
      total: ['I alt', 2_441, thousand(0n), 2_510, thousand(0n), -69, thousand(0n)],
    },
    'afstemt-af': {
      rows: [
        ['Koncernservice', 2_326],
        ['Forvaltningerne', 115],
      ],
      total: ['I alt', 2_441],
    },
    'aeldre-end-1-aar': {
      rows: [
        ['9.28.15', 'KFF, Book Byen', BLANK, thousand(14_000_000n)],
        ['9.52.56', 'BIF, KSD', thousand(-45_200_000n), BLANK],
      ],
      total: ['I alt', '', thousand(-45_200_000n), thousand(14_000_000n)],
    },
    'tabel-1-1': {
      rows: balanceRows(rows),
      total: [
        'I alt',
        '',
        2_449,
        ...[0n, 39_956_300_000n, -39_956_300_000n, -40_180_300_000n, 224_000_000n, 0n, 0n].map(thousand),
      ],
    },
    handleplaner: { rows: planRows(groups), total: null },
    systemafstemninger: {
      rows: [
        [
          'KY',
          'Opus Debitor',
          krone(-401_300n),
          'Differencen er identificeret og bliver rettet i den kommende kørsel.',
          'BIF',
          'Afsluttet',
          'Ingen',
        ],
      ],
      total: null,
    },
    'afskrivninger-drift': {
      rows: [['9.28.14', '0.25.11', 'Beboelse', 'Bolig og erhverv', thousand(1_400_000n)]],
      total: ['I alt', '', '', '', thousand(1_400_000n)],
    },
    'periodiserede-poster': {
      rows: [['95900015', '9.52.59', LONG_NAME, '=1+1', thousand(123_400_000n), '@SUM(A1)']],
      total: ['I alt', '', '', '', thousand(123_400_000n), ''],
    },
  };
  return TABLE_IDS.map((id) => ({
    id,
    title: TITLES[id],
    columns: columns(HEADS[id]),
    rows: contents[id]?.rows ?? [],
    total: contents[id]?.total ?? null,
  }));
}

const heading = (level: 1 | 2 | 3, number: string, text: string): Block => ({
  kind: 'heading',
  level,
  id: `afsnit-${number === '' ? 'indledning' : number.replaceAll('.', '-')}`,
  number,
  text,
});
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const table = (id: TableId, notes: Extract<Block, { kind: 'table' }>['notes'] = []): Block => ({
  kind: 'table',
  table: id,
  notes,
});

function sampleDocument(groups: PlanGroup[]): Block[] {
  return [
    heading(1, '', 'Indledning'),
    paragraph(
      'Rapporten viser, hvordan kommunens balancekonti er afstemt ved udgangen af 2023, og hvad der følges op på. ≥ 1.000 kr. beskrives; navne som Łukasz og Šárka gengives – også med “citat” og 50 % −1.',
    ),
    {
      kind: 'list',
      items: [
        'Afsnit 1 dækker hele kommunen.',
        'Afsnit 2 dækker udvalgets egne konti, uanset hvem der afstemmer dem, og uanset hvor mange år tilbage posterne på dem går.',
      ],
    },
    {
      kind: 'figure',
      caption: 'Balancen, kategorierne og posterne til opfølgning',
      figure: {
        alternativeText: 'Hele balancen deles i tre kategorier; kategori 2 og 3 deles i poster over og under et år.',
        levels: [
          [{ label: 'Hele balancen', detail: '2.441 konti', category: null }],
          [
            { label: 'Afstemt uden bemærkninger', detail: '399.563 t.kr.', category: 1 },
            { label: 'Afstemt til opfølgning', detail: '-401.803 t.kr.', category: 2 },
            { label: 'Ikke afstemt', detail: '2.240 t.kr.', category: 3 },
          ],
          [
            { label: 'Poster ældre end 1 år', detail: '', category: null },
            { label: 'Poster på 1 år eller derunder', detail: '', category: null },
          ],
        ],
      },
    },
    heading(1, '1', 'Kommunens balanceafstemninger'),
    heading(2, '1.1', 'Afstemte konti'),
    paragraph('Der er afstemt 2.441 konti. Det er 69 færre end året før.'),
    table('kategorier', [{ mark: '1)', column: null, text: 'Egenkapitalen indgår alene med sin værdi.' }]),
    table('afstemt-af'),
    heading(2, '1.2', 'Beløb ældre end 1 år'),
    table('aeldre-end-1-aar', [{ mark: '1)', column: 'im-funktion', text: 'Den autoriserede kontoplan.' }]),
    heading(2, '1.3', 'Kommunens samlede balance'),
    paragraph('Tabellen viser alle funktioner på hovedkonto 9.'),
    table('tabel-1-1', [
      { mark: '1)', column: 'im-funktion', text: 'Den autoriserede kontoplan.' },
      { mark: '', column: null, text: 'Egenkapitalen afstemmes gennem noten til balancen.' },
    ]),
    heading(1, '2', 'Udvalgets balanceposter'),
    heading(2, '2.1', 'Konti til opfølgning'),
    paragraph('Udvalget har ingen konti til opfølgning.'),
    heading(2, '2.2', 'Handleplaner'),
    ...groups.flatMap((group, index): Block[] => [
      {
        kind: 'heading',
        level: 3,
        id: `plan-${index + 1}`,
        number: '',
        text: `Kategori ${group.category}: ${group.theme}`,
      },
      { kind: 'plans', group },
    ]),
    heading(2, '2.3', 'Kontrol af dataoverførsler'),
    table('systemafstemninger'),
    heading(1, '3', 'Afskrivninger'),
    table('afskrivninger-drift'),
    heading(3, '3.1.1', 'Øvrige'),
    table('afskrivninger-oevrige'),
    heading(1, '4', 'Periodiserede poster'),
    table('periodiserede-poster'),
    heading(1, '5', 'Bevægelser på balancen'),
    paragraph('Der er ingen bevægelser direkte på egenkapitalen.'),
  ];
}

/**
 * A hand-made model for tests of the renderers: long names, twelve digits, several themes, steps side by side, empty
 * tables, texts that begin like formulas. Its figures do not add up, and need not: a renderer never adds.
 */
export function sampleModel({ plans = 8, rows = 60, status = 'udkast' as ReportModel['status'] } = {}): ReportModel {
  const groups = planGroups(plans);
  return {
    year: 2023,
    period: '2023-12',
    balanceDate: '2023-12-31',
    municipality: 'Århus-Ærø Kommune',
    committee: { code: 'BIU', name: 'Beskæftigelses- og Integrationsudvalget' },
    status,
    title: 'Årsrapportering på balancen 2023',
    runningHead: 'Århus-Ærø Kommune – Regnskab 2023',
    document: sampleDocument(groups),
    tables: sampleTables(rows, groups),
    checks: [
      { id: 'sum', ok: true, message: 'Summen af udvalgene er lig med kommunens.', count: 0, subjects: [] },
      {
        id: 'handleplaner',
        ok: status === 'klar',
        message: '2 forhold mangler handleplan.',
        count: status === 'klar' ? 0 : 2,
        subjects: status === 'klar' ? [] : ['95600001', '95600002'],
      },
    ],
  };
}
