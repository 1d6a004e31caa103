'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { SetFilter } from './columns.ts';
import styles from './filter-bar.module.css';
import { SetFilterMenu } from './set-filter-menu.tsx';
import type { TableAddress } from './use-table-address.ts';

interface FilterBarProps<Row> {
  address: TableAddress;
  filters: readonly SetFilter<Row>[];
  searchLabel: string;
}

/** Search as one types, filters to choose from, and those in force as chips. */
export function FilterBar<Row>({ address, filters, searchLabel }: FilterBarProps<Row>) {
  const t = useTranslations('ui');
  const searchId = useId();
  const inForce = filters.flatMap((filter) => {
    const chosen = address.chosen(filter.id);
    return chosen.map((value) => ({ filter, value, rest: chosen.filter((other) => other !== value) }));
  });
  return (
    <search className={styles.bar}>
      <label htmlFor={searchId} className={styles.search}>
        <VisuallyHidden>{searchLabel}</VisuallyHidden>
        <Icon name="search" className={styles.glass} />
        <input
          id={searchId}
          type="search"
          className={styles.input}
          placeholder={searchLabel}
          value={address.query}
          onChange={(event) => address.setQuery(event.target.value)}
        />
      </label>
      {filters.map((filter) => (
        <SetFilterMenu
          key={filter.id}
          label={filter.label}
          options={filter.options}
          chosen={address.chosen(filter.id)}
          onChoose={(values) => address.choose(filter.id, values)}
        />
      ))}
      {inForce.map(({ filter, value, rest }) => (
        <Chip
          key={`${filter.id}=${value}`}
          label={`${filter.label}: ${filter.options.find((option) => option.value === value)?.label ?? value}`}
          onRemove={() => address.choose(filter.id, rest)}
        />
      ))}
      {(inForce.length > 0 || address.query !== '') && (
        <Button kind="quiet" onClick={() => address.clear(filters.map(({ id }) => id))}>
          {t('clearFilters')}
        </Button>
      )}
    </search>
  );
}
