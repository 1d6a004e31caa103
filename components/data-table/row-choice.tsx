'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import styles from './data-table.module.css';

/** The tick of a row. Keys reach it through the row (Space), so Tab need not pass them all. */
export function ChooseCell({
  label,
  chosen,
  onChoose,
}: {
  label: string;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}) {
  return (
    <td aria-colindex={1} className={classNames(styles.cell, styles.frozen, styles.choice)}>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={label}
        checked={chosen}
        onChange={(event) => onChoose(event.target.checked)}
      />
    </td>
  );
}

/** The tick of all rows that are shown; half set where some are. */
export function ChooseHead({
  count,
  total,
  onChoose,
}: {
  count: number;
  total: number;
  onChoose: (chosen: boolean) => void;
}) {
  const t = useTranslations('ui.table');
  const input = useRef<HTMLInputElement>(null);
  const some = count > 0 && count < total;
  useEffect(() => {
    if (input.current) input.current.indeterminate = some;
  }, [some]);
  return (
    <th scope="col" aria-colindex={1} className={classNames(styles.cell, styles.frozen, styles.choice)}>
      <input
        ref={input}
        type="checkbox"
        aria-label={t('chooseAll')}
        checked={total > 0 && count === total}
        onChange={(event) => onChoose(event.target.checked)}
      />
    </th>
  );
}
