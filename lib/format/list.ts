import type { Category } from '#lib/domain/category.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import type { Ore } from '#lib/domain/money.ts';
import { formatCount, formatOre } from './amount.ts';
import { formatDate } from './date.ts';

/**
 * What a list on screen and its export share: which columns there are, and which rows are left, in which order, by an
 * address. So the file holds what the page shows.
 */

/** Value of a filter for rows that name nothing in it. */
export const NONE = 'ingen';

/** A column by the kind of its values. null and '' are left blank and sort last. */
export type ListColumn<Row> = {
  /** Names the column in the address: `?sort=saldo.desc`. */
  id: string;
  /** Not shown until somebody chooses it. */
  optional?: boolean;
  /** What its rows are ordered by where that is not their value, such as the order of the work. */
  order?: (row: Row) => number;
} & (
  | { kind: 'text'; value: (row: Row) => string }
  /** Names the row: shown first, and always. */
  | { kind: 'link'; value: (row: Row) => string }
  /** Summed, unless `sum` is false. */
  | { kind: 'count'; value: (row: Row) => number | null; sum?: boolean }
  /** In øre. Summed, unless `sum` is false. */
  | { kind: 'money'; value: (row: Row) => Ore | null; sum?: boolean }
  | { kind: 'date'; value: (row: Row) => IsoDate | null }
  /** null: not started, unless `otherwise` has another word for the row. */
  | { kind: 'category'; value: (row: Row) => Category | null; otherwise?: (row: Row) => string | null }
);

/** A way to narrow the rows to some of a few values: `?udvalg=BIU&udvalg=TMU`. */
export interface ListFilter<Row> {
  id: string;
  /** The values that a row has; it stays if one of them is chosen, or none is. */
  values: (row: Row) => readonly string[];
}

/** What stands in a cell, as it is read: `190.466,00`, `31.12.2023`. */
export function displayedText<Row>(column: ListColumn<Row>, row: Row): string {
  switch (column.kind) {
    case 'text':
    case 'link':
      return column.value(row);
    case 'count': {
      const count = column.value(row);
      return count === null ? '' : formatCount(count);
    }
    case 'money': {
      const amount = column.value(row);
      return amount === null ? '' : formatOre(amount);
    }
    case 'date': {
      const date = column.value(row);
      return date === null ? '' : formatDate(date);
    }
    case 'category':
      return column.otherwise?.(row) ?? String(column.value(row) ?? '');
  }
}
