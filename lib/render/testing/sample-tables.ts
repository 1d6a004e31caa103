import { formatThousands } from '#lib/format/amount.ts';
import {
  type Cell,
  type Column,
  type MoneyCell,
  type PlanGroup,
  TABLE_IDS,
  type Table,
  type TableId,
  type Unit,
} from '#lib/report/model.ts';
import { krone, LONG_NAME, planRows } from './sample-plans.ts';

const thousand = (ore: bigint): MoneyCell => ({ ore: String(ore), printed: formatThousands(ore) });
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
  ['forklaring', 'Forklaring'],
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

/** All twelve tables, eight of them with rows; table 1.1 has `rows`. */
export function sampleTables(rows: number, groups: PlanGroup[]): Table[] {
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
      rows: [['95900015', '9.52.59', LONG_NAME, '=1+1', thousand(123_400_000n), '@SUM(A1)', LONG_NAME]],
      total: ['I alt', '', '', '', thousand(123_400_000n), '', ''],
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
