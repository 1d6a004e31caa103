'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Icon } from '#components/ui/icon.tsx';
import { Popover } from '#components/ui/popover.tsx';
import type { Sort } from '#lib/format/list-order.ts';
import { isNumeric, type VisibleColumn } from './columns.ts';
import styles from './data-table.module.css';
import headStyles from './head-cell.module.css';

/** How much a key makes a column wider or narrower, in px. */
const STEP = 16;
const DRAGGED = 'application/x-afstemt-column';

interface HeadCellProps<Row> {
  column: VisibleColumn<Row>;
  /** From 1. */
  index: number;
  /** Offset in px of a frozen column; null where it is not frozen. */
  left: number | null;
  sorts: readonly Sort[];
  /** Orders by this column: alone or, `added`, after those that order already. */
  onSort: (added: boolean) => void;
  isFiltered: boolean;
  /** Of all heads the one that Tab reaches; arrows go on from there. */
  takesTab: boolean;
  onFocus: () => void;
  startResize: (event: React.MouseEvent | React.TouchEvent) => void;
  resizeBy: (pixels: number) => void;
  fit: () => void;
  /** Takes another column's place: that one stands before this. */
  onDropColumn: (dragged: string) => void;
  /** Moves the column to the left (-1) or right (1). */
  onMove: (by: -1 | 1) => void;
  menu: (close: () => void) => ReactNode;
}

/**
 * A column's head: its name, by a press its order, and a menu. Keys: arrows go from head to head, Enter orders (with
 * Shift: too), Alt+Down opens the menu, Ctrl+arrows make the column wider or narrower, with Shift they move it.
 */
export function HeadCell<Row>(props: HeadCellProps<Row>) {
  const { column, index, left, sorts, onSort, isFiltered, takesTab, onFocus } = props;
  const t = useTranslations('ui.table');
  const menuButton = useRef<HTMLButtonElement>(null);
  const place = sorts.findIndex(({ id }) => id === column.id);
  const sort = sorts[place];

  function handleKey(event: KeyboardEvent<HTMLButtonElement>) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
    const control = event.ctrlKey || event.metaKey;
    if (event.key === 'ArrowDown' && event.altKey) menuButton.current?.click();
    else if (step !== null && control && event.shiftKey) props.onMove(step);
    else if (step !== null && control) props.resizeBy(step * STEP);
    else if (step !== null && !event.altKey) focusBeside(event.currentTarget, step);
    else return;
    event.preventDefault();
  }

  const drag = column.frozen
    ? {}
    : {
        draggable: true,
        onDragStart: (event: DragEvent) => event.dataTransfer.setData(DRAGGED, column.id),
        onDragOver: (event: DragEvent) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault(),
        onDrop: (event: DragEvent) => {
          event.preventDefault();
          props.onDropColumn(event.dataTransfer.getData(DRAGGED));
        },
      };
  return (
    <th
      scope="col"
      data-column={column.id}
      aria-label={column.header}
      aria-colindex={index}
      aria-sort={sort === undefined ? 'none' : sort.desc ? 'descending' : 'ascending'}
      className={classNames(
        styles.cell,
        headStyles.head,
        left === null && headStyles.loose,
        isNumeric(column) && styles.end,
        left !== null && styles.frozen,
      )}
      style={left === null ? undefined : { left }}
      {...drag}
    >
      <button
        type="button"
        className={styles.sort}
        data-head
        tabIndex={takesTab ? 0 : -1}
        onFocus={onFocus}
        onKeyDown={handleKey}
        onClick={(event) => onSort(event.shiftKey)}
        title={t('sortHint', { column: column.header })}
        aria-keyshortcuts="Alt+ArrowDown"
      >
        <span className={styles.clip}>{column.header}</span>
        {isFiltered && <Icon name="filter" className={styles.arrow} />}
        {sort && <Icon name={sort.desc ? 'down' : 'up'} className={styles.arrow} />}
        {sort && sorts.length > 1 && <span className={headStyles.place}>{place + 1}</span>}
      </button>
      <Popover
        label={t('menu', { column: column.header })}
        triggerLabel={t('menu', { column: column.header })}
        trigger={<Icon name="chevron" />}
        triggerClassName={classNames(headStyles.menu, isNumeric(column) && headStyles.menuStart)}
        triggerRef={menuButton}
        skipsTab
      >
        {props.menu}
      </Popover>
      {/* Keys and the menu do the same: a screen reader need not come past it. */}
      <span
        className={headStyles.edge}
        aria-hidden="true"
        draggable
        onDragStart={(event) => {
          event.preventDefault();
          event.stopPropagation();
        }}
        onMouseDown={props.startResize}
        onTouchStart={props.startResize}
        onDoubleClick={props.fit}
      />
    </th>
  );
}

/** Goes to the head beside a head. */
function focusBeside(button: HTMLElement, step: number): void {
  const heads = [...(button.closest('tr')?.querySelectorAll<HTMLElement>('[data-head]') ?? [])];
  heads[heads.indexOf(button) + step]?.focus();
}
