import { useTranslations } from 'next-intl';
import { classNames } from '#components/ui/class-names.ts';
import { Icon } from '#components/ui/icon.tsx';
import { Money } from '#components/ui/money.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { isNumeric, type VisibleColumn } from './columns.ts';
import styles from './data-table.module.css';
import type { GroupLine } from './lines.ts';

interface GroupCellsProps<Row> {
  line: GroupLine;
  columns: readonly VisibleColumn<Row>[];
  /** In px of the frozen columns, null for the others. */
  offsets: readonly (number | null)[];
  /** The first column's `aria-colindex`. */
  first: number;
  onToggle: () => void;
}

/** The line over a group: its name and count from the left to the first sum, and what its rows add up to. */
export function GroupCells<Row>({ line, columns, offsets, first, onToggle }: GroupCellsProps<Row>) {
  const t = useTranslations('ui.table');
  const firstSum = columns.findIndex(({ id }) => line.sums.has(id));
  const span = firstSum < 0 ? columns.length : Math.max(1, firstSum);
  return (
    <>
      <th
        scope="row"
        aria-colindex={1}
        aria-colspan={span + first - 1}
        aria-expanded={line.isOpen}
        data-depth={line.depth}
        className={classNames(styles.cell, styles.groupCell)}
        style={{ gridColumn: `span ${span + first - 1}` }}
      >
        <button type="button" tabIndex={-1} className={styles.groupHead} aria-expanded={line.isOpen} onClick={onToggle}>
          <Icon name="chevron" className={classNames(styles.turn, line.isOpen && styles.turned)} />
          <span className={styles.clip}>{line.label}</span>
          <span className={styles.groupCount}>
            {t('groupCount', { count: line.count, number: formatCount(line.count) })}
          </span>
        </button>
      </th>
      {columns.slice(span).map((column, index) => {
        const left = offsets[index + span] ?? null;
        const amount = line.sums.get(column.id);
        return (
          <td
            key={column.id}
            aria-colindex={index + span + first}
            className={classNames(styles.cell, isNumeric(column) && styles.end, left !== null && styles.frozen)}
            style={left === null ? undefined : { left }}
          >
            {amount === undefined ? null : column.kind === 'money' ? <Money amount={amount} /> : formatCount(amount)}
          </td>
        );
      })}
    </>
  );
}
