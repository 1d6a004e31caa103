'use client';

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useEffectEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { CellEditor } from './cell-editor.tsx';
import { type CellPlace, isSingle, rangeAt, rectOf } from './cell-range.ts';
import cells from './cells.module.css';
import { isNumeric, type VisibleColumn } from './columns.ts';
import { ContextMenu } from './context-menu.tsx';
import styles from './data-table.module.css';
import { EditStatus, type Told } from './edit-status.tsx';
import { GridHead } from './grid-head.tsx';
import type { GridLineProps } from './grid-line.ts';
import { GridRow } from './grid-row.tsx';
import { GroupRow } from './group-row.tsx';
import type { GridLine } from './lines.ts';
import type { RangeSignal } from './range-signal.ts';
import { CHOICE_WIDTH, frozenOffsets, useCellInView } from './use-cell-in-view.ts';
import { useChooseCell } from './use-choose-cell.tsx';
import type { UnshownColumns } from './use-grid-acts.ts';
import { useGridInput } from './use-grid-input.ts';
import type { TableEdits } from './use-table-edits.ts';

/** As the head's height in the style sheet. */
const HEAD_HEIGHT = 32;

interface GridProps<Row> {
  label: string;
  /** Those that are shown, in their order, frozen ones first. */
  columns: readonly VisibleColumn<Row>[];
  unshown: UnshownColumns<Row>;
  lines: readonly GridLine<Row>[];
  /** In px, of every line. */
  rowHeight: number;
  /** The `th` of a column; `index` from 1, `left` in px where it is frozen. */
  head: (column: VisibleColumn<Row>, index: number, left: number | null) => ReactNode;
  /** Opens a closed group, closes an open one. */
  onToggle: (groupId: string) => void;
  /** What is typed into the cells; null in a table that is only read. */
  edits: TableEdits<Row> | null;
  /** Hears what is selected. */
  signal: RangeSignal;
  /** Where rows can be ticked: which are, and how that changes. */
  choice?: { chosen: ReadonlySet<string>; choose: (ids: readonly string[], chosen: boolean) => void } | undefined;
  /** Keys of the page for the grid, beside its own; whether it took the key. */
  onKey?: ((key: string, active: Row) => boolean) | undefined;
  /** The row that one has come to. */
  onActive?: ((row: Row) => void) | undefined;
  /** Opens a row where its link would lead to its page. */
  onOpen?: ((row: Row) => void) | undefined;
  /** The row that is open, which the cursor follows; null: none. */
  openId?: string | null;
}

/**
 * The lines in view of as many as there are, with a cursor, ranges, the clipboard and typing as in Excel. Tab leaves it,
 * except from a cell that is typed in, where it goes on to the next one; so nobody is caught who has only keys. Made in
 * the browser only, since it sets positions.
 */
export function Grid<Row>({
  label,
  columns,
  unshown,
  lines,
  rowHeight,
  head,
  onToggle,
  edits,
  signal,
  choice,
  onKey,
  onActive,
  onOpen,
  openId = null,
}: GridProps<Row>) {
  const t = useTranslations('ui');
  const gridId = useId();
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const [told, tell] = useState<Told | null>(null);
  const start = choice ? CHOICE_WIDTH : 0;
  const first = choice ? 2 : 1;
  const offsets = useMemo(() => frozenOffsets(columns, start), [columns, start]);
  const link = columns.find((column) => column.kind === 'link');
  const kept = useRef<readonly number[]>([]);

  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => lines[index]?.id ?? index,
    // The cursor's line is always drawn: a screen reader is told its cell, and what is typed there is not scrolled away.
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      const others = kept.current.filter((line) => line >= 0 && line < lines.length && !inView.includes(line));
      return [...inView, ...others].sort((left, right) => left - right);
    },
    overscan: 12,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const measured = useRef(rowHeight);
  useLayoutEffect(() => {
    // Density changes the height of every line.
    if (measured.current !== rowHeight) virtualizer.measure();
    measured.current = rowHeight;
  }, [virtualizer, rowHeight]);

  function idOf({ line, column }: CellPlace): string {
    return lines[line]?.kind === 'group' ? `${gridId}-${line}` : `${gridId}-${line}-${column}`;
  }

  function tickRows(ids: readonly string[]) {
    const isChosen = ids.every((id) => choice?.chosen.has(id));
    choice?.choose(ids, !isChosen);
  }

  const input = useGridInput({
    place: `${usePathname()}#${label}`,
    lines,
    columns,
    unshown,
    edits,
    tell,
    scroller,
    grid,
    page: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_HEIGHT) / rowHeight) - 1),
    reveal: ({ line }) => virtualizer.scrollToIndex(line),
    boxOf: (place) => document.getElementById(idOf(place))?.getBoundingClientRect() ?? null,
    open: onOpen ?? (link?.kind === 'link' ? (row) => router.push(link.href(row)) : null),
    onToggle,
    tick: choice ? tickRows : null,
    onKey,
  });
  const { range, edited, find } = input;
  const rect = range && rectOf(range);
  const cursor = range?.cursor ?? null;
  const editedPlace = edited && find(edited.lineId, edited.columnId);
  kept.current = [cursor?.line ?? -1, editedPlace?.line ?? -1];
  const items = virtualizer.getVirtualItems();
  const isDrawn = (line: number) => items.some((item) => item.index === line);
  // While a range grows, its moving corner is what one wants to hear; of a whole column, the cell that one is in.
  const grows = range?.cursor.line === range?.anchor.line && range?.cursor.column === range?.anchor.column;
  const active = range && grows && isDrawn(range.edge.line) ? range.edge : cursor;

  const cursorLine = cursor ? lines[cursor.line] : undefined;
  const cursorRow = cursorLine?.kind === 'row' ? cursorLine.row : undefined;
  const lastLine = useRef(0);
  const tellActive = useEffectEvent((row: Row | undefined) => {
    if (row !== undefined) {
      lastLine.current = cursor?.line ?? 0;
      onActive?.(row);
    } else if (onActive && !cursor && lines.length > 0) {
      // The row that one was at is gone: whoever follows the active row goes on with the one in its place.
      input.setRange(rangeAt({ line: Math.min(lastLine.current, lines.length - 1), column: 0 }));
    }
  });
  useEffect(() => tellActive(cursorRow), [cursorRow]);
  const { top, bottom, left, right } = rect ?? { top: -1, bottom: -1, left: -1, right: -1 };
  useEffect(() => signal.set(top < 0 ? null : { top, bottom, left, right }), [signal, top, bottom, left, right]);
  useEffect(() => () => signal.set(null), [signal]);

  const followOpen = useEffectEvent(() => {
    const line = openId === null ? -1 : lines.findIndex(({ id }) => id === openId);
    if (line < 0 || cursor?.line === line) return;
    input.setRange(rangeAt({ line, column: cursor?.column ?? 0 }));
    virtualizer.scrollToIndex(line);
  });
  useEffect(() => {
    if (openId !== null) followOpen();
  }, [openId]);

  const returnToCursor = useEffectEvent(() => {
    if (!cursor) return;
    virtualizer.scrollToIndex(cursor.line, { align: 'center' });
    if (document.activeElement === document.body) input.focusGrid();
  });
  useEffect(() => returnToCursor(), []);

  const activeId = active && isDrawn(active.line) ? idOf(active) : undefined;
  useCellInView(scroller, activeId, columns, offsets, start);

  const { choose, chooseCell } = useChooseCell(columns, choice?.choose, input.focusGrid);

  const widths = columns.map(({ width, frozen, resized }) =>
    frozen || resized ? `${width}px` : `minmax(${width}px, ${width}fr)`,
  );
  const template = [...(choice ? [`${CHOICE_WIDTH}px`] : []), ...widths].join(' ');
  const minWidth = columns.reduce((total, { width }) => total + width, start);
  const rowIds = useMemo(() => lines.flatMap((line) => (line.kind === 'row' ? [line.id] : [])), [lines]);
  const editedColumn = editedPlace && columns[editedPlace.column];
  const unsaved = cursorLine && cursor ? edits?.cellOf(cursorLine.id, columns[cursor.column]?.id ?? '') : null;

  return (
    <>
      <div ref={scroller} className={styles.scroller}>
        <table
          ref={grid}
          role="grid"
          tabIndex={0}
          aria-label={label}
          aria-rowcount={lines.length + 1}
          aria-colcount={columns.length + first - 1}
          aria-multiselectable
          aria-readonly={edits === null}
          aria-activedescendant={activeId}
          className={classNames(styles.canvas, cells.canvas)}
          style={{ height: virtualizer.getTotalSize(), minWidth }}
          onKeyDown={input.handleKey}
          onPointerDown={input.beginDrag}
          onDoubleClick={input.handleDoubleClick}
          onContextMenu={input.handleMenu}
          onFocus={(event) => {
            if (event.target === event.currentTarget && !range && lines.length > 0) {
              input.setRange(rangeAt({ line: 0, column: 0 }));
            }
          }}
        >
          <GridHead
            columns={columns}
            template={template}
            offsets={offsets}
            first={first}
            head={head}
            choice={choice ? { rowIds, chosen: choice.chosen, onChoose: choose } : null}
          />
          <tbody className={styles.body}>
            {items.map((item) => {
              const line = lines[item.index];
              if (line === undefined) return null;
              const isSelected = item.index >= top && item.index <= bottom;
              const stands: GridLineProps<Row> = {
                id: `${gridId}-${item.index}`,
                index: item.index,
                top: item.start,
                height: rowHeight,
                isActive: item.index === cursor?.line,
                ...{ template, columns, offsets, first },
              };
              if (line.kind === 'group') {
                return (
                  <GroupRow
                    key={item.key}
                    {...stands}
                    line={line}
                    onToggle={() => {
                      onToggle(line.id);
                      input.focusGrid();
                    }}
                  />
                );
              }
              const isEdited = editedPlace?.line === item.index && edited !== null && !!editedColumn;
              return (
                <GridRow
                  key={item.key}
                  {...stands}
                  rowId={line.id}
                  row={edits ? edits.rowOf(line.id, line.row) : line.row}
                  cursor={item.index === cursor?.line ? cursor.column : -1}
                  left={isSelected ? left : -1}
                  right={isSelected ? right : -1}
                  chosen={choice ? choice.chosen.has(line.id) : null}
                  chooseCell={chooseCell}
                  cellOf={edits?.cellOf ?? null}
                  isUnreached={edits?.state.kind === 'unreached'}
                  isEditable={edits !== null}
                  editedColumn={isEdited ? editedPlace.column : -1}
                  editor={
                    isEdited ? (
                      <CellEditor
                        key={`${edited.lineId} ${edited.columnId}`}
                        label={editedColumn.header}
                        initial={edited.text}
                        typed={edited.typed}
                        options={editedColumn.edit?.options}
                        numeric={isNumeric(editedColumn)}
                        onCommit={input.commit}
                        onCancel={input.cancel}
                      />
                    ) : null
                  }
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <EditStatus
        edits={edits}
        told={told}
        cellError={unsaved?.error ?? null}
        onRead={() => {
          tell(null);
          input.focusGrid();
        }}
        onTakeOffer={(cells) => {
          input.takeOffer(cells);
          input.focusGrid();
        }}
        onNextError={input.goToNextError}
      />
      {input.menuAt && range && (
        <ContextMenu
          label={t(isSingle(range) ? 'grid.menu.cell' : 'grid.menu.cells')}
          acts={input.menuActs()}
          at={input.menuAt}
          onClose={input.closeMenu}
        />
      )}
    </>
  );
}
