import type { MenuAct } from './context-menu.tsx';

type MenuWord = 'open' | 'edit' | 'cut' | 'copy' | 'paste' | 'empty' | 'fillDown' | 'fillRight' | 'undo' | 'redo';

interface MenuInput {
  word: (id: MenuWord) => string;
  /** Opens the row; null where it has no page. */
  open: (() => void) | null;
  /** Types in the cell; null where it takes nothing. */
  edit: (() => void) | null;
  /** What changes cells; null in a table that is only read. */
  changes: {
    paste: () => void;
    empty: () => void;
    fillDown: () => void;
    fillRight: () => void;
    undo: (() => void) | null;
    redo: (() => void) | null;
  } | null;
}

const nothing = () => undefined;

/**
 * The acts of a grid's menu, each with its keys. Copying and cutting go by the browser's own event, which needs no
 * permission.
 */
export function makeMenu({ word, open, edit, changes }: MenuInput): MenuAct[] {
  const item = (id: MenuWord, keys: string, act: (() => unknown) | null, apart = false): MenuAct => ({
    id,
    label: word(id),
    keys,
    apart,
    disabled: act === null,
    act: act ?? nothing,
  });
  const opening = open ? [item('open', edit ? '' : 'Enter', open)] : [];
  const copying = item('copy', 'Ctrl+C', () => document.execCommand('copy'), changes === null);
  if (!changes) return [...opening, copying];
  return [
    ...opening,
    item('edit', 'F2', edit),
    item('cut', 'Ctrl+X', () => document.execCommand('cut'), true),
    copying,
    item('paste', 'Ctrl+V', changes.paste),
    item('empty', 'Delete', changes.empty),
    item('fillDown', 'Ctrl+D', changes.fillDown, true),
    item('fillRight', 'Ctrl+R', changes.fillRight),
    item('undo', 'Ctrl+Z', changes.undo, true),
    item('redo', 'Ctrl+Y', changes.redo),
  ];
}
