import type { Drawing, Inline } from 'pdfmake/js/PageElementWriter.js';

/** Left, top, right, bottom. */
export type Box = [number, number, number, number];

/** The least rectangle around both. */
export function join(box: Box, other: Box | undefined): Box {
  if (!other) return box;
  const [left, top, right, bottom] = box;
  return [Math.min(left, other[0]), Math.min(top, other[1]), Math.max(right, other[2]), Math.max(bottom, other[3])];
}

/** What words take that are drawn on a line at `x`, `y`, without the space after the last. */
export function boxOfInlines(inlines: Inline[], x: number, y: number, height: number): Box {
  const last = inlines.at(-1);
  const right = last ? last.x + last.width - (last.trailingCut ?? 0) : 0;
  return [x + (inlines[0]?.x ?? 0), y, x + right, y + height];
}

/** What a vector, image or SVG takes; null where it does not say (a path). */
export function boxOfDrawing(drawing: Drawing): Box | null {
  const { x = 0, y = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, points = [] } = drawing;
  switch (drawing.type) {
    case 'line':
      return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
    case 'ellipse': {
      const { r1 = 0, r2 = r1 } = drawing;
      return [x - r1, y - r2, x + r1, y + r2];
    }
    case 'rect':
      return [x, y, x + (drawing.w ?? 0), y + (drawing.h ?? 0)];
    case 'polyline': {
      const all = points.map((point): Box => [point.x, point.y, point.x, point.y]);
      return all.reduce<Box | null>((box, point) => join(point, box ?? undefined), null);
    }
    case 'path':
      return null;
    default:
      return [x, y, x + (drawing._width ?? 0), y + (drawing._height ?? 0)];
  }
}
