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

/** What a row is ordered by in a column; null: it has nothing there. */
type Key = string | number | bigint | null;

/** Of each row what it is ordered by in a column. */
function keysOf<Row>(rows: readonly Row[], column: ListColumn<Row>): Key[] {
  const { order } = column;
  if (order) return rows.map(order);
  if (column.kind === 'text' || column.kind === 'link') return placesOf(rows.map(column.value));
  return rows.map((row) => column.value(row));
}

/** Of each text its place among all in Danish order: each two are compared by it once and not at every step. */
function placesOf(texts: readonly string[]): Key[] {
  const places = new Map<string, number>();
  for (const text of [...new Set(texts)].sort(compareDanish)) places.set(text, places.size);
  return texts.map((text) => (text === '' ? null : (places.get(text) ?? null)));
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
  const levels = sorts.flatMap(({ id, desc }) => {
    const column = columns.find((one) => one.id === id);
    return column ? [{ keys: keysOf(rows, column), sign: desc ? -1 : 1 }] : [];
  });
  if (levels.length === 0) return rows;
  const order = rows.map((row, index) => ({ row, index }));
  order.sort((left, right) => {
    for (const { keys, sign } of levels) {
      const one = keys[left.index] ?? null;
      const other = keys[right.index] ?? null;
      if (one === other) continue;
      if (one === null || other === null) return one === null ? 1 : -1;
      return one < other ? -sign : sign;
    }
    return left.index - right.index;
  });
  return order.map(({ row }) => row);
}
