import { describe, expect, test } from 'vitest';
import {
  type CellPlace,
  type CellRange,
  extendTo,
  type GridShape,
  isWithin,
  moveRange,
  rangeAt,
  rectOf,
  wholeColumns,
  wholeGrid,
  wholeLines,
} from './cell-range.ts';
import { findCommand, type PressedKey } from './grid-keys.ts';

/* Filled cells by `x`: what Ctrl with an arrow stops at. */
const MAP = [
  'xx.x.', //
  'x..x.',
  'x....',
  '...x.',
  'x..x.',
];
const SHAPE: GridShape = { lines: 5, columns: 5, page: 2, isFilled: (line, column) => MAP[line]?.[column] === 'x' };

function press(range: CellRange, name: string): CellRange {
  const parts = name.split('+');
  const pressed: PressedKey = {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    shiftKey: parts.includes('Shift'),
    metaKey: false,
    altKey: false,
  };
  const command = findCommand(pressed);
  if (command?.kind !== 'move') throw new Error(`${name} moves nothing.`);
  return moveRange(range, command.move, command.extending, SHAPE);
}

function at(line: number, column: number): CellPlace {
  return { line, column };
}

describe('where keys lead, as in Excel', () => {
  test.each([
    ['ArrowDown', at(1, 1), at(2, 1)],
    ['ArrowUp', at(0, 1), at(0, 1)],
    ['ArrowLeft', at(1, 0), at(1, 0)],
    ['ArrowRight', at(1, 1), at(1, 2)],
    ['Home', at(3, 3), at(3, 0)],
    ['End', at(3, 1), at(3, 4)],
    ['PageDown', at(1, 1), at(3, 1)],
    ['PageDown', at(4, 1), at(4, 1)],
    ['PageUp', at(1, 1), at(0, 1)],
    ['Ctrl+Home', at(3, 3), at(0, 0)],
    ['Ctrl+End', at(1, 1), at(4, 4)],
    // From a filled cell to the last of its run, then to the next filled one, then to the edge.
    ['Ctrl+ArrowDown', at(0, 0), at(2, 0)],
    ['Ctrl+ArrowDown', at(2, 0), at(4, 0)],
    ['Ctrl+ArrowDown', at(0, 1), at(4, 1)],
    ['Ctrl+ArrowDown', at(0, 4), at(4, 4)],
    ['Ctrl+ArrowRight', at(0, 0), at(0, 1)],
    ['Ctrl+ArrowRight', at(0, 1), at(0, 3)],
    ['Ctrl+ArrowRight', at(0, 3), at(0, 4)],
    ['Ctrl+ArrowLeft', at(4, 3), at(4, 0)],
    ['Ctrl+ArrowUp', at(4, 3), at(3, 3)],
    ['Ctrl+ArrowUp', at(3, 3), at(1, 3)],
  ])('%s', (key, from, to) => {
    expect(press(rangeAt(from), key)).toEqual(rangeAt(to));
    expect(press(rangeAt(from), `Shift+${key}`)).toEqual({ cursor: from, anchor: from, edge: to });
  });

  test('Shift extends from where it was begun, and a plain arrow goes on from there', () => {
    const range = press(press(rangeAt(at(1, 1)), 'Shift+ArrowDown'), 'Shift+ArrowRight');
    expect(rectOf(range)).toEqual({ top: 1, bottom: 2, left: 1, right: 2 });
    expect(rectOf(extendTo(range, at(0, 0)))).toEqual({ top: 0, bottom: 1, left: 0, right: 1 });
    expect(press(range, 'ArrowDown')).toEqual(rangeAt(at(2, 1)));
  });

  test('whole rows, columns and all leave the cursor where it is', () => {
    const range = extendTo(rangeAt(at(1, 2)), at(3, 2));
    expect(rectOf(wholeLines(range, SHAPE))).toEqual({ top: 1, bottom: 3, left: 0, right: 4 });
    expect(rectOf(wholeColumns(range, SHAPE))).toEqual({ top: 0, bottom: 4, left: 2, right: 2 });
    expect(wholeGrid(range, SHAPE).cursor).toEqual(at(1, 2));
    expect(isWithin(rectOf(wholeGrid(range, SHAPE)), 4, 4)).toBe(true);
  });
});

describe('what keys mean', () => {
  const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  test.each([
    [{ key: 'F2' }, { kind: 'edit' }],
    [{ key: 'Enter' }, { kind: 'enter' }],
    [{ key: 'Delete' }, { kind: 'empty' }],
    [{ key: ' ' }, { kind: 'tick' }],
    [
      { key: ' ', shiftKey: true },
      { kind: 'select', what: 'lines' },
    ],
    [
      { key: ' ', ctrlKey: true },
      { kind: 'select', what: 'columns' },
    ],
    [
      { key: 'a', ctrlKey: true },
      { kind: 'select', what: 'all' },
    ],
    [
      { key: 'd', ctrlKey: true },
      { kind: 'fill', direction: 'down' },
    ],
    [
      { key: 'R', ctrlKey: true },
      { kind: 'fill', direction: 'right' },
    ],
    [{ key: 'z', metaKey: true }, { kind: 'undo' }],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, { kind: 'redo' }],
    [{ key: 'y', ctrlKey: true }, { kind: 'redo' }],
    [{ key: 's', ctrlKey: true }, { kind: 'save' }],
    [{ key: 'f', ctrlKey: true }, { kind: 'search' }],
    [{ key: 'F10', shiftKey: true }, { kind: 'menu' }],
    [{ key: 'ContextMenu' }, { kind: 'menu' }],
    [{ key: '1' }, { kind: 'type' }],
    [{ key: 'Å', shiftKey: true }, { kind: 'type' }],
    [{ key: '@', ctrlKey: true, altKey: true }, { kind: 'type' }],
    [{ key: 'Dead' }, { kind: 'type' }],
    // The browser's own.
    [{ key: 'Tab' }, null],
    [{ key: 'F5' }, null],
    [{ key: 'c', ctrlKey: true }, null],
    [{ key: 'R', ctrlKey: true, shiftKey: true }, null],
    [{ key: 'ArrowLeft', altKey: true }, null],
    [{ key: 'PageDown', ctrlKey: true }, null],
    [{ key: 'Shift', shiftKey: true }, null],
  ])('%o', (pressed, command) => {
    expect(findCommand({ ...plain, ...pressed })).toEqual(command);
  });
});
