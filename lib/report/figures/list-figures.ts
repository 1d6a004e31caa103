import { sum } from '#lib/domain/money.ts';
import { DEADLINE_CHART } from '../deadline-chart.ts';
import { countLeftOut } from '../edition.ts';
import { type Cell, type Column, isMoney, type MoneyCell, type Table, type TableId, tableOf } from '../model.ts';
import { listCharts } from './chart-figures.ts';
import {
  CATEGORY_KEYS,
  type Draft,
  type FigureModel,
  hasFigures,
  isCount,
  lowerFirst,
  money,
  oreOf,
  TABLE_NAMES,
  textIn,
} from './draft.ts';
import { type Figure, type FigureScope, formatFigure } from './figure.ts';
import { listStated, PLAN_COUNT } from './stated-figures.ts';

/** The columns that tell a table's rows apart. */
const ROW_COLUMNS: Record<TableId, readonly string[]> = {
  kategorier: ['kategori'],
  'afstemt-af': ['enhed'],
  'aeldre-end-1-aar': ['im-funktion', 'enhed'],
  'tabel-1-1': ['im-funktion'],
  'tabel-2-1': ['im-funktion'],
  handleplaner: ['konto'],
  systemafstemninger: ['fagsystem', 'modtager'],
  'afskrivninger-drift': ['afskrevet-paa', 'modpost'],
  'afskrivninger-balance': ['afskrevet-paa', 'modpost'],
  'afskrivninger-oevrige': ['afskrevet-paa', 'modpost'],
  'periodiserede-poster': ['konto'],
  egenkapital: ['konto'],
};

/** What tells rows apart that these columns do not: a line more must not move what is bound to another. */
const TWIN_COLUMNS: Partial<Record<TableId, readonly string[]>> = {
  'afskrivninger-drift': ['navn', 'bevilling'],
  'afskrivninger-balance': ['navn', 'bevilling'],
  'afskrivninger-oevrige': ['navn', 'bevilling'],
  'periodiserede-poster': ['tekst'],
  egenkapital: ['tekst'],
};

/**
 * Every figure of a report, as what a text can be bound to and held against: each amount and count of its tables and
 * charts, and the sums and counts that its sentences state (product.md, rule 12). Keys are unique, can be typed, and
 * mean the same in every year's report. An amount that prints blank because there is none is not among them; one that
 * is blank because it is zero is. An open edition has none that it takes what is left out to know. Pure; the order
 * follows the tables.
 */
export function listFigures(model: FigureModel): Figure[] {
  const taken = new Map<string, number>();
  const { name, code } = model.committee;
  const whose = { committee: `udvalgets ${name} ${code}`, municipality: 'kommunens' };
  return [
    ...listCategories(tableOf(model, 'kategorier')),
    ...listStated(model),
    ...model.tables.filter(({ id }) => id !== 'kategorier').flatMap(listTable),
    ...listCharts(model),
  ]
    .filter((draft) => isTold(model, draft))
    .map((draft) => finish(draft, taken, whose));
}

/** What is summed or counted from several cells would be false where the open edition leaves some of them out. */
function isTold(model: FigureModel, { key, source }: Draft): boolean {
  if (model.edition !== 'open' || source !== undefined) return true;
  const isOfPlans = key.startsWith('handleplaner.') || key.startsWith(`diagram.${DEADLINE_CHART}.`);
  if (countLeftOut(model) > 0 && isOfPlans && key !== PLAN_COUNT) return false;
  return !model.redactions.some(({ kind, target }) => kind === 'column' && key === target.replace('.', '.i-alt.'));
}

/** Gives a draft a key that no other has: those alike are numbered in the order of their table. */
function finish(draft: Draft, taken: Map<string, number>, whose: Record<FigureScope, string>): Figure {
  const { key, cell, unit, scope, isTotal, thing = 'andet', also = '', source } = draft;
  const wanted = typeable(key);
  let own = wanted;
  let number = taken.get(wanted) ?? 0;
  while (taken.has(own)) {
    number += 1;
    own = `${wanted}.nr-${number}`;
  }
  if (number > 0) taken.set(wanted, number);
  taken.set(own, 1);
  const printed = formatFigure({ cell, unit });
  const label = `${OWNERS[scope]}, ${lowerFirst(draft.label)}`;
  const total = isTotal ? 'i alt total samlet' : '';
  const words = `${label} ${own} ${also} ${whose[scope]} ${total} ${printed}`.toLowerCase().replace(/\s+/g, ' ');
  const of = { scope, isTotal, thing: isMoney(cell) ? ('' as const) : thing };
  return { key: own, label, cell, unit, printed, ...of, words, source: source ?? null };
}

const OWNERS: Record<FigureScope, string> = { committee: 'Udvalget', municipality: 'Kommunen' };

/** A key of one line, without the braces that end it where it is typed, and short enough to be stored. */
function typeable(key: string, most = MOST_SIGNS): string {
  return key.normalize('NFC').replace(/[{}]/g, '').replace(/\s+/g, ' ').trim().slice(0, most).trim();
}
const MOST_SIGNS = 180;

/** All of them and each: every one is of the whole municipality. */
function listCategories(table: Table): Draft[] {
  const rows = table.rows.flatMap((row, index) =>
    readRow(table, row, index, `kategori${row[0]}`, `Kategori ${row[0]}`).map((draft) => ({ ...draft, isTotal: true })),
  );
  return table.total ? [...readRow(table, table.total, 'total', 'alle', 'Alle kategorier'), ...rows] : rows;
}

/** The figures of one row. */
function readRow(table: Table, row: readonly Cell[], index: number | 'total', key: string, name: string): Draft[] {
  const { scope } = TABLE_NAMES[table.id];
  const isTotal = index === 'total';
  const columns = table.columns.filter(hasFigures);
  return table.columns.flatMap((column, at): Draft[] => {
    if (!hasFigures(column)) return [];
    const cell = readCell(table, column, row[at] ?? '');
    if (cell === null) return [];
    const suffix = columns.length === 1 && isCount(column) ? '' : `.${CATEGORY_KEYS[column.id] ?? column.id}`;
    const label = `${name}: ${lowerFirst(column.label)}`;
    const source = { table: table.id, row: isTotal ? null : index, column: column.id };
    const also = NET_COLUMNS.includes(column.id) ? `${table.title} netto nettobeløb` : table.title;
    // However long the row's name is, the key says which column it is: an edition can leave that out.
    const own = `${typeable(key, MOST_SIGNS - suffix.length)}${suffix}`;
    return [{ key: own, label, cell, unit: column.unit, scope, isTotal, thing: COUNTED, also, source }];
  });
}

/** What every column of counts is of. */
const COUNTED = 'konti';

/** Where amounts against each other are summed, by whatever name the column has. */
const NET_COLUMNS = ['netto', 'netto-forrige', 'aendring-netto', 'opfoelgning'];

/** The figure of a cell; null where there is none. In the list of older amounts a blank is a zero (domain.md). */
function readCell(table: Table, column: Column, cell: Cell): MoneyCell | number | null {
  if (typeof cell === 'number') return cell;
  if (!isMoney(cell)) return null;
  if (cell.printed === '' && table.id !== 'aeldre-end-1-aar') return null;
  return money(BigInt(cell.ore), column.unit);
}

function listTable(table: Table): Draft[] {
  const { key, name } = TABLE_NAMES[table.id];
  const textsOf = (row: readonly Cell[], columns: readonly string[]) =>
    columns.map((id) => textIn(table, row, id)).filter((part) => part !== '');
  const namedBy = (row: readonly Cell[]) => textsOf(row, ROW_COLUMNS[table.id]).join('.');
  const alike = Map.groupBy(table.rows, namedBy);
  const rows = table.rows.flatMap((row, index) => {
    const texts = textsOf(row, ROW_COLUMNS[table.id]);
    const isOneOfSome = (alike.get(namedBy(row))?.length ?? 0) > 1;
    const further = isOneOfSome ? textsOf(row, TWIN_COLUMNS[table.id] ?? []) : [];
    const called = textIn(table, row, 'navn') || textIn(table, row, 'kontonavn');
    const words = [name, texts.join(' '), called, ...further.filter((part) => part !== called)];
    const label = words.filter((part) => part !== '').join(' ');
    return readRow(table, row, index, [key, ...texts, ...further].join('.'), label);
  });
  return [...rows, ...listTotals(table, key, name)];
}

/** A table's totals. Where the report prints none, because there are no rows or it sums none, they are summed here. */
function listTotals(table: Table, key: string, name: string): Draft[] {
  if (table.total) return readRow(table, table.total, 'total', `${key}.i-alt`, `${name} i alt`);
  const totals = table.columns.map((column, at): Cell => {
    if (column.unit !== '') return money(sum(table.rows.map((row) => oreOf(row[at]))), column.unit);
    return isCount(column) ? 0 : '';
  });
  return readRow(table, totals, 'total', `${key}.i-alt`, `${name} i alt`).map(({ source: _, ...draft }) => draft);
}
