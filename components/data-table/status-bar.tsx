import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Money } from '#components/ui/money.tsx';
import { sum } from '#lib/domain/money.ts';
import { formatCount } from '#lib/format/amount.ts';
import type { Column } from './columns.ts';
import styles from './data-table.module.css';

interface StatusBarProps<Row> {
  columns: readonly Column<Row>[];
  /** The rows that are shown or, where some are ticked, those. */
  rows: readonly Row[];
  ticked: boolean;
  /** How many there are without filters. */
  total: number;
  /** What the selected cells come to. */
  selection?: ReactNode;
}

/** How many rows are shown or ticked, and what their amounts add up to: exact. */
export function StatusBar<Row>({ columns, rows, ticked, total, selection }: StatusBarProps<Row>) {
  const t = useTranslations('ui.table');
  return (
    <div className={styles.status} role="status">
      <span>
        {ticked
          ? t('ticked', { shown: formatCount(rows.length), count: total, number: formatCount(total) })
          : rows.length === total
            ? t('rows', { count: total, number: formatCount(total) })
            : t('rowsOf', { shown: formatCount(rows.length), count: total, number: formatCount(total) })}
      </span>
      {columns.map((column) =>
        column.kind === 'money' && column.sum !== false ? (
          <span key={column.id}>
            {t('sum', { column: column.header })}{' '}
            <strong>
              <Money amount={sum(rows.map((row) => column.value(row) ?? 0n))} />
            </strong>
          </span>
        ) : null,
      )}
      {selection}
    </div>
  );
}
