import { type Cell, type Chart, type ChartPanel, isMoney } from './model.ts';
import { printCell } from './print-cell.ts';
import { capitalize } from './texts/words.ts';

/** The chart with its text alternative; null where all its figures are zero or blank, so that there is nothing to see. */
export function drawn(chart: Omit<Chart, 'alternativeText'>): Chart | null {
  const cells = chart.panels.flatMap(({ groups }) => groups.flatMap((group) => group.cells));
  const isNothing = (cell: Cell) => (isMoney(cell) ? cell.ore === '0' : cell === 0 || cell === '');
  return cells.every(isNothing) ? null : { ...chart, alternativeText: tellChart(chart) };
}

/** All that the chart shows, in words and with every figure. */
function tellChart({ title, panels }: Omit<Chart, 'alternativeText'>): string {
  return `Søjlediagram: ${title}. ${panels.map(tellPanel).join(' ')}`;
}

function tellPanel({ title, unit, series, groups }: ChartPanel): string {
  const measure = [title, unit === '' ? '' : `i ${unit}`].filter((part) => part !== '').join(' ');
  const inWords = groups.map(({ label, cells }) => {
    const figures = cells
      .map((cell, index) => ({ name: series[index] ?? '', printed: printCell(cell) }))
      .filter(({ printed }) => printed !== '');
    const isNamed = series.length > 1;
    return `${label}: ${figures.map(({ name, printed }) => (isNamed ? `${printed} (${name})` : printed)).join(', ')}`;
  });
  return `${measure === '' ? '' : `${capitalize(measure)} – `}${inWords.join('; ')}.`;
}
