import type { ConceptsFigure, FigureBox } from '#lib/report/model.ts';
import { wrapText } from './text-width.ts';

/** All in points: the figure is as wide as the text of an upright page. */
export const FIGURE_WIDTH = 481;
export const BOX_HEIGHT = 46;
const LEVEL_GAP = 22;
const BOX_GAP = 14;
export const LABEL_SIZE = 9;
const LINE_HEIGHT = 12;
const MOST_LABEL_LINES = 3;
export const MARK_SIDE = 8;

interface FigureLine {
  text: string;
  x: number;
  /** The top of the line. */
  y: number;
  isDetail: boolean;
}

export interface PlacedBox {
  x: number;
  y: number;
  width: number;
  lines: FigureLine[];
  mark: { category: 1 | 2 | 3; x: number; y: number } | null;
}

interface Point {
  x: number;
  y: number;
}

/** Where boxes, their words and the lines between them stand. */
export interface PlacedFigure {
  height: number;
  boxes: PlacedBox[];
  links: Point[][];
}

interface Slot {
  box: FigureBox;
  x: number;
  y: number;
  width: number;
}

function placeLevel(boxes: FigureBox[], level: number, levels: number): Slot[] {
  const count = Math.max(1, boxes.length);
  const width = Math.min(200, (FIGURE_WIDTH - BOX_GAP * (count - 1)) / count);
  const used = width * count + BOX_GAP * (count - 1);
  // The last level explains the categories for follow-up, which stand to the right.
  const isUnderFollowUp = level === levels - 1 && level > 1;
  const start = isUnderFollowUp ? FIGURE_WIDTH - used : (FIGURE_WIDTH - used) / 2;
  return boxes.map((box, index) => ({
    box,
    x: start + index * (width + BOX_GAP),
    y: level * (BOX_HEIGHT + LEVEL_GAP),
    width,
  }));
}

/** The boxes above that a box hangs on: those of its category, or of follow-up where the level above has categories. */
function parentsOf(above: Slot[], { box }: Slot): Slot[] {
  const same = above.filter((parent) => box.category !== null && parent.box.category === box.category);
  if (same.length > 0) return same;
  const forFollowUp = above.filter((parent) => parent.box.category === 2 || parent.box.category === 3);
  return forFollowUp.length > 0 ? forFollowUp : above;
}

function linkLevels(above: Slot[], below: Slot[]): Point[][] {
  const centre = (slot: Slot): number => slot.x + slot.width / 2;
  return below.flatMap((slot) =>
    parentsOf(above, slot).map((parent) => {
      const foot = parent.y + BOX_HEIGHT;
      const middle = foot + LEVEL_GAP / 2;
      return [
        { x: centre(parent), y: foot },
        { x: centre(parent), y: middle },
        { x: centre(slot), y: middle },
        { x: centre(slot), y: slot.y },
      ];
    }),
  );
}

function fillBox({ box, x, y, width }: Slot): PlacedBox {
  const inset = box.category === null ? 11 : 25;
  const label = wrapText(box.label, width - inset - 6, LABEL_SIZE, MOST_LABEL_LINES);
  const texts = box.detail === '' ? label : [...label, box.detail];
  const top = y + (BOX_HEIGHT - texts.length * LINE_HEIGHT) / 2;
  const lines = texts.map((text, index) => ({
    text,
    x: x + inset,
    y: top + index * LINE_HEIGHT,
    isDetail: index === label.length,
  }));
  const mark = box.category === null ? null : { category: box.category, x: x + 10, y: top + 2.2 };
  return { x, y, width, lines, mark };
}

/** Places the three levels of the figure of concepts. */
export function placeFigure(figure: ConceptsFigure): PlacedFigure {
  const levels = figure.levels.map((boxes, level) => placeLevel(boxes, level, figure.levels.length));
  return {
    height: levels.length * BOX_HEIGHT + Math.max(0, levels.length - 1) * LEVEL_GAP,
    boxes: levels.flat().map(fillBox),
    links: levels.slice(1).flatMap((level, index) => linkLevels(levels[index] ?? [], level)),
  };
}
