'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { filterRows, orderOf } from '#lib/format/list-address.ts';
import { groupRows, type RowGroup } from '#lib/format/list-groups.ts';
import { sortRows } from '#lib/format/list-order.ts';
import { indexRows } from '#lib/format/list-search.ts';
import type { Column, SetFilter } from './columns.ts';
import type { GridLine } from './lines.ts';
import type { TableAddress } from './use-table-address.ts';

/** Rows that are made ready for the search at a time, between two keys. */
const INDEXED_AT_ONCE = 1000;

/** The same columns until their ids or heads change: a link that follows the address is no reason to sort again. */
function useSteadyColumns<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const [steady, setSteady] = useState(columns);
  const isSame =
    steady === columns ||
    (steady.length === columns.length &&
      steady.every((one, index) => one.id === columns[index]?.id && one.header === columns[index]?.header));
  if (!isSame) setSteady(columns);
  return isSame ? steady : columns;
}

interface Rows<Row> {
  /** What filters and search leave, in order. */
  shown: readonly Row[];
  /** The same with the heads of groups; rows of closed groups left out. */
  lines: readonly GridLine<Row>[];
  toggle: (groupId: string) => void;
  /** Opens or closes all groups. */
  foldAll: (isOpen: boolean) => void;
}

/** The rows that the address leaves of all, sorted, searched and gathered. */
export function useRows<Row extends object>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  filters: readonly SetFilter<Row>[],
  rowId: (row: Row) => string,
  address: TableAddress,
): Rows<Row> {
  const t = useTranslations('ui');
  const steady = useSteadyColumns(columns);
  const query = useDeferredValue(address.query);
  const order = JSON.stringify(orderOf(address.view));
  const grouped = address.view.groups.join(',');
  const narrowed = JSON.stringify([
    address.view.conditions,
    filters.map((filter) => [filter.id, address.chosen(filter.id)]),
  ]);
  const [fold, setFold] = useState<Fold>(ALL_OPEN);
  const [foldOf, setFoldOf] = useState(grouped);
  if (foldOf !== grouped) {
    setFoldOf(grouped);
    setFold(ALL_OPEN);
  }

  const index = useMemo(() => indexRows(rows, steady), [rows, steady]);
  useEffect(() => {
    let timer = setTimeout(function prepare() {
      if (!index.prepare(INDEXED_AT_ONCE)) timer = setTimeout(prepare);
    }, 200);
    return () => clearTimeout(timer);
  }, [index]);

  // Sorted first: sorting costs most and changes least.
  const sorted = useMemo(() => sortRows(rows, steady, JSON.parse(order)), [rows, steady, order]);
  const filtered = useMemo(() => {
    const [conditions, chosen] = JSON.parse(narrowed);
    const values = new Map<string, string[]>(chosen);
    return filterRows(sorted, steady, filters, (id) => values.get(id) ?? [], conditions);
  }, [sorted, steady, filters, narrowed]);
  const shown = useMemo(() => index.find(filtered, query), [index, filtered, query]);
  const groups = useMemo(
    () => (grouped === '' ? null : groupRows(shown, steady, grouped.split(','))),
    [shown, steady, grouped],
  );
  const lines = useMemo(() => {
    const toLine = (row: Row): GridLine<Row> => ({ kind: 'row', id: rowId(row), row });
    if (groups === null) return shown.map(toLine);
    const labelOf = ({ column: id, value }: RowGroup<Row>) => {
      const column = steady.find((one) => one.id === id);
      const isCategory = column?.kind === 'category' && /^[123]?$/.test(value);
      const words = isCategory ? t(`category.${value === '1' || value === '2' || value === '3' ? value : 0}`) : '';
      const text = isCategory ? [value, words].filter(Boolean).join(' · ') : value || t('table.blank');
      return `${column?.header}: ${text}`;
    };
    const lay = (group: RowGroup<Row>, depth: number): GridLine<Row>[] => {
      const { id, sums } = group;
      const isOpen = fold.isOpen !== fold.others.has(id);
      const head: GridLine<Row> = {
        kind: 'group',
        id,
        depth,
        label: labelOf(group),
        count: group.rows.length,
        isOpen,
        sums,
      };
      if (!isOpen) return [head];
      const within =
        group.groups.length > 0 ? group.groups.flatMap((one) => lay(one, depth + 1)) : group.rows.map(toLine);
      return [head, ...within];
    };
    return groups.flatMap((group) => lay(group, 0));
  }, [shown, groups, steady, fold, rowId, t]);

  return {
    shown,
    lines,
    toggle: (id) => setFold({ ...fold, others: fold.others.symmetricDifference(new Set([id])) }),
    foldAll: (isOpen) => setFold({ isOpen, others: new Set() }),
  };
}

/** Which groups are open: all or none, but for those that were turned over. */
interface Fold {
  isOpen: boolean;
  others: ReadonlySet<string>;
}

const ALL_OPEN: Fold = { isOpen: true, others: new Set() };
