'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { AfterCommit } from './cell-editor.tsx';
import {
  type CellPlace,
  type CellRange,
  type GridShape,
  isSingle,
  isWithin,
  moveRange,
  rangeAt,
  rectOf,
  wholeColumns,
  wholeGrid,
  wholeLines,
} from './cell-range.ts';
import type { Column } from './columns.ts';
import type { MenuAct } from './context-menu.tsx';
import type { Told } from './edit-status.tsx';
import { findCommand, type GridCommand } from './grid-keys.ts';
import { makeMenu } from './grid-menu.ts';
import type { GridLine } from './lines.ts';
import { placeAfter } from './place-after.ts';
import { placeOf, useCellDrag } from './use-cell-drag.ts';
import { useCellRange } from './use-cell-range.ts';
import { useClipboard } from './use-clipboard.ts';
import { type UnshownColumns, useGridActs } from './use-grid-acts.ts';
import type { TableEdits } from './use-table-edits.ts';

interface GridInput<Row> {
  /** Names the list, to come back to the cell that it was left at. */
  place: string;
  lines: readonly GridLine<Row>[];
  columns: readonly Column<Row>[];
  unshown: UnshownColumns<Row>;
  edits: TableEdits<Row> | null;
  tell: (told: Told | null) => void;
  scroller: RefObject<HTMLDivElement | null>;
  grid: RefObject<HTMLTableElement | null>;
  /** Lines that are seen at a time. */
  page: () => number;
  /** Brings a cell into view. */
  reveal: (place: CellPlace) => void;
  /** Where a cell is in the window, in px; null where it is not drawn. */
  boxOf: (place: CellPlace) => DOMRect | null;
  open: ((row: Row) => void) | null;
  onToggle: (groupId: string) => void;
  tick: ((rowIds: readonly string[]) => void) | null;
  onKey: ((key: string, row: Row) => boolean) | undefined;
}

/** A cell that is typed in. */
interface EditedCell {
  lineId: string;
  columnId: string;
  /** What the field begins with. */
  text: string;
  /** Begun by a typed character. */
  typed: boolean;
}

/** Typed where nothing can be: someone meant to write a figure, and not to press a key of the page. */
const FIGURE = /^[\d,.+-]$/;

/** What keys, mouse and clipboard do in a grid: the selection, the cell that is typed in, the menu. */
export function useGridInput<Row>(input: GridInput<Row>) {
  const { lines, columns, edits, tell, scroller, grid, reveal, open, onToggle } = input;
  const t = useTranslations('ui.grid');
  const { range, setRange, find } = useCellRange(input.place, lines, columns);
  const [edited, setEdited] = useState<EditedCell | null>(null);
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  /** The column that a run of Tabs began in, to which Enter goes back, as in Excel. */
  const tabOrigin = useRef<number | null>(null);
  const acts = useGridActs({ lines, columns, unshown: input.unshown, edits, range, setRange, tell });
  const beginDrag = useCellDrag({ scroller, range, setRange });
  useClipboard(grid, {
    copy: acts.copy,
    cut: (data) => {
      acts.copy(data);
      acts.empty();
    },
    paste: acts.paste,
  });

  const cursor = range?.cursor ?? null;
  const shape = (): GridShape => ({
    lines: lines.length,
    columns: columns.length,
    page: input.page(),
    isFilled: (line, column) => lines[line]?.kind === 'row' && acts.textAt(line, column) !== '',
  });

  function focusGrid(): void {
    grid.current?.focus({ preventScroll: true });
  }

  function go(next: CellRange): void {
    setRange(next);
    reveal(next.edge);
  }

  /** Goes to a cell by name; whether it is shown. */
  function goTo(cell: { rowId: string; columnId: string } | null): boolean {
    const found = cell && find(cell.rowId, cell.columnId);
    if (!found) return false;
    go(rangeAt(found));
    return true;
  }

  /** Goes to the next cell whose text is not saved because something is wrong with it, from the top after the last. */
  function goToNextError(): void {
    const places = (edits?.errors ?? []).flatMap(({ rowId, columnId }) => find(rowId, columnId) ?? []);
    places.sort((one, other) => one.line - other.line || one.column - other.column);
    const isAfter = ({ line, column }: CellPlace) =>
      !cursor || line > cursor.line || (line === cursor.line && column > cursor.column);
    const next = places.find(isAfter) ?? places[0];
    if (!next) {
      tell({ tone: 'attention', lines: [t('errorHidden')] });
      return;
    }
    go(rangeAt(next));
    focusGrid();
  }

  function edit(place: CellPlace, typed: string | null): boolean {
    const line = lines[place.line];
    const column = columns[place.column];
    if (line?.kind !== 'row' || !column || acts.refusalAt(place.line, place.column) !== null) return false;
    const text = typed ?? acts.textAt(place.line, place.column);
    tell(null);
    // At once, so that the next key already falls into the field.
    flushSync(() => setEdited({ lineId: line.id, columnId: column.id, text, typed: typed !== null }));
    return true;
  }

  function sayRefusal({ line, column }: CellPlace): void {
    const reason = lines[line]?.kind === 'row' ? acts.refusalAt(line, column) : null;
    if (reason !== null) tell({ tone: 'attention', lines: [reason] });
  }

  function commit(text: string, after: AfterCommit): void {
    if (!edited) return;
    const place = find(edited.lineId, edited.columnId);
    setEdited(null);
    if (after !== 'away') focusGrid();
    if (!place) return;
    acts.commit(place.line, place.column, text, after === 'all');
    if (after === 'right' || after === 'left') tabOrigin.current ??= place.column;
    const canType = (column: number) => acts.refusalAt(place.line, column) === null;
    const next = placeAfter(place, after, { lines, columns: columns.length, origin: tabOrigin.current, canType });
    if (after !== 'right' && after !== 'left') tabOrigin.current = null;
    if (after !== 'away' && after !== 'all') go(rangeAt(next));
  }

  function cancel(): void {
    setEdited(null);
    focusGrid();
  }

  function enter(place: CellPlace): boolean {
    const line = lines[place.line];
    if (line?.kind === 'group') onToggle(line.id);
    else if (edit(place, null)) return true;
    else if (line && open) open(line.row);
    else return false;
    return true;
  }

  function takeBack(way: 'undo' | 'redo'): void {
    const isThere = way === 'undo' ? edits?.canUndo : edits?.canRedo;
    if (!isThere) tell({ tone: 'information', lines: [t(way === 'undo' ? 'nothingToUndo' : 'nothingToRedo')] });
    else {
      tell(null);
      goTo(edits?.[way]() ?? null);
    }
  }

  function tickRows(current: CellRange): boolean {
    if (!input.tick) return false;
    const rect = rectOf(current);
    const ids = lines.slice(rect.top, rect.bottom + 1).flatMap((line) => (line.kind === 'row' ? [line.id] : []));
    input.tick(ids);
    return true;
  }

  function openMenuAtCursor(): boolean {
    const box = cursor && input.boxOf(cursor);
    if (!box) return false;
    setMenuAt({ x: box.left + 8, y: box.bottom });
    return true;
  }

  /** Does what a key asks; whether the key is taken. */
  function run(command: GridCommand, key: string, current: CellRange): boolean {
    const at = current.cursor;
    const line = lines[at.line];
    if (command.kind !== 'type') tabOrigin.current = null;
    switch (command.kind) {
      case 'move': {
        const { move, extending } = command;
        const turns = line?.kind === 'group' && move.kind === 'step' && !extending;
        if (turns && move.direction === (line.isOpen ? 'left' : 'right')) onToggle(line.id);
        else go(moveRange(current, move, extending, shape()));
        return true;
      }
      case 'select':
        if (command.what === 'all') setRange(wholeGrid(current, shape()));
        else if (command.what === 'lines') setRange(wholeLines(current, shape()));
        else setRange(wholeColumns(current, shape()));
        return true;
      case 'fill':
        if (edits) acts.fill(command.direction);
        return edits !== null;
      case 'enter':
        return enter(at);
      case 'edit':
        if (!edit(at, null)) sayRefusal(at);
        return true;
      case 'type':
        return typeAt(at, key);
      case 'empty':
        if (edits) acts.empty();
        return edits !== null;
      case 'tick':
        return tickRows(current);
      case 'undo':
      case 'redo':
        if (edits) takeBack(command.kind);
        return edits !== null;
      case 'save':
        edits?.flush();
        return edits !== null;
      case 'search':
        return focusSearch();
      case 'menu':
        return openMenuAtCursor();
      case 'escape':
        if (isSingle(current)) return false;
        setRange(rangeAt(at));
        return true;
    }
  }

  function typeAt(at: CellPlace, key: string): boolean {
    // A dead key or an input method goes on in the field, which must then receive it.
    if (key.length > 1) {
      edit(at, '');
      return false;
    }
    if (edit(at, key)) return true;
    const row = acts.rowAt(at.line);
    if (row !== null && input.onKey?.(key, row)) return true;
    if (edits && FIGURE.test(key)) sayRefusal(at);
    return false;
  }

  function handleKey(event: KeyboardEvent<HTMLTableElement>): void {
    if (event.target !== event.currentTarget) return;
    const command = findCommand(event);
    if (!command || !range) return;
    if (run(command, event.key, range)) event.preventDefault();
  }

  function handleDoubleClick(event: MouseEvent<HTMLElement>): void {
    const place = placeOf(event.target, cursor?.column ?? 0);
    if (place && !(event.target instanceof HTMLInputElement) && !edit(place, null) && edits) sayRefusal(place);
  }

  function handleMenu(event: MouseEvent<HTMLElement>): void {
    // A link keeps the browser's menu (a new window, copying the address), and so does a field.
    if (event.target instanceof Element && event.target.closest('a, input, textarea')) return;
    const isByKey = event.button !== 2;
    const place = isByKey ? cursor : placeOf(event.target, cursor?.column ?? 0);
    if (!place) return;
    event.preventDefault();
    if (isByKey) {
      openMenuAtCursor();
      return;
    }
    if (!range || !isWithin(rectOf(range), place.line, place.column)) setRange(rangeAt(place));
    setMenuAt({ x: event.clientX, y: event.clientY });
  }

  function closeMenu(refocus: boolean): void {
    setMenuAt(null);
    if (refocus) focusGrid();
  }

  function menuActs(): MenuAct[] {
    if (!range) return [];
    const at = range.cursor;
    const row = acts.rowAt(at.line);
    return makeMenu({
      word: (id) => t(`menu.${id}`),
      open: open && row !== null ? () => open(row) : null,
      edit: row !== null && acts.refusalAt(at.line, at.column) === null ? () => edit(at, null) : null,
      changes: edits && {
        paste: pasteFromMenu,
        empty: acts.empty,
        fillDown: () => acts.fill('down'),
        fillRight: () => acts.fill('right'),
        undo: edits.canUndo ? () => takeBack('undo') : null,
        redo: edits.canRedo ? () => takeBack('redo') : null,
      },
    });
  }

  function pasteFromMenu(): void {
    const { clipboard } = navigator as { clipboard?: Clipboard };
    const sayKeys = () => tell({ tone: 'information', lines: [t('pasteByKeys')] });
    if (!clipboard) sayKeys();
    else clipboard.readText().then(acts.paste, sayKeys);
  }

  return {
    range,
    setRange,
    edited,
    menuAt,
    menuActs,
    closeMenu,
    commit,
    cancel,
    goToNextError,
    takeOffer: acts.takeOffer,
    find,
    focusGrid,
    beginDrag,
    handleKey,
    handleDoubleClick,
    handleMenu,
  };
}

/** Goes to the list's search, as `/` does. */
function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>('main input[type="search"]');
  search?.focus();
  search?.select();
  return search !== null;
}
