import type { CellRect } from './cell-range.ts';

/** What pasting needs to know of a grid. */
export interface PasteGrid {
  /** Lines that are rows (and not heads of groups), from the top. */
  rowLines: readonly number[];
  /** The heads of the columns, in their order. */
  heads: readonly string[];
  /** The column that names rows; -1 where none does. */
  keyColumn: number;
  /** What the key column holds in a line. */
  keyOf: (line: number) => string;
}

/** Which text goes to which cell, and what finds no place: nothing is dropped in silence. */
export interface PastePlan {
  cells: { line: number; column: number; text: string }[];
  /** Rows of the block for which the grid has no row. */
  rowsBeyond: number;
  /** Columns of the block for which the grid has no column. */
  columnsBeyond: number;
  /** Keys that no row has. */
  unknownKeys: string[];
  /** Keys that several rows have. */
  doubtfulKeys: string[];
  /** Heads that name no column. */
  unknownHeads: string[];
  /** The rectangle that was written to; null where nothing was, or rows were found by their keys. */
  rect: CellRect | null;
}

function plain(text: string): string {
  return text.trim().toLocaleLowerCase('da');
}

function rectAround(cells: PastePlan['cells']): CellRect | null {
  const first = cells[0];
  if (!first) return null;
  const rect = { top: first.line, bottom: first.line, left: first.column, right: first.column };
  for (const { line, column } of cells) {
    rect.top = Math.min(rect.top, line);
    rect.bottom = Math.max(rect.bottom, line);
    rect.left = Math.min(rect.left, column);
    rect.right = Math.max(rect.right, column);
  }
  return rect;
}

/** Where the columns of a block go that names its rows by a key: the key's place in it, and the target of each other. */
interface KeyedBlock {
  keyAt: number;
  /** By the block's column: the grid's; null where there is none. */
  targets: readonly (number | null)[];
  rows: readonly (readonly string[])[];
  unknownHeads: string[];
}

/** Reads a block whose first row names columns, the key among them; null where it does not. */
function readHeads(block: readonly (readonly string[])[], grid: PasteGrid): KeyedBlock | null {
  const names = block[0] ?? [];
  const heads = grid.heads.map(plain);
  const keyAt = names.findIndex((name) => plain(name) === heads[grid.keyColumn]);
  if (keyAt < 0 || block.length < 2) return null;
  const targets = names.map((name) => {
    const column = heads.indexOf(plain(name));
    return column < 0 ? null : column;
  });
  const unknownHeads = names.filter((name, index) => targets[index] === null && name.trim() !== '');
  return { keyAt, targets, rows: block.slice(1), unknownHeads };
}

function planByKey({ keyAt, targets, rows, unknownHeads }: KeyedBlock, grid: PasteGrid): PastePlan {
  const linesByKey = new Map<string, number[]>();
  for (const line of grid.rowLines) {
    const key = plain(grid.keyOf(line));
    linesByKey.set(key, [...(linesByKey.get(key) ?? []), line]);
  }
  const plan: PastePlan = {
    cells: [],
    rowsBeyond: 0,
    columnsBeyond: targets.filter((target) => target === null).length - unknownHeads.length,
    unknownKeys: [],
    doubtfulKeys: [],
    unknownHeads,
    rect: null,
  };
  for (const row of rows) {
    const key = row[keyAt] ?? '';
    if (row.every((text) => text.trim() === '')) continue;
    const lines = linesByKey.get(plain(key)) ?? [];
    const [line] = lines;
    if (line === undefined) plan.unknownKeys.push(key);
    else if (lines.length > 1) plan.doubtfulKeys.push(key);
    else {
      for (const [index, text] of row.entries()) {
        const column = targets[index] ?? null;
        if (index !== keyAt && column !== null) plan.cells.push({ line, column, text });
      }
    }
  }
  return plan;
}

/**
 * Where the cells of a pasted block go. As in Excel: one value fills the selection; a block repeats where the selection
 * is a multiple of it; otherwise it starts at the selection's first cell. A block pasted on the key column finds its
 * rows by what its first column holds, and so does a block whose first row names the key column and others.
 */
export function planPaste(block: readonly (readonly string[])[], selected: CellRect, grid: PasteGrid): PastePlan {
  const width = Math.max(...block.map((row) => row.length));
  if (grid.keyColumn >= 0) {
    const named = readHeads(block, grid);
    if (named) return planByKey(named, grid);
    if (selected.left === grid.keyColumn && width > 1) {
      const targets = Array.from({ length: width }, (_, index) => {
        const column = grid.keyColumn + index;
        return column < grid.heads.length ? column : null;
      });
      return planByKey({ keyAt: 0, targets, rows: block, unknownHeads: [] }, grid);
    }
  }
  const selectedRows = grid.rowLines.filter((line) => line >= selected.top && line <= selected.bottom).length;
  const selectedColumns = selected.right - selected.left + 1;
  const repeats = selectedRows % block.length === 0 && selectedColumns % width === 0 && selectedRows > 0;
  const height = repeats ? selectedRows : block.length;
  const across = repeats ? selectedColumns : width;
  const lines = grid.rowLines.filter((line) => line >= selected.top);
  const cells: PastePlan['cells'] = [];
  for (let down = 0; down < Math.min(height, lines.length); down += 1) {
    const row = block[down % block.length] ?? [];
    for (let right = 0; right < across; right += 1) {
      const column = selected.left + right;
      const text = row[right % width];
      const line = lines[down];
      if (text !== undefined && line !== undefined && column < grid.heads.length) cells.push({ line, column, text });
    }
  }
  return {
    cells,
    rowsBeyond: Math.max(0, height - lines.length),
    columnsBeyond: Math.max(0, selected.left + across - grid.heads.length),
    unknownKeys: [],
    doubtfulKeys: [],
    unknownHeads: [],
    rect: rectAround(cells),
  };
}
