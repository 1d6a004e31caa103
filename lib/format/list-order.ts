import type { ListColumn } from './list.ts';
import { compareDanish } from './sort.ts';

export interface Sort {
  id: string;
  desc: boolean;
}

/** Reads `udvalg.asc,saldo.desc`: the first orders, the next orders what is equal. A column named twice counts once. */
export function parseSorts(text: string | null): Sort[] {
  const sorts = new Map<string, Sort>();
  for (const part of (text ?? '').split(',')) {
    const match = /^([^.]+)\.(asc|desc)$/.exec(part);
    if (match?.[1] && !sorts.has(match[1])) sorts.set(match[1], { id: match[1], desc: match[2] === 'desc' });
  }
  return [...sorts.values()];
}

/** The other way of {@link parseSorts}. */
export function formatSorts(sorts: readonly Sort[]): string {
  return sorts.map(({ id, desc }) => `${id}.${desc ? 'desc' : 'asc'}`).join(',');
}

const BLANK = -1;

/** Of each row its place among the column's values, from 0; BLANK where it has none. Equal values share a place. */
function placesOf<Row>(rows: readonly Row[], column: ListColumn<Row>): number[] {
  const { order } = column;
  if (order) return rows.map(order);
  const values = rows.map((row) => column.value(row));
  const distinct = [...new Set(values.flatMap((value) => (value === null || value === '' ? [] : [value])))];
  distinct.sort((left, right) => {
    if (typeof left === 'string' && typeof right === 'string') return compareDanish(left, right);
    return left < right ? -1 : left > right ? 1 : 0;
  });
  const places = new Map(distinct.map((value, place) => [value, place]));
  return values.map((value) => (value === null ? BLANK : (places.get(value) ?? BLANK)));
}

/**
 * The rows in the order of `sorts`: texts in Danish order, dates and numbers by size, blanks last both ways. What is
 * equal in all of them stands as it came; columns that are not there order nothing.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  sorts: readonly Sort[],
): readonly Row[] {
  const keys = sorts.flatMap(({ id, desc }) => {
    const column = columns.find((one) => one.id === id);
    return column ? [{ places: placesOf(rows, column), sign: desc ? -1 : 1 }] : [];
  });
  if (keys.length === 0) return rows;
  const order = rows.map((row, index) => ({ row, index }));
  order.sort((left, right) => {
    for (const { places, sign } of keys) {
      const one = places[left.index] ?? BLANK;
      const other = places[right.index] ?? BLANK;
      if (one === other) continue;
      if (one === BLANK || other === BLANK) return one === BLANK ? 1 : -1;
      return (one - other) * sign;
    }
    return left.index - right.index;
  });
  return order.map(({ row }) => row);
}
