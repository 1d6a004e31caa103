/** What stands in one line of a grid: a row, or the head of a group with the sums of its rows. */
export type GridLine<Row> = RowLine<Row> | GroupLine;

interface RowLine<Row> {
  kind: 'row';
  id: string;
  row: Row;
}

export interface GroupLine {
  kind: 'group';
  /** Of the group, stable while its values are. */
  id: string;
  /** 0 for the outermost. */
  depth: number;
  /** The column's head and the group's value: `Udvalg: BIU`. */
  label: string;
  /** Rows within. */
  count: number;
  isOpen: boolean;
  /** Sums in øre (money) or whole numbers (counts) by column id. */
  sums: ReadonlyMap<string, bigint>;
}
