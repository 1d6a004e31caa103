'use client';

import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import styles from './panel-desk.module.css';
import type { OpenRow } from './use-open-row.ts';

/** What a panel knows of its row's place in the list, and the ways from it. */
export interface RowWay {
  /** From 1; null where the filters leave the row out. */
  position: number | null;
  total: number;
  previous: (() => void) | null;
  next: (() => void) | null;
  close: () => void;
  /** The field that one was in on the row before: where one goes on typing. */
  returnTo: string | null;
}

interface PanelDeskProps<Row> {
  /** Names the panel to those who hear it. */
  label: string;
  opened: OpenRow<Row>;
  /** The row of a line of the grid. */
  rowIdAt: (line: number) => string | null;
  panel: (row: Row, way: RowWay) => ReactNode;
  /** The table. */
  children: ReactNode;
}

/** Where one who opened a row to work on it begins. */
const FIRST_FIELD = 'form :is(input:not([type="hidden"]), select, textarea):enabled';
const TYPED_INTO = 'input, textarea, select, [contenteditable="true"]';

/**
 * A table with the row that is open beside it. A click on a row's link opens it there (with Ctrl its page, as any link);
 * Enter goes on to its first field, Esc closes, Alt or Ctrl with the arrows, or j and k where nothing is typed, go to the rows beside it.
 */
export function PanelDesk<Row>({ label, opened, rowIdAt, panel, children }: PanelDeskProps<Row>) {
  const desk = useRef<HTMLDivElement>(null);
  const aside = useRef<HTMLElement>(null);
  const returnTo = useRef<string | null>(null);
  const { row, id } = opened;

  function open(target: string | null) {
    if (target === null) return;
    const focused = document.activeElement;
    const isInside = aside.current?.contains(focused) ?? false;
    returnTo.current = isInside && focused?.matches(TYPED_INTO) ? focused.id || null : null;
    opened.open(target);
    if (isInside) aside.current?.focus({ preventScroll: true });
  }

  function close() {
    opened.open(null);
    desk.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
  }

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (id === null || event.defaultPrevented || !(target instanceof Element) || !desk.current?.contains(target))
      return;
    if (target.closest('dialog')) return;
    const isInside = aside.current?.contains(target) ?? false;
    const isTyping = target.closest(TYPED_INTO) !== null;
    if (event.key === 'Escape' && (isInside || !isTyping)) {
      event.preventDefault();
      close();
      return;
    }
    if (event.key === 'Enter' && target === aside.current) {
      event.preventDefault();
      aside.current.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
      return;
    }
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    const takesArrow = isInside && isArrow && !(target instanceof HTMLSelectElement);
    const isWay = takesArrow
      ? event.altKey !== event.ctrlKey && !event.shiftKey
      : isInside && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey && /^[jk]$/.test(event.key);
    if (!isWay) return;
    event.preventDefault();
    open(event.key === 'ArrowDown' || event.key === 'j' ? opened.next : opened.previous);
  });

  const handleClick = useEffectEvent((event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const { target } = event;
    if (!(target instanceof Element) || aside.current?.contains(target)) return;
    const line = target.closest('td a') && target.closest<HTMLElement>('tr[data-line]')?.dataset.line;
    const clicked = line ? rowIdAt(Number(line)) : null;
    if (clicked === null) return;
    // The link leads to the row's own page for whoever wants that; here it opens what is beside.
    event.preventDefault();
    opened.open(clicked);
  });

  useEffect(() => {
    const element = desk.current;
    document.addEventListener('keydown', handleKey);
    element?.addEventListener('click', handleClick);
    return () => {
      document.removeEventListener('keydown', handleKey);
      element?.removeEventListener('click', handleClick);
    };
  }, []);

  // Whoever opens a row goes on in it; whoever walks the grid with the panel open stays in the grid.
  const wasOpen = useRef(id !== null);
  useEffect(() => {
    if (id !== null && !wasOpen.current) aside.current?.focus({ preventScroll: true });
    wasOpen.current = id !== null;
  }, [id]);

  return (
    <div ref={desk} className={styles.desk} data-open={row !== null}>
      <div className={styles.table}>{children}</div>
      {row !== null && (
        <aside ref={aside} tabIndex={-1} aria-label={label} className={styles.panel} data-panel="">
          {panel(row, {
            position: opened.position,
            total: opened.total,
            previous: opened.previous === null ? null : () => open(opened.previous),
            next: opened.next === null ? null : () => open(opened.next),
            close,
            returnTo: returnTo.current,
          })}
        </aside>
      )}
    </div>
  );
}
