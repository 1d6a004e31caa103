'use client';

import { memo, type ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { CellContent } from './cell.tsx';
import { wordFor } from './cell-text.ts';
import cells from './cells.module.css';
import { isNumeric } from './columns.ts';
import styles from './data-table.module.css';
import type { GridLineProps } from './grid-line.ts';
import type { UnsavedCell } from './use-table-edits.ts';

interface GridRowProps<Row> extends GridLineProps<Row> {
  rowId: string;
  row: Row;
  /** The column that the cursor is in; -1: it is in another row. */
  cursor: number;
  /** Selected columns, from and to; -1: none. */
  left: number;
  right: number;
  /** Ticked or not; null where rows cannot be. */
  chosen: boolean | null;
  chooseCell: (rowId: string, row: Row, chosen: boolean) => ReactNode;
  /** What is not saved of a cell. A new function when that changes; null in a table that is only read. */
  cellOf: ((rowId: string, columnId: string) => UnsavedCell | null) | null;
  /** Whether cells whose texts are on their way say so: they could not be sent. */
  isUnreached: boolean;
  /** Whether anything can be typed into the table. */
  isEditable: boolean;
  /** The column that is typed in, and what stands in its place; -1 and null where none is. */
  editedColumn: number;
  editor: ReactNode;
}

function DrawnRow<Row>(props: GridRowProps<Row>) {
  const { id, index, rowId, row, columns, offsets, first, cursor, left, right, chosen, editor } = props;
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      data-line={index}
      data-active={props.isActive}
      aria-selected={chosen ?? undefined}
      className={classNames(styles.row, editor !== null && cells.editingRow)}
      style={{ gridTemplateColumns: props.template, height: props.height, transform: `translateY(${props.top}px)` }}
    >
      {chosen !== null && props.chooseCell(rowId, row, chosen)}
      {columns.map((column, place) => {
        const offset = offsets[place] ?? null;
        const unsaved = props.cellOf?.(rowId, column.id) ?? null;
        const isEdited = place === props.editedColumn;
        const refused = props.isEditable && (!column.edit || (column.edit.refusal?.(row) ?? null) !== null);
        return (
          <td
            key={column.id}
            role="gridcell"
            id={`${id}-${place}`}
            aria-colindex={place + first}
            aria-selected={place >= left && place <= right}
            aria-readonly={props.isEditable ? refused : undefined}
            aria-invalid={unsaved !== null && unsaved.error !== null ? true : undefined}
            data-column={place}
            data-cursor={place === cursor ? '' : undefined}
            data-unsaved={unsaved !== null && unsaved.error === null && props.isUnreached ? '' : undefined}
            data-editing={isEdited ? '' : undefined}
            title={unsaved?.error ?? undefined}
            className={classNames(
              styles.cell,
              cells.cell,
              isNumeric(column) && styles.end,
              offset === null ? cells.loose : styles.frozen,
            )}
            style={offset === null ? undefined : { left: offset }}
          >
            {isEdited ? (
              editor
            ) : unsaved === null ? (
              <CellContent column={column} row={row} />
            ) : (
              <>
                <span className={styles.clip}>{wordFor(column, unsaved.text)}</span>
                {unsaved.error !== null && <VisuallyHidden>{` – ${unsaved.error}`}</VisuallyHidden>}
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** One row of a grid; drawn anew only where something of it changed. */
export const GridRow = memo(DrawnRow) as typeof DrawnRow;
