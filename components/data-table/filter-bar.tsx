'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { Column, SetFilter } from './columns.ts';
import styles from './filter-bar.module.css';
import { FilterChips } from './filter-chips.tsx';
import menuStyles from './menu.module.css';
import { SetFilterMenu } from './set-filter-menu.tsx';
import type { TableAddress } from './use-table-address.ts';
import { ValueTicks } from './value-ticks.tsx';

/** How many filters stand in the bar by themselves; the others open together. One alone is not hidden. */
const BESIDE_SEARCH = 4;

interface FilterBarProps<Row> {
  address: TableAddress;
  columns: readonly Column<Row>[];
  filters: readonly SetFilter<Row>[];
  searchLabel: string;
  /** Goes on to the rows that were found. */
  toGrid: () => void;
  /** What says how the list is shown, at the bar's end. */
  tools: ReactNode;
}

/** Search as one types, filters to choose from, and those in force as chips. */
export function FilterBar<Row>({ address, columns, filters, searchLabel, toGrid, tools }: FilterBarProps<Row>) {
  const searchId = useId();
  const beside = filters.length === BESIDE_SEARCH + 1 ? filters.length : BESIDE_SEARCH;
  return (
    <search className={styles.bar}>
      <div className={styles.line}>
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
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
              event.preventDefault();
              toGrid();
            }}
          />
        </label>
        {filters.slice(0, beside).map((filter) => (
          <SetFilterMenu
            key={filter.id}
            label={filter.label}
            options={filter.options}
            chosen={address.chosen(filter.id)}
            onChoose={(values) => address.choose(filter.id, values)}
          />
        ))}
        {filters.length > beside && <MoreFilters filters={filters.slice(beside)} address={address} />}
        <div className={styles.tools}>{tools}</div>
      </div>
      <FilterChips address={address} columns={columns} filters={filters} />
    </search>
  );
}

/** Filters that are asked for less often, each to be opened by its name. */
function MoreFilters<Row>({ filters, address }: { filters: readonly SetFilter<Row>[]; address: TableAddress }) {
  const t = useTranslations('ui.table');
  return (
    <Popover
      label={t('moreFilters')}
      triggerClassName={styles.summary}
      trigger={
        <>
          {t('moreFilters')}
          <Icon name="chevron" />
        </>
      }
    >
      {() => (
        <div className={menuStyles.menu}>
          {filters.map((filter) => {
            const chosen = address.chosen(filter.id);
            return (
              <details key={filter.id} name="more-filters" className={styles.more} open={filters.length === 1}>
                <summary className={menuStyles.act}>
                  <Icon name="chevron" className={styles.turn} />
                  {filter.label}
                  {chosen.length > 0 && <span className={menuStyles.owner}>{chosen.length}</span>}
                </summary>
                <ValueTicks
                  label={filter.label}
                  options={filter.options}
                  chosen={chosen}
                  onChoose={(values) => address.choose(filter.id, values)}
                />
              </details>
            );
          })}
        </div>
      )}
    </Popover>
  );
}
