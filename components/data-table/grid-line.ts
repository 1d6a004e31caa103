import type { VisibleColumn } from './columns.ts';

/** Where a line of the grid stands, and the columns that it is drawn in. */
export interface GridLineProps<Row> {
  /** The line's id in the page; a cell's has its column's place behind it. */
  id: string;
  /** From 0 among the lines. */
  index: number;
  /** In px. */
  top: number;
  height: number;
  template: string;
  columns: readonly VisibleColumn<Row>[];
  /** Left offsets in px of the frozen columns. */
  offsets: readonly (number | null)[];
  /** `aria-colindex` of the first column. */
  first: number;
  /** The cursor is in it. */
  isActive: boolean;
}
