'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { type Condition, shownValue } from '#lib/format/list-conditions.ts';
import type { Column, SetFilter } from './columns.ts';
import styles from './filter-bar.module.css';
import type { TableAddress } from './use-table-address.ts';

interface FilterChipsProps<Row> {
  address: TableAddress;
  columns: readonly Column<Row>[];
  filters: readonly SetFilter<Row>[];
}

/** What narrows the list, each to be lifted by itself, and all at once. */
export function FilterChips<Row>({ address, columns, filters }: FilterChipsProps<Row>) {
  const t = useTranslations('ui');
  const { conditions } = address.view;
  const chips = [
    ...filters.flatMap((filter) => {
      const chosen = address.chosen(filter.id);
      return chosen.map((value) => ({
        key: `${filter.id}=${value}`,
        label: `${filter.label}: ${filter.options.find((option) => option.value === value)?.label ?? value}`,
        remove: () =>
          address.choose(
            filter.id,
            chosen.filter((other) => other !== value),
          ),
      }));
    }),
    ...conditions.flatMap((condition, index) => {
      const others = conditions.toSpliced(index, 1);
      const column = columns.find(({ id }) => id === condition.column);
      if (!column) return [];
      if (condition.operator !== 'en-af') {
        const label = [column.header, t(`table.operators.${condition.operator}`), wordsOf(condition, column)].join(' ');
        return [{ key: label, label: label.trim(), remove: () => address.setView({ conditions: others }) }];
      }
      return condition.values.map((value) => {
        const values = condition.values.filter((other) => other !== value);
        const rest = values.length > 0 ? conditions.with(index, { ...condition, values }) : others;
        return {
          key: `${column.id}.${value}`,
          label: `${column.header}: ${value === '' ? t('table.blank') : value}`,
          remove: () => address.setView({ conditions: rest }),
        };
      });
    }),
  ];

  function wordsOf({ operator, values }: Condition, { kind }: Column<Row>): string {
    const [from = '', to = ''] = values.map((value) => shownValue(kind, value));
    return operator === 'mellem' ? t('table.between', { from, to }) : from;
  }

  if (chips.length === 0 && address.query === '') return null;
  return (
    <div className={styles.chips}>
      {chips.map(({ key, label, remove }) => (
        <Chip key={key} label={label} onRemove={remove} />
      ))}
      <Button kind="quiet" onClick={() => address.clear(filters.map(({ id }) => id))}>
        {t('clearFilters')}
      </Button>
    </div>
  );
}
