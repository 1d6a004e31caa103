import { type ChartId, isMoney } from '../model.ts';
import type { Draft, FigureModel } from './draft.ts';

/** The figures of the charts. */
export function listCharts({ document }: FigureModel): Draft[] {
  const charts = document.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
  return charts.flatMap(({ id, title, panels }) => {
    const { scope, thing } = CHARTS[id];
    return panels.flatMap(({ title: measured, unit, series, groups }) =>
      groups.flatMap(({ label, cells, keys = [] }) =>
        cells.flatMap((cell, index): Draft[] => {
          const key = keys[index];
          if (key === undefined || typeof cell === 'string' || (isMoney(cell) && cell.printed === '')) return [];
          const names = [measured, label, series[index] ?? ''].filter((part) => part !== '');
          const words = `Diagrammet ${title}: ${names.join(', ')}`;
          return [{ key: `diagram.${id}.${key}`, label: words, cell, unit, scope, isTotal: false, thing }];
        }),
      ),
    );
  });
}

/** Whose figures a chart draws, and what it counts. */
const CHARTS: Record<ChartId, Required<Pick<Draft, 'scope' | 'thing'>>> = {
  'kategorier-over-aarene': { scope: 'municipality', thing: 'konti' },
  'opfoelgning-efter-funktion': { scope: 'committee', thing: 'andet' },
  'handleplaner-efter-deadline': { scope: 'committee', thing: 'handleplaner' },
};
