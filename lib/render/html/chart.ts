import { withMinus } from '#lib/format/minus.ts';
import { CHART_TEXT, type ChartBar, type ChartText, chartUnit, placeChart } from '#lib/render/chart.ts';
import type { Chart } from '#lib/report/model.ts';
import { html, type Markup } from './markup.ts';

const writeBar = ({ x, y, width, height, tone }: ChartBar): Markup =>
  html`<rect class="bar ${tone}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${height}"/>`;

const writeWord = ({ text, x, baseline, anchor, role }: ChartText): Markup =>
  html`<text class="${role}" x="${round(x)}" y="${round(baseline)}" text-anchor="${anchor}">${withMinus(text)}</text>`;

/** Hundredths of a point are finer than any screen or paper. */
const round = (length: number): number => Math.round(length * 100) / 100;

/** A chart of the model as inline SVG, with the model's text alternative. */
export function writeChart(chart: Chart): Markup {
  const { width, height, bars, texts, axes } = placeChart(chart);
  const lines = axes.map(
    ({ x, from, to }) =>
      html`<line class="line" x1="${round(x)}" y1="${round(from)}" x2="${round(x)}" y2="${round(to)}"/>`,
  );
  const unit = chartUnit(chart);
  const suffix = unit === '' ? null : html` <span class="unit">${unit}</span>`;
  return html`<figure class="chart"><figcaption>${chart.title}${suffix}</figcaption><div class="wide" tabindex="0" role="region" aria-label="${chart.title}"><svg role="img" aria-label="${chart.alternativeText}" viewBox="-1 -1 ${width + 2} ${round(height + 4)}" font-size="${CHART_TEXT}">${bars.map(writeBar)}${lines}${texts.map(writeWord)}</svg></div></figure>`;
}
