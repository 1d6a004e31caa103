import type { PdfNode, TextNode, Vector } from 'pdfmake';
import { countLines, typeset } from './fonts.ts';

const POINTS_PER_MM = 72 / 25.4;
const mm = (length: number): number => length * POINTS_PER_MM;

/** Left, top, right, bottom of each page in points: 20, 22, 20, 24 mm (look.md). */
export const MARGINS: [number, number, number, number] = [mm(20), mm(22), mm(20), mm(24)];

/** What an A4 page holds between its margins, in points. */
export const PAGE = {
  portrait: { width: mm(210 - 40), height: mm(297 - 46) },
  landscape: { width: mm(297 - 40), height: mm(210 - 46) },
};
export type Orientation = keyof typeof PAGE;

/** Points between two of the grid's twelve columns. */
export const GUTTER = 12;

/** The width of so many of the twelve columns of an upright page, with the gutters between them, in points. */
export const span = (columns: number): number =>
  ((PAGE.portrait.width - 11 * GUTTER) / 12) * columns + (columns - 1) * GUTTER;

/** Prose is no wider than this: some 85 signs a line, where the full width would hold more than the eye follows. */
export const MEASURE = span(10);

export const INK = '#1a1f22';
/** Dark enough for text on white (7:1), also printed in grey. */
export const QUIET = '#50585c';
/** What is nothing (a zero among figures) stands back, and can still be read (4.8:1). */
export const FAINT = '#6a7377';
export const HAIRLINE = '#a3abaf';

/** Height of a line of IBM Plex Sans set solid, in ems; pdfmake's line height is a multiple of it. */
const SOLID = 1.3;
export const size = (fontSize: number, leading: number) => ({ fontSize, lineHeight: leading / (fontSize * SOLID) });

/** Sizes and leading in points (look.md, report). */
export const BODY = size(9.5, 13.5);
export const TABLE = size(8, 11);
export const NOTE_LEADING = 10;
export const NOTE = size(7.5, NOTE_LEADING);
export const TABLE_LEADING = 11;
export const BODY_LEADING = 13.5;
export const HEADINGS = { 1: size(17, 22), 2: size(12.5, 17), 3: size(10.5, 14.5) };

/** What an item of a list has beside its mark, in points. */
export const ITEM_MEASURE = MEASURE - 16;

/** A text in the style given, every sign of it drawable. */
export function text(content: string, properties: Omit<TextNode, 'text'> = {}): TextNode {
  return { ...properties, text: typeset(content) };
}

/** Lists, and texts with their notes, of at most this many lines are not broken over pages. */
const UNBROKEN_LINES = 12;
/** Nor are paragraphs of so many: what goes to the next page leaves little of this one empty. */
const SHORT_PARAGRAPH = 5;

const countProse = (content: string): number => countLines(content, MEASURE, BODY.fontSize);

export const isUnbroken = (content: string): boolean => countProse(content) <= UNBROKEN_LINES;

export const isShortParagraph = (content: string): boolean => countProse(content) <= SHORT_PARAGRAPH;

/**
 * `node` on a page where at least `room` points are left beneath it, and what follows. The room is reserved inside the
 * block that may not be broken, and given back: pdfmake itself knows no "keep with next" but by laying out all again.
 */
export function keepWithNext(node: PdfNode, following: PdfNode, room: number): PdfNode[] {
  return [
    { unbreakable: true, stack: [node, { text: '', margin: [0, room, 0, 0] }] },
    { margin: [0, -room - EMPTY_LINE, 0, 0], stack: [following] },
  ];
}
const EMPTY_LINE = BODY_LEADING;

/** Whether a paragraph only leads to the list after it, and so stays with it: `De 5 største er:` */
export const isLeadIn = (content: string): boolean => content.trimEnd().endsWith(':') && isShortParagraph(content);

const CATEGORY_COLOURS = { 1: '#2e6b3c', 2: '#a86500', 3: '#a3221b' } as const;

/** The mark of a category: disc, triangle, square (look.md), drawn, since the font has none of them. */
export function categoryMark(category: 1 | 2 | 3, side: number): Vector {
  const color = CATEGORY_COLOURS[category];
  if (category === 1) return { type: 'ellipse', x: side / 2, y: side / 2, r1: side / 2, r2: side / 2, color };
  if (category === 3) return { type: 'rect', x: 0, y: 0, w: side, h: side, color };
  const points = [
    { x: 0, y: side },
    { x: side / 2, y: 0 },
    { x: side, y: side },
  ];
  return { type: 'polyline', points, closePath: true, color };
}

/** The vector, `x` to the right and `y` down. */
export function moveVector(vector: Vector, x: number, y: number): Vector {
  switch (vector.type) {
    case 'ellipse':
    case 'rect':
      return { ...vector, x: vector.x + x, y: vector.y + y };
    case 'polyline':
      return { ...vector, points: vector.points.map((point) => ({ x: point.x + x, y: point.y + y })) };
    case 'line':
      return { ...vector, x1: vector.x1 + x, x2: vector.x2 + x, y1: vector.y1 + y, y2: vector.y2 + y };
  }
}
