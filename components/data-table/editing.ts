/** A cell that a person gave a new text, as typed. */
export interface CellChange {
  rowId: string;
  columnId: string;
  text: string;
}

/** What the keeper of a table's rows answers to changes. */
export interface EditOutcome<Row> {
  /** Names what was saved as one, for taking it back; null: nothing was saved. */
  changeSet: number | null;
  /** The rows as they now stand, of all that were named: one that was saved before its answer was lost changes nothing. */
  rows: readonly Row[];
  /** Cells (or, without a column, rows) that were refused, in words. */
  refused: readonly { rowId: string; columnId: string | null; message: string }[];
}

/** Keeps what is typed into a table. Each call is one step that can be taken back. Rejects when it cannot be reached. */
export interface TableKeeper<Row> {
  /** Names the list and the person: what could not be sent is kept in the browser under it. */
  place: string;
  save: (changes: readonly CellChange[]) => Promise<EditOutcome<Row>>;
  /** Takes a change set back, as a change set of its own: undoing that one does it again. */
  undo: (changeSet: number) => Promise<EditOutcome<Row>>;
  /** Tells of change sets that are made beside the cells, to be taken back in their turn. @returns how to hear no more */
  outside?: (take: (changeSet: number) => void) => () => void;
}
