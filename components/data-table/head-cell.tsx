import { useTranslations } from 'next-intl';
import { classNames } from '#components/ui/class-names.ts';
import { Icon } from '#components/ui/icon.tsx';
import type { Sort } from '#lib/format/list.ts';
import { type Column, isNumeric } from './columns.ts';
import styles from './data-table.module.css';

interface HeadCellProps<Row> {
  column: Column<Row>;
  /** From 1. */
  index: number;
  /** Offset in px of a frozen column; null where it is not frozen. */
  left: number | null;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
}

/** A column's head: its name, and by a press its order: rising, falling, as it came. */
export function HeadCell<Row>({ column, index, left, sort, onSort }: HeadCellProps<Row>) {
  const t = useTranslations('ui.table');
  const mine = sort?.id === column.id ? sort : null;
  const next = mine === null ? { id: column.id, desc: false } : mine.desc ? null : { id: column.id, desc: true };
  return (
    <th
      scope="col"
      aria-colindex={index}
      aria-sort={mine === null ? 'none' : mine.desc ? 'descending' : 'ascending'}
      className={classNames(styles.cell, isNumeric(column) && styles.end, left !== null && styles.frozen)}
      style={left === null ? undefined : { left }}
    >
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort(next)}
        title={t('sortHint', { column: column.header })}
      >
        <span className={styles.clip}>{column.header}</span>
        {mine && <Icon name={mine.desc ? 'down' : 'up'} className={styles.arrow} />}
      </button>
    </th>
  );
}
