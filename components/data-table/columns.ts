import type { Route } from 'next';
import type { TagTone } from '#components/ui/tag.tsx';
import type { Category } from '#lib/domain/category.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import type { ListFilter } from '#lib/format/list.ts';

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
  /** With a tone, a text that is not empty is shown as a tag. */
  (
    | { kind: 'text'; value: (row: Row) => string; tone?: TagTone }
    /** The row's own address: Enter on the row opens the first one. */
    | { kind: 'link'; value: (row: Row) => string; href: (row: Row) => Route }
    | { kind: 'count'; value: (row: Row) => number | null }
    /** In øre. Summed in the status bar, unless `sum` is false. */
    | { kind: 'money'; value: (row: Row) => bigint | null; sum?: boolean }
    | { kind: 'date'; value: (row: Row) => IsoDate | null }
    /** null: not started, unless `otherwise` has another word for the row. */
    | { kind: 'category'; value: (row: Row) => Category | null; otherwise?: (row: Row) => string | null }
  );

/** Whether the column's values are numbers, which stand to the right. */
export function isNumeric(column: { kind: Column<never>['kind'] }): boolean {
  return column.kind === 'money' || column.kind === 'count';
}

/** A filter with the words that it is shown by. */
export interface SetFilter<Row> extends ListFilter<Row> {
  label: string;
  options: readonly { value: string; label: string }[];
}
