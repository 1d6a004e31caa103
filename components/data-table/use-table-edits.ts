'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type CellEdit, canRedo, canUndo, cellKey, nextCells } from './edit-desk.ts';
import { EditRunner, type EditState } from './edit-runner.ts';
import type { TableKeeper } from './editing.ts';
import type { Overtaken } from './kept-desk.ts';

/** What a cell shows in place of what is saved. */
export interface UnsavedCell {
  /** As typed. */
  text: string;
  /** What is wrong with it; null: it is on its way. */
  error: string | null;
}

type CellName = { rowId: string; columnId: string };

/** The edits of a table, for what shows and makes them. A new object whenever what they answer is another. */
export interface TableEdits<Row> {
  /** A row as it was last saved. */
  rowOf: (rowId: string, row: Row) => Row;
  /** What is not saved of a cell; null: all is. */
  cellOf: (rowId: string, columnId: string) => UnsavedCell | null;
  /** Makes one step. */
  edit: (edits: readonly CellEdit[]) => void;
  /** Takes a step back, or does it again. @returns its first cell; null where there is none */
  undo: () => CellName | null;
  redo: () => CellName | null;
  canUndo: boolean;
  canRedo: boolean;
  /** Sends what waits, now. */
  flush: () => void;
  state: EditState;
  /** Cells whose texts are not saved because something is wrong with them. */
  errors: readonly (CellName & { error: string })[];
  /** Why cells could not be taken back, once a cell. */
  kept: readonly string[];
  forgetKept: () => void;
  /** Rows that were saved since the page was made, by id. */
  savedRows: ReadonlyMap<string, Row>;
}

/**
 * Keeps what is typed into a table. The table is mounted anew where the keeper's place is another.
 * @param keeper null for a table that is only read
 */
export function useTableEdits<Row>(
  keeper: TableKeeper<Row> | null,
  rows: readonly Row[],
  rowId: (row: Row) => string,
  overtaken: Overtaken,
): TableEdits<Row> | null {
  const [runner] = useState(() => new EditRunner<Row>(rowId));
  const view = useSyncExternalStore(runner.subscribe, runner.view, runner.view);

  useEffect(() => {
    runner.keeper = keeper;
    runner.overtaken = overtaken;
  }, [runner, keeper, overtaken]);

  useEffect(() => keeper?.outside?.((changeSet) => runner.take(changeSet)), [runner, keeper]);

  useEffect(() => runner.takeRows(rows), [runner, rows]);

  const isKept = keeper !== null;
  useEffect(() => {
    if (!isKept) return;
    const stop = runner.start(window.localStorage);
    const askToStay = (event: BeforeUnloadEvent) => {
      const { state } = runner.view();
      if (state.kind === 'unreached' && !state.isKept) event.preventDefault();
    };
    window.addEventListener('online', runner.flush);
    window.addEventListener('pagehide', runner.leave);
    window.addEventListener('beforeunload', askToStay);
    return () => {
      window.removeEventListener('online', runner.flush);
      window.removeEventListener('pagehide', runner.leave);
      window.removeEventListener('beforeunload', askToStay);
      stop();
    };
  }, [runner, isKept]);

  return useMemo(() => {
    if (!isKept) return null;
    const { desk, pending, rows, state } = view;
    const go = (way: 'undo' | 'redo') => {
      const [first] = nextCells(runner.view().desk, way);
      runner[way]();
      return first ?? null;
    };
    return {
      rowOf: (id, row) => rows.get(id) ?? row,
      cellOf: (id, columnId) => {
        const key = cellKey(id, columnId);
        const mark = desk.marks.get(key);
        if (mark) return mark;
        const text = pending.get(key);
        return text === undefined ? null : { text, error: null };
      },
      edit: (edits) => runner.edit(edits),
      undo: () => go('undo'),
      redo: () => go('redo'),
      canUndo: canUndo(desk),
      canRedo: canRedo(desk),
      flush: runner.flush,
      state,
      errors: [...desk.marks.values()],
      kept: desk.kept,
      forgetKept: () => runner.forgetKept(),
      savedRows: rows,
    };
  }, [runner, view, isKept]);
}
