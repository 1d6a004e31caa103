import { PLAN_THRESHOLD } from '#lib/domain/finding.ts';
import { sum } from '#lib/domain/money.ts';
import { kroner, thousands } from '../cells.ts';
import { countPlans } from '../edition.ts';
import { type Cell, isMoney, type Table, type TableId, tableOf } from '../model.ts';
import {
  CATEGORY_KEYS,
  type Draft,
  type FigureModel,
  hasFigures,
  isCount,
  lowerFirst,
  oreOf,
  TABLE_NAMES,
  textIn,
} from './draft.ts';
import type { FigureScope, FigureThing } from './figure.ts';

/** The sums and counts that sentences of the report state and no cell holds. */
export function listStated(model: FigureModel): Draft[] {
  return [...listFollowUp(model), ...listCounts(model), ...listSums(model)];
}

/** Categories 2 and 3 of the municipality together, this year, last year and the change; by age. */
function listFollowUp(model: FigureModel): Draft[] {
  const categories = tableOf(model, 'kategorier');
  const ofBoth = (id: string): Cell[] => {
    const at = categories.columns.findIndex((column) => column.id === id);
    return categories.rows.slice(1).map((row) => row[at] ?? '');
  };
  const together = categories.columns.filter(hasFigures).flatMap((column): Draft[] => {
    const cells = ofBoth(column.id);
    const name = `Til opfølgning (kategori 2 og 3): ${lowerFirst(column.label)}`;
    const key = `opfoelgning.${CATEGORY_KEYS[column.id] ?? column.id}`;
    if (cells.some((cell) => cell === '' || (isMoney(cell) && cell.printed === ''))) return [];
    const cell = isCount(column)
      ? cells.reduce<number>((total, each) => total + (typeof each === 'number' ? each : 0), 0)
      : thousands(sum(cells.map(oreOf)));
    const also = isCount(column) ? '' : 'netto';
    return [{ key, label: name, cell, unit: column.unit, scope: 'municipality', isTotal: true, thing: 'konti', also }];
  });
  const whole = tableOf(model, 'tabel-1-1');
  const own = tableOf(model, 'tabel-2-1');
  return [
    ...together,
    ...listAges(whole, 'opfoelgning', 'opfoelgning-kategori-'),
    ...listAges(own, 'udvalget', 'kategori-'),
    ...[whole, own].flatMap(listOlderOfRows),
  ];
}

/** Follow-up by age, from a table's totals: older than one year in all, and what is not older. */
function listAges(table: Table, key: string, followUp: string): Draft[] {
  const older = [2, 3].map((category) => totalOre(table, `aeldre-kategori-${category}`));
  const newer = [2, 3].map((category, index) => totalOre(table, `${followUp}${category}`) - (older[index] ?? 0n));
  const draft = (part: string, label: string, ore: bigint): Draft => ({
    key: `${key}.${part}`,
    label: `Til opfølgning: ${label}`,
    cell: thousands(ore),
    unit: 't.kr.',
    scope: TABLE_NAMES[table.id].scope,
    isTotal: true,
    also: table.title,
  });
  return [
    draft('aeldre', 'ældre end ét år', sum(older)),
    draft('hoejst-et-aar', 'højst ét år gammelt', sum(newer)),
    draft('hoejst-et-aar.kategori-2', 'højst ét år gammelt i kategori 2', newer[0] ?? 0n),
    draft('hoejst-et-aar.kategori-3', 'højst ét år gammelt i kategori 3', newer[1] ?? 0n),
  ];
}

/** What is older than one year of each function, categories 2 and 3 together. */
function listOlderOfRows(table: Table): Draft[] {
  const { key, name, scope } = TABLE_NAMES[table.id];
  const at = [2, 3].map((category) => table.columns.findIndex((column) => column.id === `aeldre-kategori-${category}`));
  return table.rows.flatMap((row): Draft[] => {
    const cells = at.map((index) => row[index] ?? '');
    if (!cells.every((cell) => isMoney(cell) && cell.printed !== '')) return [];
    const code = textIn(table, row, 'im-funktion');
    return [
      {
        key: `${key}.${code}.aeldre`,
        label: `${name} ${code} ${textIn(table, row, 'navn')}: ældre end 1 år i kategori 2 og 3`,
        cell: thousands(sum(cells.map(oreOf))),
        unit: 't.kr.',
        scope,
        isTotal: false,
        also: table.title,
      },
    ];
  });
}

function listCounts(model: FigureModel): Draft[] {
  const { counts } = model;
  const plans = tableOf(model, 'handleplaner');
  const planCount = countPlans(model);
  const own = tableOf(model, 'tabel-2-1');
  const functions = tableOf(model, 'tabel-1-1');
  const ofCategory = (category: number) => countRows(plans, 'kategori', (cell) => cell === category);
  const withFollowUp = countRows(functions, 'opfoelgning', (cell) => oreOf(cell) !== 0n);
  const total = own.total?.[own.columns.findIndex(({ id }) => id === 'antal-konti')];
  const findings = typeof total === 'number' ? total : 0;
  const drafts: [scope: FigureScope, thing: FigureThing, key: string, label: string, count: number][] = [
    [WHOLE, 'konti', 'afstemt-af.forvaltningerne', 'Afstemt af forvaltningerne: antal konti', counts.byAdministrations],
    [WHOLE, 'konti', 'saerskilt-afstemte.antal', 'Antal konti, der afstemmes særskilt', counts.separate],
    [WHOLE, 'konti', 'ikke-vurderede.antal', 'Antal konti, der ikke er vurderet', counts.withoutVerdict],
    [WHOLE, 'konti', 'godkendte.antal', 'Antal konti, der er godkendt', counts.approved],
    [WHOLE, 'konti', 'ikke-godkendte.antal', 'Antal konti, der er vurderet, men ikke godkendt', counts.notApproved],
    [WHOLE, 'forhold', 'forhold.antal', 'Antal forhold til opfølgning', counts.findings],
    [WHOLE, 'forhold', 'forhold.aeldre.antal', 'Antal forhold med beløb ældre end 1 år', counts.olderFindings],
    [WHOLE, 'andet', 'im-funktioner.antal', 'Antal IM-funktioner i balancen', functions.rows.length],
    [WHOLE, 'andet', 'im-funktioner.opfoelgning.antal', 'Antal IM-funktioner med beløb til opfølgning', withFollowUp],
    [OWN, 'forhold', 'udvalget.forhold.antal', 'Antal forhold til opfølgning', findings],
    [OWN, 'handleplaner', PLAN_COUNT, 'Antal handleplaner', planCount],
    [OWN, 'handleplaner', 'handleplaner.kategori-2.antal', 'Antal handleplaner i kategori 2', ofCategory(2)],
    [OWN, 'handleplaner', 'handleplaner.kategori-3.antal', 'Antal handleplaner i kategori 3', ofCategory(3)],
    [
      OWN,
      'forhold',
      'uden-handleplan.antal',
      'Antal forhold under bagatelgrænsen, som ikke er beskrevet',
      findings - planCount,
    ],
    [OWN, 'andet', 'dataoverfoersler.antal', 'Antal kontroller af dataoverførsler', counts.controls],
    [
      OWN,
      'andet',
      'systemafstemninger.antal',
      'Antal kontroller af dataoverførsler med difference',
      tableOf(model, 'systemafstemninger').rows.length,
    ],
    [OWN, 'andet', 'afskrivninger.antal', 'Antal afskrivninger', sumRows(model, WRITE_OFFS)],
    [
      OWN,
      'andet',
      'periodiserede-poster.antal',
      'Antal periodiserede poster',
      sumRows(model, ['periodiserede-poster']),
    ],
    [OWN, 'andet', 'egenkapital.antal', 'Antal bevægelser på egenkapitalen', sumRows(model, ['egenkapital'])],
  ];
  return drafts.map(([scope, thing, key, label, cell]) => ({
    key,
    label,
    cell,
    unit: '',
    scope,
    isTotal: true,
    thing,
  }));
}

/** The key of how many action plans there are, whatever an edition leaves out. */
export const PLAN_COUNT = 'handleplaner.antal';

const WHOLE: FigureScope = 'municipality';
const OWN: FigureScope = 'committee';

const WRITE_OFFS: TableId[] = ['afskrivninger-drift', 'afskrivninger-balance', 'afskrivninger-oevrige'];

function sumRows(model: FigureModel, ids: TableId[]): number {
  return ids.reduce((count, id) => count + tableOf(model, id).rows.length, 0);
}

function countRows(table: Table, id: string, holds: (cell: Cell | undefined) => boolean): number {
  const at = table.columns.findIndex((column) => column.id === id);
  return table.rows.filter((row) => holds(row[at])).length;
}

function listSums(model: FigureModel): Draft[] {
  const writtenOff = sum(WRITE_OFFS.map((id) => totalOre(tableOf(model, id), 'beloeb')));
  return [
    {
      key: 'afskrivninger.i-alt',
      label: 'Afskrivninger i alt',
      cell: thousands(writtenOff),
      unit: 't.kr.',
      scope: 'committee',
      isTotal: true,
    },
    {
      key: 'bagatelgraense',
      label: 'Grænsen for, hvornår et forhold beskrives med en handleplan',
      cell: kroner(PLAN_THRESHOLD),
      unit: 'kr.',
      scope: 'municipality',
      isTotal: false,
    },
  ];
}

/** The amount of one cell in a table's total in øre, 0 where it has no rows. */
function totalOre(table: Table, id: string): bigint {
  return oreOf(table.total?.[table.columns.findIndex((column) => column.id === id)]);
}
