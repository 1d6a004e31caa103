'use client';

import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { displayedText } from '#lib/format/list.ts';
import { selectColumns } from '#lib/format/list-address.ts';
import type { Column, VisibleColumn } from './columns.ts';
import { readKept, writeKept } from './kept-layout.ts';

const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
});
const NO_ROWS: object[] = [];

/** In px: what a head needs to be pressed, and what no text needs more than. */
const LEAST_WIDTH = 48;
const MOST_WIDTH = 640;
/** What stands in a cell or head beside its text: padding, marks, the head's menu. */
const CELL_EXTRA = 20;
const HEAD_EXTRA = 44;
/** How many of the longest texts are measured: the longest in letters is not always the widest. */
const MEASURED = 100;

type StartResize = (id: string, event: React.MouseEvent | React.TouchEvent) => void;

export interface Layout<Row> {
  /** Those that are shown, in their order, with their widths. */
  visible: readonly VisibleColumn<Row>[];
  /** Their ids; null where the table shows what it shows to everybody. */
  chosen: readonly string[] | null;
  /** Shows these, in this order; null: as it was. */
  choose: (ids: readonly string[] | null) => void;
  /** Begins to resize with the pointer at a head's edge. */
  startResize: StartResize;
  resizeBy: (id: string, pixels: number) => void;
  /** As wide as the widest of the rows needs. */
  fit: (id: string, rows: readonly Row[]) => void;
  resetWidths: (() => void) | null;
}

/** The widths of all heads as they stand: what is resized must not move the others. */
function measureHeads(): Record<string, number> {
  const heads = document.querySelectorAll<HTMLElement>('th[data-column]');
  return Object.fromEntries([...heads].map((head) => [head.dataset.column ?? '', head.offsetWidth]));
}

/**
 * Which columns a table shows, in which order and how wide. Choice and order stand in the address, so that links,
 * saved views and exports have them; they and the widths are kept for the next time in this browser.
 */
export function useLayout<Row extends object>(
  name: string,
  columns: readonly Column<Row>[],
  inAddress: readonly string[] | null,
  writeAddress: (ids: readonly string[] | null) => void,
): Layout<Row> {
  const [kept, setKept] = useState(() => readKept(name));
  const [sizing, setSizing] = useState<Record<string, number>>(kept.widths);
  const chosen = inAddress ?? kept.columns;

  const bringBack = useEffectEvent(() => {
    if (inAddress === null && kept.columns !== null) writeAddress(kept.columns);
  });
  useEffect(() => bringBack(), []);

  const selected = useMemo(() => selectColumns(columns, chosen).map(({ id }) => id), [columns, chosen]);
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, object>();
    return columns.map(({ id, width }) =>
      helper.display({ id, size: width, minSize: LEAST_WIDTH, maxSize: MOST_WIDTH }),
    );
  }, [columns]);
  const state = useMemo(
    () => ({
      columnOrder: selected,
      columnVisibility: Object.fromEntries(columns.map(({ id }) => [id, selected.includes(id)])),
      columnSizing: sizing,
    }),
    [columns, selected, sizing],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    columnResizeMode: 'onChange',
    state,
    onColumnSizingChange: (updater) =>
      setSizing((earlier) => (typeof updater === 'function' ? updater(earlier) : updater)),
  });
  const resizing = table.state.columnResizing.isResizingColumn;

  useEffect(() => {
    if (resizing === false) writeKept(name, { columns: kept.columns, widths: sizing });
  }, [name, kept, sizing, resizing]);

  const leaves = table.getVisibleLeafColumns();
  const widths = leaves.map((leaf) => `${leaf.id}:${leaf.getSize()}`).join(' ');
  const visible = useMemo(
    () =>
      widths.split(' ').flatMap((part) => {
        const [id = '', width] = part.split(':');
        const column = columns.find((one) => one.id === id);
        return column ? [{ ...column, width: Number(width), resized: id in sizing }] : [];
      }),
    [columns, widths, sizing],
  );

  function setWidth(id: string, width: (now: number) => number) {
    const all = measureHeads();
    const next = Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width(all[id] ?? LEAST_WIDTH))));
    setSizing({ ...sizing, ...all, [id]: next });
  }

  return {
    visible,
    chosen,
    choose: (ids) => {
      setKept({ ...kept, columns: ids });
      writeAddress(ids);
    },
    startResize: (id, event) => {
      const { nativeEvent } = event;
      flushSync(() => setSizing({ ...sizing, ...measureHeads() }));
      table
        .getFlatHeaders()
        .find((header) => header.column.id === id)
        ?.getResizeHandler()(nativeEvent);
    },
    resizeBy: (id, pixels) => setWidth(id, (now) => now + pixels),
    fit: (id, rows) => {
      const column = columns.find((one) => one.id === id);
      if (column) setWidth(id, () => widthOf(column, rows));
    },
    resetWidths: Object.keys(sizing).length > 0 ? () => setSizing({}) : null,
  };
}

/** In px: what the widest text of a column needs, its head among them. */
function widthOf<Row>(column: Column<Row>, rows: readonly Row[]): number {
  const pen = document.createElement('canvas').getContext('2d');
  const grid = document.querySelector<HTMLElement>('[role="grid"]');
  if (pen === null || grid === null) return column.width;
  const { fontFamily, fontSize } = getComputedStyle(grid);
  const texts = [...new Set(rows.map((row) => displayedText(column, row)))]
    .toSorted((left, right) => right.length - left.length)
    .slice(0, MEASURED);
  pen.font = `${fontSize} ${fontFamily}`;
  const widest = Math.max(0, ...texts.map((text) => pen.measureText(text).width));
  pen.font = `600 ${fontSize} ${fontFamily}`;
  const mark = column.kind === 'category' ? 96 : 0;
  return Math.ceil(Math.max(widest + mark + CELL_EXTRA, pen.measureText(column.header).width + HEAD_EXTRA));
}
