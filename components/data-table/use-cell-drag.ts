'use client';

import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { type CellPlace, type CellRange, extendTo, rangeAt } from './cell-range.ts';

/** How far the grid scrolls, in px, each time a drag rests beyond its edge. */
const SCROLL_STEP = 28;
const SCROLL_MILLISECONDS = 40;

interface CellDragInput {
  scroller: RefObject<HTMLDivElement | null>;
  range: CellRange | null;
  setRange: (range: CellRange) => void;
}

/** The cell that an element stands in; in a column of ticks or a group's head, the line with the column given. */
export function placeOf(target: EventTarget | null, column: number): CellPlace | null {
  if (!(target instanceof Element)) return null;
  const line = target.closest<HTMLElement>('tr[data-line]')?.dataset.line;
  if (line === undefined) return null;
  const cell = target.closest<HTMLElement>('td[data-column]')?.dataset.column;
  return { line: Number(line), column: cell === undefined ? column : Number(cell) };
}

function clamp(value: number, from: number, to: number): number {
  return Math.max(from, Math.min(to, value));
}

/** Selecting by the mouse: a press, a press with Shift, a drag that scrolls where it leaves the grid. */
export function useCellDrag({ scroller, range, setRange }: CellDragInput) {
  const end = useRef<(() => void) | null>(null);
  useEffect(() => () => end.current?.(), []);

  return function begin(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const place = placeOf(event.target, range?.cursor.column ?? 0);
    if (!place) return;
    const started = event.shiftKey && range ? extendTo(range, place) : rangeAt(place);
    setRange(started);
    const isControl = event.target.closest('a, button, input, textarea') !== null;
    if (isControl || event.pointerType === 'touch') return;

    let x = event.clientX;
    let y = event.clientY;
    let last = place;
    const follow = () => {
      const box = scroller.current?.getBoundingClientRect();
      if (!box) return;
      const at = document.elementFromPoint(
        clamp(x, box.left + 1, box.right - 1),
        clamp(y, box.top + 40, box.bottom - 1),
      );
      const next = placeOf(at, last.column);
      if (!next || (next.line === last.line && next.column === last.column)) return;
      last = next;
      setRange(extendTo(started, next));
    };
    const move = (moved: globalThis.PointerEvent) => {
      x = moved.clientX;
      y = moved.clientY;
      follow();
    };
    const timer = setInterval(() => {
      const box = scroller.current?.getBoundingClientRect();
      if (!box) return;
      const left = x < box.left ? -SCROLL_STEP : x > box.right ? SCROLL_STEP : 0;
      const top = y < box.top ? -SCROLL_STEP : y > box.bottom ? SCROLL_STEP : 0;
      if (left === 0 && top === 0) return;
      scroller.current?.scrollBy({ left, top });
      follow();
    }, SCROLL_MILLISECONDS);
    const stop = () => {
      clearInterval(timer);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', stop);
      window.removeEventListener('pointercancel', stop);
      end.current = null;
    };
    end.current?.();
    end.current = stop;
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', stop);
    window.addEventListener('pointercancel', stop);
  };
}
