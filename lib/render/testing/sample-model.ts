import type { Block, PlanGroup, ReportModel, TableId } from '#lib/report/model.ts';
import { planGroups } from './sample-plans.ts';
import { sampleTables } from './sample-tables.ts';

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

/** A text with everything that a text can have: looks, an address, figures, lists, tables, notes of one and two digits. */
function sampleText(): Block {
  return {
    kind: 'rich',
    place: 'afstemte-konti',
    owner: '',
    blocks: [
      {
        kind: 'paragraph',
        runs: [
          { text: 'Kategori 3 er faldet med ' },
          { text: '91', bold: true, figure: 'kategori3.antal.aendring' },
          { text: ' konti', note: '1' },
          { text: '', note: '12' },
          { text: '. Se ' },
          { text: 'kommunens regnskab', href: 'https://example.org/regnskab' },
          { text: ', hvor beløbet er omtalt – også for Łódź.\nEn ny linje.' },
        ],
      },
      {
        kind: 'list',
        ordered: true,
        items: [[{ text: 'Første punkt.' }], [{ text: 'Andet punkt', bold: true, note: '13' }]],
      },
      { kind: 'list', ordered: false, items: [[{ text: 'Et punkt uden nummer.' }]] },
      {
        kind: 'table',
        head: [[{ text: 'Fagsystem' }], [{ text: 'Difference', note: '14' }]],
        rows: [
          [[{ text: 'KSD' }], [{ text: '-401.803 t.kr.', figure: 'kategori2.netto' }]],
          [[{ text: 'KY' }], [{ text: '0' }]],
        ],
      },
      { kind: 'table', head: null, rows: [[[{ text: 'Uden hoved' }], [{ text: 'tekst' }]]] },
    ],
    notes: [
      { mark: '1', runs: [{ text: 'Mod 97 året før.' }] },
      { mark: '12', runs: [{ text: 'Opgjort i ' }, { text: 'marts', bold: true }, { text: '.' }] },
      { mark: '13', runs: [{ text: 'Se også ', href: 'mailto:demo@example.org' }] },
      { mark: '14', runs: [{ text: 'I t.kr.' }] },
    ],
  };
}

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
    sampleText(),
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
    edition: 'closed',
    redactions: [],
    version: null,
    brand: { colour: null, logo: null },
    title: 'Årsrapportering på balancen 2023',
    runningHead: 'Århus-Ærø Kommune – Regnskab 2023',
    document: sampleDocument(groups),
    tables: sampleTables(rows, groups),
    counts: {
      separate: 8,
      withoutVerdict: 0,
      notApproved: 0,
      approved: 2_441,
      byAdministrations: 115,
      findings: 90,
      olderFindings: 41,
      controls: 4,
    },
    checks: [
      {
        id: 'sum',
        severity: 'blocking',
        ok: true,
        message: 'Summen af udvalgene er lig med kommunens.',
        count: 0,
        subjects: [],
        places: [],
      },
      {
        id: 'handleplaner',
        severity: 'blocking',
        ok: status === 'klar',
        message: '2 forhold mangler handleplan.',
        count: status === 'klar' ? 0 : 2,
        subjects: status === 'klar' ? [] : ['95600001', '95600002'],
        places: [],
      },
    ],
  };
}
