import { type ChartId, isMoney } from '../model.ts';
import type { Draft, FigureModel } from './draft.ts';

/** The figures of the charts. */
export function listCharts({ document, year }: FigureModel): Draft[] {
  const charts = document.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
  return charts.flatMap(({ id, title, panels }) => {
    const { scope, thing } = CHARTS[id];
    return panels.flatMap(({ title: measured, unit, series, groups }) =>
      groups.flatMap((group) =>
        group.cells.flatMap((cell, index): Draft[] => {
          if (typeof cell === 'string' || (isMoney(cell) && cell.printed === '')) return [];
          const names = [measured, group.label, series[index] ?? ''].filter((part) => part !== '');
          return [
            {
              key: ['diagram', id, ...names.map((name) => withoutYears(name, year))].join('.'),
              label: `Diagrammet ${title}: ${names.join(', ')}`,
              cell,
              unit,
              scope,
              isTotal: false,
              thing,
            },
          ];
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

/** Years as their distance from the report's own, so that the key says the same next year. */
function withoutYears(name: string, year: number): string {
  return name.replace(/\b(?:19|20)\d\d\b/g, (digits) => {
    const distance = Number(digits) - year;
    return distance === 0 ? 'aar' : `aar${distance > 0 ? '+' : ''}${distance}`;
  });
}
