import type { Category } from '#lib/domain/category.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import type { Ore } from '#lib/domain/money.ts';
import { compareDanish } from './sort.ts';

/**
 * What a list on screen and its export share: which columns there are, and which rows are left, in which order, by an
 * address. So the file holds what the page shows.
 */

/** A column by the kind of its values. null is left blank and sorts last. */
export type ListColumn<Row> = {
  /** Names the column in the address: `?sort=saldo.desc`. */
  id: string;
} & (
  | { kind: 'text'; value: (row: Row) => string }
  | { kind: 'link'; value: (row: Row) => string }
  | { kind: 'count'; value: (row: Row) => number | null }
  /** In øre. */
  | { kind: 'money'; value: (row: Row) => Ore | null }
  | { kind: 'date'; value: (row: Row) => IsoDate | null }
  /** null: not started. */
  | { kind: 'category'; value: (row: Row) => Category | null }
);

/** A way to narrow the rows to some of a few values: `?udvalg=BIU&udvalg=TMU`. */
export interface ListFilter<Row> {
  id: string;
  /** The values that a row has; it stays if one of them is chosen, or none is. */
  values: (row: Row) => readonly string[];
}

export interface Sort {
  id: string;
  desc: boolean;
}

export const QUERY_PARAMETER = 'q';
export const SORT_PARAMETER = 'sort';

/** Reads `saldo.desc`. */
export function parseSort(text: string | null): Sort | null {
  const match = /^(.+)\.(asc|desc)$/.exec(text ?? '');
  return match?.[1] ? { id: match[1], desc: match[2] === 'desc' } : null;
}

/** Order of two values of one column. Texts in Danish order; dates and numbers by size. */
export function compareValues(left: string | number | bigint, right: string | number | bigint): number {
  if (typeof left === 'string' && typeof right === 'string') return compareDanish(left, right);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Each row with the text that a search looks in (its texts and links), made once for all searches. */
export function indexRows<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
): { row: Row; text: string }[] {
  const searched = columns.filter((column) => column.kind === 'text' || column.kind === 'link');
  return rows.map((row) => ({
    row,
    text: searched
      .map((column) => column.value(row))
      .join('\n')
      .toLocaleLowerCase('da'),
  }));
}

/** The rows that hold every word of the query and, per filter, one of the chosen values. */
export function filterRows<Row>(
  rows: readonly { row: Row; text: string }[],
  query: string,
  filters: readonly ListFilter<Row>[],
  chosen: (filter: string) => readonly string[],
): Row[] {
  const words = query.toLocaleLowerCase('da').split(/\s+/).filter(Boolean);
  const sets = filters
    .map((filter) => ({ filter, values: new Set(chosen(filter.id)) }))
    .filter(({ values }) => values.size > 0);
  return rows
    .filter(
      ({ row, text }) =>
        words.every((word) => text.includes(word)) &&
        sets.every(({ filter, values }) => filter.values(row).some((value) => values.has(value))),
    )
    .map(({ row }) => row);
}

/** The rows that a list's address leaves, in its order; without one they stand as they come. */
export function selectRows<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  filters: readonly ListFilter<Row>[],
  address: URLSearchParams,
): Row[] {
  const query = address.get(QUERY_PARAMETER) ?? '';
  const left = filterRows(indexRows(rows, columns), query, filters, (id) => address.getAll(id));
  const sort = parseSort(address.get(SORT_PARAMETER));
  const column = columns.find(({ id }) => id === sort?.id);
  if (!sort || !column) return left;
  return left.sort((first, second) => {
    const [one, other] = [column.value(first), column.value(second)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return compareValues(one, other) * (sort.desc ? -1 : 1);
  });
}
