import type { FigureOption, FigureSource } from '#components/text-editor/fields.ts';
import { formatFigure } from '#lib/report/figures/figure.ts';
import { choose } from '#lib/report/texts-written/resolve-text.ts';
import type { WritableFigure } from '#lib/services/list-report-figures.ts';

/** As many as are looked through before one types another letter. */
const MOST_SHOWN = 12;

const toOption = ({ key, label, printed, cell }: WritableFigure): FigureOption => ({
  key,
  label,
  printed,
  isAmount: typeof cell !== 'number',
});

const normalise = (text: string) => text.normalize('NFC').toLowerCase();

/** How well a figure fits what is typed: 0 not at all; a key before words, what begins so before what holds it. */
function rank(figure: WritableFigure, query: string, parts: readonly string[]): number {
  const key = figure.key.toLowerCase();
  if (key === query) return 4;
  if (key.startsWith(query)) return 3;
  if (!parts.every((part) => figure.words.includes(part))) return 0;
  return figure.label.toLowerCase().startsWith(parts[0] ?? '') ? 2 : 1;
}

/** The figures of a report as the editor asks for them: found by words, by key, by what they are today. */
export function createFigureSource(figures: readonly WritableFigure[]): FigureSource {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  return {
    find: (key) => {
      const figure = byKey.get(key);
      return figure ? toOption(figure) : null;
    },
    search: (typed) => {
      const query = normalise(typed).replace(/\s+/g, ' ').trim();
      if (query === '') return figures.slice(0, MOST_SHOWN).map(toOption);
      const parts = query.split(' ');
      return figures
        .map((figure) => ({ figure, rank: rank(figure, query, parts) }))
        .filter((one) => one.rank > 0)
        .sort((left, right) => right.rank - left.rank)
        .slice(0, MOST_SHOWN)
        .map(({ figure }) => toOption(figure));
    },
    write: ({ key, unit, absolute }) => {
      const figure = byKey.get(key);
      return figure ? formatFigure(figure, unit, absolute) : null;
    },
    choose: (key, choice) => {
      const figure = byKey.get(key);
      return figure ? choose(choice, figure) : null;
    },
  };
}
