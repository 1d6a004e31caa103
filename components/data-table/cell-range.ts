/** A place in a grid: a line among those shown, a column among those shown, both from 0. */
export interface CellPlace {
  line: number;
  column: number;
}

/** What is selected: the cell that keys act on, and the two corners of the rectangle, of which `edge` moves. */
export interface CellRange {
  cursor: CellPlace;
  anchor: CellPlace;
  edge: CellPlace;
}

/** The rectangle of a range; all four are within it. */
export interface CellRect {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** What moving needs to know of a grid. */
export interface GridShape {
  lines: number;
  columns: number;
  /** Lines that are seen at a time. */
  page: number;
  isFilled: (line: number, column: number) => boolean;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Where a key leads: a step, the edge of the data, a page, an end of the line or of the whole. */
export type Move =
  | { kind: 'step' | 'edge'; direction: Direction }
  | { kind: 'page'; direction: 'up' | 'down' }
  | { kind: 'line-start' | 'line-end' | 'start' | 'end' };

export function rangeAt(place: CellPlace): CellRange {
  return { cursor: place, anchor: place, edge: place };
}

export function rectOf({ anchor, edge }: CellRange): CellRect {
  return {
    top: Math.min(anchor.line, edge.line),
    bottom: Math.max(anchor.line, edge.line),
    left: Math.min(anchor.column, edge.column),
    right: Math.max(anchor.column, edge.column),
  };
}

export function isWithin(rect: CellRect, line: number, column: number): boolean {
  return line >= rect.top && line <= rect.bottom && column >= rect.left && column <= rect.right;
}

export function isSingle(range: CellRange): boolean {
  return range.anchor.line === range.edge.line && range.anchor.column === range.edge.column;
}

/** The range from the place that it was begun at to another. */
export function extendTo(range: CellRange, edge: CellPlace): CellRange {
  return { ...range, edge };
}

/** All of the lines that the range touches. */
export function wholeLines({ cursor, anchor, edge }: CellRange, shape: GridShape): CellRange {
  return { cursor, anchor: { line: anchor.line, column: 0 }, edge: { line: edge.line, column: shape.columns - 1 } };
}

/** All of the columns that the range touches. */
export function wholeColumns({ cursor, anchor, edge }: CellRange, shape: GridShape): CellRange {
  return { cursor, anchor: { line: 0, column: anchor.column }, edge: { line: shape.lines - 1, column: edge.column } };
}

export function wholeGrid({ cursor }: CellRange, shape: GridShape): CellRange {
  return { cursor, anchor: { line: 0, column: 0 }, edge: { line: shape.lines - 1, column: shape.columns - 1 } };
}

const STEPS: Record<Direction, CellPlace> = {
  up: { line: -1, column: 0 },
  down: { line: 1, column: 0 },
  left: { line: 0, column: -1 },
  right: { line: 0, column: 1 },
};

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(length - 1, value));
}

/** As Excel's Ctrl+arrow: to the last filled cell of a run, else to the next filled one, else to the grid's edge. */
function edgeFrom(place: CellPlace, direction: Direction, shape: GridShape): CellPlace {
  const step = STEPS[direction];
  const next = (from: CellPlace) => ({ line: from.line + step.line, column: from.column + step.column });
  const isInside = ({ line, column }: CellPlace) =>
    line >= 0 && column >= 0 && line < shape.lines && column < shape.columns;
  const isFilled = ({ line, column }: CellPlace) => shape.isFilled(line, column);
  let at = place;
  if (!isInside(next(at))) return at;
  const inRun = isFilled(at) && isFilled(next(at));
  at = next(at);
  while (isInside(next(at)) && (inRun ? isFilled(next(at)) : !isFilled(at))) at = next(at);
  return at;
}

function placeAfter(place: CellPlace, move: Move, shape: GridShape): CellPlace {
  switch (move.kind) {
    case 'step': {
      const step = STEPS[move.direction];
      return {
        line: clamp(place.line + step.line, shape.lines),
        column: clamp(place.column + step.column, shape.columns),
      };
    }
    case 'edge':
      return edgeFrom(place, move.direction, shape);
    case 'page': {
      const lines = move.direction === 'down' ? shape.page : -shape.page;
      return { ...place, line: clamp(place.line + lines, shape.lines) };
    }
    case 'line-start':
      return { ...place, column: 0 };
    case 'line-end':
      return { ...place, column: shape.columns - 1 };
    case 'start':
      return { line: 0, column: 0 };
    case 'end':
      return { line: shape.lines - 1, column: shape.columns - 1 };
  }
}

/** The range after a move: the cursor alone or, extending, the rectangle from where it was begun. */
export function moveRange(range: CellRange, move: Move, extending: boolean, shape: GridShape): CellRange {
  if (extending) return extendTo(range, placeAfter(range.edge, move, shape));
  return rangeAt(placeAfter(range.cursor, move, shape));
}
