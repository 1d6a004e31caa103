import type { CellChange, EditOutcome, TableKeeper } from '#components/data-table/editing.ts';
import type { Problem, Result } from '#lib/services/context.ts';

/** What the server answers to cells of a list: as an outcome has it, with problems in place of words. */
interface ListAnswer<Row> {
  changeSet: number | null;
  rows: readonly Row[];
  refused: readonly { rowId: string; columnId: string | null; problem: Problem }[];
}

export interface ListKeeperOptions<Row> extends Required<Pick<TableKeeper<Row>, 'outside'>> {
  place: string;
  /** As the page has them. */
  rows: readonly Row[];
  rowId: (row: Row) => string;
  textOf: (problem: Problem) => string;
  /** `known`: the row as it was last seen, by whose version the server tells whether somebody else was there first. */
  save: (changes: readonly CellChange[], known: (rowId: string) => Row | undefined) => Promise<Result<ListAnswer<Row>>>;
  undo: (changeSet: number) => Promise<Result<ListAnswer<Row>>>;
  /** Told of every row that was saved. */
  onSaved: (rows: readonly Row[]) => void;
}

/** Keeps what is typed into a list of a period. */
export function listKeeper<Row>({
  place,
  rows,
  rowId,
  textOf,
  save,
  undo,
  onSaved,
  outside,
}: ListKeeperOptions<Row>): TableKeeper<Row> {
  const known = new Map(rows.map((row) => [rowId(row), row]));
  /** The cells of each change set, to say of all of them why it could not be taken back. */
  const cellsOf = new Map<number, readonly CellChange[]>();

  function take(result: Result<ListAnswer<Row>>, cells: readonly CellChange[]): EditOutcome<Row> {
    if (!result.ok) {
      const message = result.problems.map(textOf).join(' ');
      const refused = cells.map((cell) => ({ rowId: cell.rowId, columnId: cell.columnId, message }));
      return { changeSet: null, rows: [], refused };
    }
    const { changeSet, rows: saved, refused } = result.value;
    for (const row of saved) known.set(rowId(row), row);
    if (changeSet !== null) cellsOf.set(changeSet, cells);
    onSaved(saved);
    return {
      changeSet,
      rows: saved,
      refused: refused.map(({ problem, ...cell }) => ({ ...cell, message: textOf(problem) })),
    };
  }

  return {
    place,
    outside,
    save: async (changes) => take(await save(changes, (id) => known.get(id)), changes),
    undo: async (changeSet) => take(await undo(changeSet), cellsOf.get(changeSet) ?? []),
  };
}
