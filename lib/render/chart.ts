import { scaleLinear } from 'd3-scale';
import { type Cell, type Chart, type ChartPanel, isMoney } from '#lib/report/model.ts';
import { printCell } from '#lib/report/print-cell.ts';
import { estimateWidth, wrapText } from './text-width.ts';

/** All in points: a chart is as wide as the text of an upright page. */
export const CHART_WIDTH = 481;
/** Size of all words in it. */
export const CHART_TEXT = 8.5;
/** The figures and labels of this size reach so far above and below their baseline. */
export const ASCENT = 0.8;
export const DESCENT = 0.24;

const BAR_HEIGHT = 8;
const BAR_PITCH = 12;
const LINE_PITCH = 10.5;
const GROUP_GAP = 7;
const TITLE_HEIGHT = 16;
const PANEL_GAP = 24;
const COLUMN_GAP = 8;
/** Between a bar's end and its figure. */
const FIGURE_GAP = 3;
/** A bar that is not nothing is at least so wide, so that it can be seen. */
const THINNEST = 0.8;
/** A group's name takes at most this part of its panel's width. */
const LABEL_PART = 0.42;
const MOST_LABEL_LINES = 3;
/** Longer bars say no more. */
const MOST_BARS = 260;
/** Panels stand side by side where their bars have at least so much room. */
const LEAST_BARS = 60;

export interface ChartText {
  text: string;
  /** Where it begins, or ends where `anchor` is `end`. */
  x: number;
  baseline: number;
  anchor: 'start' | 'end';
  role: 'title' | 'group' | 'series' | 'figure';
}

export interface ChartBar {
  x: number;
  y: number;
  width: number;
  height: number;
  /** The first of a group is dark, the others light with an outline: they differ in grey too. */
  tone: 'dark' | 'light';
}

/** Where bars, words and axes stand. */
export interface PlacedChart {
  width: number;
  height: number;
  bars: ChartBar[];
  texts: ChartText[];
  /** The lines of zero, from which bars go right and, below zero, left. */
  axes: { x: number; from: number; to: number }[];
}

interface Frame {
  x: number;
  y: number;
  width: number;
}

/** The columns of a panel: names of groups, names of series, bars. All widths in points. */
interface Columns {
  labels: number;
  series: number;
  /** Room for the figures left and right of the bars. */
  left: number;
  right: number;
  bars: number;
}

interface Row {
  value: number;
  printed: string;
}

/** A double is enough to place a bar; what is written comes from the cell. */
function rowOf(cell: Cell): Row {
  const printed = printCell(cell);
  const value = isMoney(cell) ? Number(cell.ore) : typeof cell === 'number' ? cell : 0;
  return { value, printed };
}

const rowsOf = (panel: ChartPanel): Row[] => panel.groups.flatMap(({ cells }) => cells.map(rowOf));

const widest = (texts: readonly string[]): number =>
  texts.reduce((width, text) => Math.max(width, estimateWidth(text, CHART_TEXT)), 0);

const wrapLabel = (label: string, width: number): string[] => wrapText(label, width, CHART_TEXT, MOST_LABEL_LINES);

function measureColumns(panel: ChartPanel, width: number): Columns {
  const rows = rowsOf(panel);
  const figures = (sign: 1 | -1) =>
    widest(rows.filter(({ value }) => (sign === 1 ? value >= 0 : value < 0)).map(({ printed }) => printed));
  const labels = widest(panel.groups.flatMap(({ label }) => wrapLabel(label, width * LABEL_PART)));
  const series = panel.series.length > 1 ? Math.min(widest(panel.series), width * 0.2) : 0;
  const [left, right] = [figures(-1), figures(1)].map((figure) => (figure === 0 ? 0 : figure + FIGURE_GAP));
  const taken = labels + COLUMN_GAP + (series === 0 ? 0 : series + COLUMN_GAP) + (left ?? 0) + (right ?? 0);
  return { labels, series, left: left ?? 0, right: right ?? 0, bars: Math.min(MOST_BARS, width - taken) };
}

/** Side by side where each panel leaves room for its bars, else beneath each other. */
function framePanels(panels: readonly ChartPanel[]): 'beside' | 'beneath' {
  const width = (CHART_WIDTH - PANEL_GAP * (panels.length - 1)) / Math.max(1, panels.length);
  return panels.every((panel) => measureColumns(panel, width).bars >= LEAST_BARS) ? 'beside' : 'beneath';
}

/** Places a chart: each bar with its name before it and its figure at its end, so that nothing can overlap. */
export function placeChart({ panels }: Pick<Chart, 'panels'>): PlacedChart {
  const placed: PlacedChart = { width: CHART_WIDTH, height: 0, bars: [], texts: [], axes: [] };
  const beside = framePanels(panels) === 'beside';
  const width = beside ? (CHART_WIDTH - PANEL_GAP * (panels.length - 1)) / Math.max(1, panels.length) : CHART_WIDTH;
  panels.forEach((panel, index) => {
    const frame = beside
      ? { x: index * (width + PANEL_GAP), y: 0, width }
      : { x: 0, y: index === 0 ? 0 : placed.height + GROUP_GAP, width };
    placed.height = Math.max(placed.height, placePanel(panel, frame, placed));
  });
  return placed;
}

/** Adds a panel. @returns where it ends */
function placePanel(panel: ChartPanel, frame: Frame, placed: PlacedChart): number {
  const columns = measureColumns(panel, frame.width);
  const rows = rowsOf(panel).map(({ value }) => value);
  const names = columns.labels + COLUMN_GAP + (columns.series === 0 ? 0 : columns.series + COLUMN_GAP);
  const start = frame.x + names + columns.left;
  const scale = scaleLinear([Math.min(0, ...rows), Math.max(0, ...rows)], [start, start + columns.bars]);
  const title = titleOf(panel);
  let y = frame.y;
  if (title !== '') {
    const lines = wrapLabel(title, frame.width);
    lines.forEach((text, line) => {
      placed.texts.push({ text, x: frame.x, baseline: y + 9 + line * LINE_PITCH, anchor: 'start', role: 'title' });
    });
    y += TITLE_HEIGHT + (lines.length - 1) * LINE_PITCH;
  }
  const top = y;
  const wraps = panel.groups.some(({ label }) => wrapLabel(label, frame.width * LABEL_PART).length > 1);
  const gap = panel.series.length > 1 ? GROUP_GAP : wraps ? GROUP_GAP / 2 : 0;
  panel.groups.forEach((group, index) => {
    if (index > 0) y += gap;
    y = placeGroup(panel, group, { ...frame, y }, columns, scale, placed);
  });
  placed.axes.push({ x: scale(0), from: top - 1, to: y + 1 });
  return y;
}

/** The unit of a chart whose only panel needs no title of its own: it follows the chart's title. */
export function chartUnit({ panels }: Pick<Chart, 'panels'>): string {
  const [only, ...others] = panels;
  return only !== undefined && others.length === 0 && only.title === '' ? only.unit : '';
}

function titleOf({ title, unit }: ChartPanel): string {
  if (title === '') return '';
  return unit === '' ? title : `${title} (${unit})`;
}

/** Adds a group of bars. @returns where it ends */
function placeGroup(
  panel: ChartPanel,
  { label, cells }: ChartPanel['groups'][number],
  frame: Frame,
  columns: Columns,
  scale: (value: number) => number,
  placed: PlacedChart,
): number {
  const rows = cells.map((cell, index) => ({ ...rowOf(cell), series: index })).filter(({ printed }) => printed !== '');
  const lines = wrapLabel(label, frame.width * LABEL_PART);
  const height = Math.max(rows.length * BAR_PITCH, (lines.length - 1) * LINE_PITCH + BAR_PITCH);
  lines.forEach((text, line) => {
    placed.texts.push({
      text,
      x: frame.x,
      baseline: frame.y + BAR_HEIGHT + 0.5 + line * LINE_PITCH,
      anchor: 'start',
      role: 'group',
    });
  });
  const zero = scale(0);
  rows.forEach(({ value, printed, series }, index) => {
    const y = frame.y + index * BAR_PITCH + (BAR_PITCH - BAR_HEIGHT) / 2;
    const baseline = frame.y + index * BAR_PITCH + BAR_HEIGHT + 0.5;
    const length = value === 0 ? 0 : Math.max(THINNEST, Math.abs(scale(value) - zero));
    const end = value < 0 ? zero - length : zero + length;
    if (length > 0) {
      const tone = series === 0 ? 'dark' : 'light';
      placed.bars.push({ x: Math.min(zero, end), y, width: length, height: BAR_HEIGHT, tone });
    }
    if (panel.series.length > 1) {
      const [text = ''] = wrapText(panel.series[series] ?? '', columns.series + 0.1, CHART_TEXT, 1);
      const x = frame.x + columns.labels + COLUMN_GAP;
      placed.texts.push({ text, x, baseline, anchor: 'start', role: 'series' });
    }
    placed.texts.push({
      text: printed,
      x: value < 0 ? end - FIGURE_GAP : end + FIGURE_GAP,
      baseline,
      anchor: value < 0 ? 'end' : 'start',
      role: 'figure',
    });
  });
  return frame.y + height;
}
