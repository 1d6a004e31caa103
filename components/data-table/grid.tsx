'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { CellContent } from './cell.tsx';
import { type Column, isNumeric, type VisibleColumn } from './columns.ts';
import styles from './data-table.module.css';
import { GroupCells } from './group-cells.tsx';
import type { GridLine } from './lines.ts';
import { ChooseCell, ChooseHead } from './row-choice.tsx';

/** As the head's height in the style sheet. */
const HEAD_HEIGHT = 32;
/** Width of the column of ticks. */
const CHOICE_WIDTH = 32;

/** The row that each list was left at, so that one comes back to it from the row's own page. */
const lastActive = new Map<string, string>();

interface GridProps<Row> {
  label: string;
  /** Those that are shown, in their order, frozen ones first. */
  columns: readonly VisibleColumn<Row>[];
  lines: readonly GridLine<Row>[];
  /** In px, of every line. */
  rowHeight: number;
  /** The `th` of a column; `index` from 1, `left` in px where it is frozen. */
  head: (column: VisibleColumn<Row>, index: number, left: number | null) => ReactNode;
  /** Opens a closed group, closes an open one. */
  onToggle: (groupId: string) => void;
  /** Where rows can be ticked: which are, and how that changes. */
  choice?: { chosen: ReadonlySet<string>; choose: (ids: readonly string[], chosen: boolean) => void } | undefined;
  /** Keys of the page for the grid, beside its own; whether it took the key. */
  onKey?: ((key: string, active: Row) => boolean) | undefined;
  /** The row that one has come to. */
  onActive?: ((row: Row) => void) | undefined;
}

/** Left offsets in px of the frozen columns, null for the others; `start` is what stands before them. */
function frozenOffsets(columns: readonly Column<never>[], start: number): (number | null)[] {
  let left = start;
  return columns.map((column) => {
    if (!column.frozen) return null;
    const mine = left;
    left += column.width;
    return mine;
  });
}

/** Enter turns a group over; the arrows sideways open and close it. */
function togglesGroup(key: string, isOpen: boolean): boolean {
  return key === 'Enter' || key === (isOpen ? 'ArrowLeft' : 'ArrowRight');
}

/**
 * The rows in view of as many as there are. One row is active; arrows move it, Enter opens it. Made in the browser
 * only, since it sets positions.
 */
export function Grid<Row>({
  label,
  columns,
  lines,
  rowHeight,
  head,
  onToggle,
  choice,
  onKey,
  onActive,
}: GridProps<Row>) {
  const t = useTranslations('ui.table');
  const gridId = useId();
  const router = useRouter();
  const place = `${usePathname()}#${label}`;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const [activeId, setActiveId] = useState(() => lastActive.get(place) ?? null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 12,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const items = virtualizer.getVirtualItems();
  const active = activeId === null ? -1 : lines.findIndex((line) => line.id === activeId);
  const rendered = items.some((item) => item.index === active);
  const start = choice ? CHOICE_WIDTH : 0;
  const first = choice ? 2 : 1;
  const offsets = frozenOffsets(columns, start);
  const widths = columns.map(({ width, frozen, resized }) =>
    frozen || resized ? `${width}px` : `minmax(${width}px, ${width}fr)`,
  );
  const template = [...(choice ? [`${CHOICE_WIDTH}px`] : []), ...widths].join(' ');
  const minWidth = columns.reduce((total, { width }) => total + width, start);
  const link = columns.find((column) => column.kind === 'link');

  const returnToActive = useEffectEvent(() => {
    if (active < 0) return;
    virtualizer.scrollToIndex(active, { align: 'center' });
    if (document.activeElement === document.body) grid.current?.focus({ preventScroll: true });
  });
  useEffect(() => returnToActive(), []);

  const activeLine = lines[active];
  const activeRow = activeLine?.kind === 'row' ? activeLine.row : undefined;
  const rowIds = lines.flatMap((line) => (line.kind === 'row' ? [line.id] : []));
  const lastIndex = useRef(0);
  const tellActive = useEffectEvent((row: Row | undefined) => {
    if (row !== undefined) {
      lastIndex.current = active;
      onActive?.(row);
    } else if (onActive && active < 0) {
      // The row that one was at is gone: whoever follows the active row goes on with the one in its place.
      activate(lines[Math.min(lastIndex.current, lines.length - 1)]?.id);
    }
  });
  useEffect(() => tellActive(activeRow), [activeRow]);

  function activate(id: string | undefined) {
    if (id === undefined) return;
    setActiveId(id);
    lastActive.set(place, id);
  }

  function moveTo(index: number) {
    const target = Math.max(0, Math.min(lines.length - 1, index));
    activate(lines[target]?.id);
    virtualizer.scrollToIndex(target);
  }

  function handleKey(event: KeyboardEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_HEIGHT) / rowHeight) - 1);
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: lines.length - 1,
    };
    const target = moves[event.key];
    const line = lines[active];
    const row = line?.kind === 'row' ? line : undefined;
    if (target !== undefined) {
      event.preventDefault();
      moveTo(target);
    } else if (line?.kind === 'group' && togglesGroup(event.key, line.isOpen)) {
      event.preventDefault();
      onToggle(line.id);
    } else if (event.key === 'Enter' && row && link?.kind === 'link') {
      event.preventDefault();
      router.push(link.href(row.row));
    } else if (event.key === ' ' && row && choice) {
      event.preventDefault();
      choice.choose([row.id], !choice.chosen.has(row.id));
    } else if (row && onKey?.(event.key, row.row)) {
      event.preventDefault();
    }
  }

  function chooseByPointer(ids: readonly string[], chosen: boolean) {
    choice?.choose(ids, chosen);
    grid.current?.focus({ preventScroll: true });
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        ref={grid}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + first - 1}
        aria-multiselectable={choice ? true : undefined}
        aria-activedescendant={rendered ? `${gridId}-${active}` : undefined}
        className={styles.canvas}
        style={{ height: virtualizer.getTotalSize(), minWidth }}
        onKeyDown={handleKey}
        onFocus={(event) => event.target === event.currentTarget && active < 0 && activate(lines[0]?.id)}
      >
        <thead className={styles.headGroup}>
          <tr aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: template }}>
            {choice && (
              <ChooseHead
                count={rowIds.filter((id) => choice.chosen.has(id)).length}
                total={rowIds.length}
                onChoose={(chosen) => chooseByPointer(rowIds, chosen)}
              />
            )}
            {columns.map((column, index) => (
              <Fragment key={column.id}>{head(column, index + first, offsets[index] ?? null)}</Fragment>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body}>
          {items.map((item) => {
            const line = lines[item.index];
            if (line === undefined) return null;
            if (line.kind === 'group') {
              return (
                <tr
                  key={item.key}
                  id={`${gridId}-${item.index}`}
                  aria-rowindex={item.index + 2}
                  data-active={item.index === active}
                  className={classNames(styles.row, styles.group)}
                  style={{ gridTemplateColumns: template, height: rowHeight, transform: `translateY(${item.start}px)` }}
                  onPointerDown={() => activate(line.id)}
                >
                  <GroupCells
                    line={line}
                    columns={columns}
                    offsets={offsets}
                    first={first}
                    onToggle={() => {
                      onToggle(line.id);
                      grid.current?.focus({ preventScroll: true });
                    }}
                  />
                </tr>
              );
            }
            const { row } = line;
            return (
              <tr
                key={item.key}
                id={`${gridId}-${item.index}`}
                aria-rowindex={item.index + 2}
                data-active={item.index === active}
                aria-selected={choice ? choice.chosen.has(line.id) : undefined}
                className={styles.row}
                style={{ gridTemplateColumns: template, height: rowHeight, transform: `translateY(${item.start}px)` }}
                onPointerDown={() => activate(line.id)}
              >
                {choice && (
                  <ChooseCell
                    label={t('choose', { row: link?.kind === 'link' ? link.value(row) : line.id })}
                    chosen={choice.chosen.has(line.id)}
                    onChoose={(chosen) => chooseByPointer([line.id], chosen)}
                  />
                )}
                {columns.map((column, index) => {
                  const left = offsets[index] ?? null;
                  return (
                    <td
                      key={column.id}
                      aria-colindex={index + first}
                      className={classNames(
                        styles.cell,
                        isNumeric(column) && styles.end,
                        left !== null && styles.frozen,
                      )}
                      style={left === null ? undefined : { left }}
                    >
                      <CellContent column={column} row={row} />
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
