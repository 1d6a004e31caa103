'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import { Money } from '#components/ui/money.tsx';
import { formatCount, formatOre } from '#lib/format/amount.ts';
import styles from './cells.module.css';
import type { Column } from './columns.ts';
import type { GridLine } from './lines.ts';
import type { RangeSignal } from './range-signal.ts';
import { summariseCells } from './summarise-cells.ts';

interface CellSummaryProps<Row> {
  signal: RangeSignal;
  lines: readonly GridLine<Row>[];
  columns: readonly Column<Row>[];
  /** Rows as they were last saved, by id; others are as in their lines. */
  savedRows: ReadonlyMap<string, Row>;
}

/** What the selected cells come to, where more than one is selected: their number, sum and average. */
export function CellSummary<Row>({ signal, lines, columns, savedRows }: CellSummaryProps<Row>) {
  const t = useTranslations('ui.grid');
  const rect = useDeferredValue(useSyncExternalStore(signal.subscribe, signal.get, () => null));
  const isSeveral = rect !== null && (rect.top !== rect.bottom || rect.left !== rect.right);
  const figures = useMemo(
    () => (isSeveral ? summariseCells(rect, lines, columns, (id, row) => savedRows.get(id) ?? row) : null),
    [isSeveral, rect, lines, columns, savedRows],
  );
  if (!figures) return null;
  const { filled, numbers, unit, sum, average, isRounded } = figures;
  return (
    <span className={styles.summary}>
      <span>{t('filled', { number: formatCount(filled) })}</span>
      {numbers > 0 && (
        <>
          <span>
            {t('sum')} <strong>{unit === 'money' ? <Money amount={sum} /> : formatCount(sum)}</strong>
          </span>
          <span>
            {isRounded ? t('averageRounded') : t('average')}{' '}
            <strong>{unit === 'money' ? <Money amount={average} /> : formatOre(average)}</strong>
          </span>
        </>
      )}
    </span>
  );
}
