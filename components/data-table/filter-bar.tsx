'use client';

import { type ReactNode, useId } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { Column, SetFilter } from './columns.ts';
import styles from './filter-bar.module.css';
import { FilterChips } from './filter-chips.tsx';
import { SetFilterMenu } from './set-filter-menu.tsx';
import type { TableAddress } from './use-table-address.ts';

interface FilterBarProps<Row> {
  address: TableAddress;
  columns: readonly Column<Row>[];
  filters: readonly SetFilter<Row>[];
  searchLabel: string;
  /** What says how the list is shown, at the bar's end. */
  tools: ReactNode;
}

/** Search as one types, filters to choose from, and those in force as chips. */
export function FilterBar<Row>({ address, columns, filters, searchLabel, tools }: FilterBarProps<Row>) {
  const searchId = useId();
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
      <div className={styles.tools}>{tools}</div>
      <FilterChips address={address} columns={columns} filters={filters} />
    </search>
  );
}
