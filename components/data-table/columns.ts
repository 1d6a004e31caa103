import type { Route } from 'next';
import type { Category } from '#lib/domain/category.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import { compareDanish } from '#lib/format/sort.ts';

interface ColumnBase {
  /** Names the column in the address: `?sort=saldo.desc`. */
  id: string;
  header: string;
  /** In px; a column that is not frozen takes its share of what is left. */
  width: number;
  /** Stays in view when the rest scrolls sideways. Frozen columns come first. */
  frozen?: boolean;
}

/** A column by the kind of its values, which decides alignment, format and order. null is left blank and sorts last. */
export type Column<Row> = ColumnBase &
  (
    | { kind: 'text'; value: (row: Row) => string }
    /** The row's own address: Enter on the row opens the first one. */
    | { kind: 'link'; value: (row: Row) => string; href: (row: Row) => Route }
    | { kind: 'count'; value: (row: Row) => number | null }
    /** In øre. Summed in the status bar, unless `sum` is false. */
    | { kind: 'money'; value: (row: Row) => bigint | null; sum?: boolean }
    | { kind: 'date'; value: (row: Row) => IsoDate | null }
    /** null: not started. */
    | { kind: 'category'; value: (row: Row) => Category | null }
  );

type Value = string | number | bigint | null;

/** Whether the column's values are numbers, which stand to the right. */
export function isNumeric(column: { kind: Column<never>['kind'] }): boolean {
  return column.kind === 'money' || column.kind === 'count';
}

/** Order of two values of one column. Texts in Danish order; dates and numbers by size. */
export function compareValues(left: NonNullable<Value>, right: NonNullable<Value>): number {
  if (typeof left === 'string' && typeof right === 'string') return compareDanish(left, right);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A way to narrow the rows to some of a few values. The value's name in the address is `id`. */
export interface SetFilter<Row> {
  id: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** The values that a row has; it stays if one of them is chosen, or none is. */
  values: (row: Row) => readonly string[];
}

/** The text of a row that a search looks in: its texts and links, without regard to case. */
export function searchableText<Row>(row: Row, columns: readonly Column<Row>[]): string {
  const texts = columns.map((column) => (column.kind === 'text' || column.kind === 'link' ? column.value(row) : ''));
  return texts.join('\n').toLocaleLowerCase('da');
}

/** The words of a query, each of which a row must contain. */
export function queryWords(query: string): string[] {
  return query.toLocaleLowerCase('da').split(/\s+/).filter(Boolean);
}
