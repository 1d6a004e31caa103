import type { PdfNode, TextNode, Vector } from 'pdfmake';
import {
  CHART_TEXT,
  type ChartBar,
  type ChartText,
  chartUnit,
  type PlacedChart,
  placeChart,
} from '#lib/render/chart.ts';
import type { Chart } from '#lib/report/model.ts';
import { measureText, typeset } from './fonts.ts';
import { HAIRLINE, INK, QUIET, TABLE, text } from './style.ts';

/** From the top of a line set solid to its baseline, in ems of IBM Plex Sans. */
const LINE_TOP = 1.025;
const LIGHT = '#d3dde0';

function barVector({ x, y, width, height, tone }: ChartBar, accent: string): Vector {
  const box = { type: 'rect', x, y, w: width, h: height } as const;
  return tone === 'dark' ? { ...box, color: accent } : { ...box, color: LIGHT, lineColor: accent, lineWidth: 0.6 };
}

function wordNode({ text: content, x, baseline, anchor, role }: ChartText): PdfNode {
  return text(content, {
    fontSize: CHART_TEXT,
    lineHeight: 1,
    noWrap: true,
    color: role === 'series' || role === 'title' ? QUIET : INK,
    relativePosition: {
      x: anchor === 'end' ? x - measureText(content, CHART_TEXT) : x,
      y: baseline - LINE_TOP * CHART_TEXT,
    },
  });
}

const axisVectors = ({ axes }: PlacedChart): Vector[] =>
  axes.map(({ x, from, to }) => ({
    type: 'line',
    x1: x,
    y1: from,
    x2: x,
    y2: to,
    lineWidth: 0.7,
    lineColor: HAIRLINE,
  }));

function captionNode(chart: Chart): PdfNode {
  const title: TextNode[] = [{ text: typeset(chart.title), bold: true }];
  const unit = chartUnit(chart);
  if (unit !== '') title.push({ text: typeset(`   ${unit}`), fontSize: TABLE.fontSize, color: QUIET });
  return { text: title, fontSize: 9, lineHeight: 1.05, margin: [0, 6, 0, 5], tag: { type: 'Caption' } };
}

/** A chart of the model, drawn: bars as vectors in `accent` (`#rrggbb`), words and figures as text that can be searched and copied. */
export function layChart(chart: Chart, accent: string): PdfNode {
  const placed = placeChart(chart);
  return {
    unbreakable: true,
    stack: [
      captionNode(chart),
      {
        tag: { type: 'Figure', alt: chart.alternativeText },
        stack: [
          ...placed.texts.map(wordNode),
          { canvas: [...placed.bars.map((bar) => barVector(bar, accent)), ...axisVectors(placed)] },
        ],
        // A canvas is as high as what is drawn in it; what lies beneath its last bar is left free here.
        margin: [0, 0, 0, 14],
      },
    ],
  };
}
