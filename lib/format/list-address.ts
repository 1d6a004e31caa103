import type { ListColumn, ListFilter } from './list.ts';
import { type Condition, formatConditions, parseConditions, testOf } from './list-conditions.ts';
import { parseGroups } from './list-groups.ts';
import { formatSorts, parseSorts, type Sort, sortRows } from './list-order.ts';
import { indexRows } from './list-search.ts';

/** What a list's address says, beside the set filters, which have a parameter each. */
export interface ListView {
  sorts: readonly Sort[];
  conditions: readonly Condition[];
  /** Columns that the rows are gathered by. */
  groups: readonly string[];
  /** Columns that are shown, in their order; null: those that are not optional. */
  columns: readonly string[] | null;
}

export const QUERY_PARAMETER = 'q';
/** The row that is open beside the list: of the page alone, and no part of what the list shows. */
export const OPEN_PARAMETER = 'vis';
export const SORT_PARAMETER = 'sort';
export const CONDITION_PARAMETER = 'hvor';
export const GROUP_PARAMETER = 'grupper';
export const COLUMN_PARAMETER = 'kolonner';

/** Reads a list's address. What it does not know, it leaves out. */
export function parseView(address: URLSearchParams, columns: readonly ListColumn<never>[]): ListView {
  const known = new Set(columns.map(({ id }) => id));
  const named = address.get(COLUMN_PARAMETER)?.split(',') ?? [];
  const chosen = [...new Set(named)].filter((id) => known.has(id));
  return {
    sorts: parseSorts(address.get(SORT_PARAMETER)).filter(({ id }) => known.has(id)),
    conditions: parseConditions(address.getAll(CONDITION_PARAMETER), columns),
    groups: parseGroups(address.get(GROUP_PARAMETER), columns),
    columns: chosen.length > 0 ? chosen : null,
  };
}

/** Writes what changed of a view into an address, beside whatever else stands there. */
export function writeView(address: URLSearchParams, view: Partial<ListView>): void {
  const set = (name: string, text: string) => (text === '' ? address.delete(name) : address.set(name, text));
  if (view.sorts) set(SORT_PARAMETER, formatSorts(view.sorts));
  if (view.groups) set(GROUP_PARAMETER, view.groups.join(','));
  if (view.columns !== undefined) set(COLUMN_PARAMETER, view.columns?.join(',') ?? '');
  if (view.conditions) {
    address.delete(CONDITION_PARAMETER);
    for (const text of formatConditions(view.conditions)) address.append(CONDITION_PARAMETER, text);
  }
}

/** Columns that are grouped by order the rows before all others: upwards, unless the order says otherwise. */
export function orderOf({ sorts, groups }: Pick<ListView, 'sorts' | 'groups'>): Sort[] {
  const first = groups.map((id) => sorts.find((sort) => sort.id === id) ?? { id, desc: false });
  return [...first, ...sorts.filter(({ id }) => !groups.includes(id))];
}

/** The rows that have, per filter, one of the chosen values and meet every condition. */
export function filterRows<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  filters: readonly ListFilter<Row>[],
  chosen: (filter: string) => readonly string[],
  conditions: readonly Condition[],
): readonly Row[] {
  const sets = filters
    .map((filter) => ({ filter, values: new Set(chosen(filter.id)) }))
    .filter(({ values }) => values.size > 0);
  const tests = conditions.map((condition) => testOf(condition, columns));
  if (sets.length === 0 && tests.length === 0) return rows;
  return rows.filter(
    (row) =>
      sets.every(({ filter, values }) => filter.values(row).some((value) => values.has(value))) &&
      tests.every((test) => test(row)),
  );
}

/** The rows that a list's address leaves, in its order; without one they stand as they come. */
export function selectRows<Row extends object>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  filters: readonly ListFilter<Row>[],
  address: URLSearchParams,
): readonly Row[] {
  const view = parseView(address, columns);
  const left = filterRows(rows, columns, filters, (id) => address.getAll(id), view.conditions);
  const found = indexRows(rows, columns).find(left, address.get(QUERY_PARAMETER) ?? '');
  return sortRows(found, columns, orderOf(view));
}

/** The columns that an address shows: what names the row always and first, then those chosen, in their order. */
export function selectColumns<Column extends { id: string; kind: string; optional?: boolean }>(
  columns: readonly Column[],
  chosen: readonly string[] | null,
): Column[] {
  const names = columns.filter(({ kind }) => kind === 'link');
  const others = columns.filter(({ kind }) => kind !== 'link');
  if (chosen === null) return [...names, ...others.filter(({ optional }) => !optional)];
  return [...names, ...chosen.flatMap((id) => others.find((column) => column.id === id) ?? [])];
}

/** The search of a list's address without the row that is open beside it. */
export function withoutOpenRow(address: { toString: () => string }): string {
  const params = new URLSearchParams(address.toString());
  params.delete(OPEN_PARAMETER);
  return params.toString();
}
