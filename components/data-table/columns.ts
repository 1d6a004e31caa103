import type { Route } from 'next';
import type { TagTone } from '#components/ui/tag.tsx';
import type { Category } from '#lib/domain/category.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import type { ListFilter } from '#lib/format/list.ts';

interface ColumnBase<Row> {
  /** Names the column in the address: `?sort=saldo.desc`. */
  id: string;
  header: string;
  /** In px; a column that is not frozen takes its share of what is left. */
  width: number;
  /** Stays in view when the rest scrolls sideways. Frozen columns come first. */
  frozen?: boolean;
  /** Not shown until somebody chooses it. */
  optional?: boolean;
  /** What its rows are ordered by where that is not their value, such as the order of the work. */
  order?: (row: Row) => number;
  /** How its cells are changed; missing: they are only read. */
  edit?: CellEdit<Row>;
  /** Why its cells are only read, for whoever tries. */
  readOnly?: string;
}

/** A better text for a cell, which nobody must take. */
export interface CellAdvice {
  /** What is odd about the text that was typed, in words. */
  message: string;
  text: string;
  /** What the button says that takes the better one. */
  label: string;
}

/** How the cells of a column are changed. */
export interface CellEdit<Row> {
  /** What the cell holds as a person would type it: what an editor begins with, and what is copied. */
  text: (row: Row) => string;
  /** What is wrong with a text for this cell, in words for its place; null: it can be saved. '' empties the cell. */
  check: (text: string, row: Row) => string | null;
  /** Why this row's cell takes nothing; null: it does. */
  refusal?: (row: Row) => string | null;
  /** What is odd about a text that can be saved, and a better one; null: nothing is. */
  advise?: (text: string) => CellAdvice | null;
  /** What can be chosen, where only some texts fit. */
  options?: readonly { value: string; label: string }[];
}

/** A column by the kind of its values, which decides alignment, format and order. null is left blank and sorts last. */
export type Column<Row> = ColumnBase<Row> &
  /** With a tone, a text that is not empty is shown as a tag. */
  (
    | { kind: 'text'; value: (row: Row) => string; tone?: TagTone }
    /** The row's own address: Enter on the row opens the first one. */
    | { kind: 'link'; value: (row: Row) => string; href: (row: Row) => Route }
    /** Summed over the rows of a group, unless `sum` is false. */
    | { kind: 'count'; value: (row: Row) => number | null; sum?: boolean }
    /** In øre. Summed in the status bar, unless `sum` is false. */
    | { kind: 'money'; value: (row: Row) => bigint | null; sum?: boolean }
    /** With a mark, its date stands out or is struck, and the word is read with it. */
    | {
        kind: 'date';
        value: (row: Row) => IsoDate | null;
        mark?: (row: Row) => { shown: 'tagged' | 'struck'; word: string } | null;
      }
    /** null: not started, unless `otherwise` has another word for the row. */
    | { kind: 'category'; value: (row: Row) => Category | null; otherwise?: (row: Row) => string | null }
  );

/** A column as it is shown: with the width that a person gave it, where one did. */
export type VisibleColumn<Row> = Column<Row> & {
  /** A person set its width: it no longer takes its share of what is left. */
  resized: boolean;
};

/** Whether the column's values are numbers, which stand to the right. */
export function isNumeric(column: { kind: Column<never>['kind'] }): boolean {
  return column.kind === 'money' || column.kind === 'count';
}

/** A filter with the words that it is shown by. */
export interface SetFilter<Row> extends ListFilter<Row> {
  label: string;
  options: readonly { value: string; label: string }[];
}
