import type { FigureOption, FigureSource } from '#components/text-editor/fields.ts';
import type { TextPlace } from '#lib/domain/report-text.ts';
import { withMinus } from '#lib/format/minus.ts';
import { type FigureWords, formatFigure } from '#lib/report/figures/figure.ts';
import { createFigureSearch } from '#lib/report/figures/search-figures.ts';
import { chooseWords } from '#lib/report/texts-written/choose-words.ts';

/** As many as are looked through before one types another letter. */
const MOST_SHOWN = 12;

const toOption = ({ key, label, printed, cell }: FigureWords): FigureOption => ({
  key,
  label,
  printed: withMinus(printed),
  isAmount: typeof cell !== 'number',
});

/** The figures of a report as the editor asks for them at a place: found by words, by key, by what they are today. */
export function createFigureSource(figures: readonly FigureWords[], place: TextPlace): FigureSource {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const search = createFigureSearch(figures, place);
  return {
    find: (key) => {
      const figure = byKey.get(key);
      return figure ? toOption(figure) : null;
    },
    search: (typed) => search(typed).slice(0, MOST_SHOWN).map(toOption),
    write: ({ key, unit, absolute }) => {
      const figure = byKey.get(key);
      return figure ? withMinus(formatFigure(figure, unit, absolute)) : null;
    },
    choose: (field, line) => chooseWords(field, line, (key) => byKey.get(key)),
  };
}
