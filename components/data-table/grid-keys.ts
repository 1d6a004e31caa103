import type { Direction, Move } from './cell-range.ts';

/** What a key asks of a grid that has the focus and is not being typed in. */
export type GridCommand =
  | { kind: 'move'; move: Move; extending: boolean }
  | { kind: 'select'; what: 'all' | 'lines' | 'columns' }
  | { kind: 'fill'; direction: 'down' | 'right' }
  | { kind: 'enter' | 'edit' | 'empty' | 'tick' | 'undo' | 'redo' | 'save' | 'search' | 'menu' | 'escape' }
  /** Begins typing in the place of what the cell holds. */
  | { kind: 'type' };

/** A key as the browser tells of it. */
export interface PressedKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const ARROWS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

function findMove(key: string, control: boolean): Move | null {
  const direction = ARROWS[key];
  if (direction) return { kind: control ? 'edge' : 'step', direction };
  if (key === 'Home') return { kind: control ? 'start' : 'line-start' };
  if (key === 'End') return { kind: control ? 'end' : 'line-end' };
  if (control) return null;
  if (key === 'PageDown') return { kind: 'page', direction: 'down' };
  if (key === 'PageUp') return { kind: 'page', direction: 'up' };
  return null;
}

const WITH_CONTROL: Record<string, GridCommand> = {
  a: { kind: 'select', what: 'all' },
  d: { kind: 'fill', direction: 'down' },
  r: { kind: 'fill', direction: 'right' },
  z: { kind: 'undo' },
  y: { kind: 'redo' },
  s: { kind: 'save' },
  f: { kind: 'search' },
  ' ': { kind: 'select', what: 'columns' },
};

const ALONE: Record<string, GridCommand> = {
  Enter: { kind: 'enter' },
  F2: { kind: 'edit' },
  Delete: { kind: 'empty' },
  Backspace: { kind: 'empty' },
  Escape: { kind: 'escape' },
  ContextMenu: { kind: 'menu' },
  ' ': { kind: 'tick' },
};

/**
 * What a key means, as in Excel; null: nothing to the grid. Tab is not among them: it leaves the grid, so that nobody
 * who has only a keyboard is caught in it. Copying, cutting and pasting come as events of the clipboard.
 */
export function findCommand(pressed: PressedKey): GridCommand | null {
  const { key, shiftKey, altKey } = pressed;
  const control = pressed.ctrlKey || pressed.metaKey;
  // Ctrl with Alt is the third level of many keyboards: what it writes is typed.
  const isTyped = key.length === 1 && control === altKey;
  if (altKey && !isTyped) return null;
  const move = findMove(key, control);
  if (move) return { kind: 'move', move, extending: shiftKey };
  if (control && !altKey) {
    if (shiftKey) return key.toLowerCase() === 'z' ? { kind: 'redo' } : null;
    return WITH_CONTROL[key.toLowerCase()] ?? null;
  }
  if (shiftKey && key === 'F10') return { kind: 'menu' };
  if (shiftKey && key === ' ') return { kind: 'select', what: 'lines' };
  if (!shiftKey && ALONE[key]) return ALONE[key];
  if (shiftKey && (key === 'Backspace' || key === 'Enter' || key === 'Delete')) return null;
  return isTyped || key === 'Dead' || key === 'Process' ? { kind: 'type' } : null;
}
