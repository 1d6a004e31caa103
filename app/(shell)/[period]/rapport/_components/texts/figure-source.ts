import type { FigureOption, FigureSource } from '#components/text-editor/fields.ts';
import { type FigureWords, formatFigure } from '#lib/report/figures/figure.ts';
import { choose } from '#lib/report/texts-written/resolve-text.ts';

/** As many as are looked through before one types another letter. */
const MOST_SHOWN = 12;

const toOption = ({ key, label, printed, cell }: FigureWords): FigureOption => ({
  key,
  label,
  printed,
  isAmount: typeof cell !== 'number',
});

const normalise = (text: string) => text.normalize('NFC').toLowerCase();

/** What a figure is looked up by. */
interface Entry {
  figure: FigureWords;
  key: string;
  /** The words of its label. */
  label: readonly string[];
}

const toEntry = (figure: FigureWords): Entry => ({
  figure,
  key: figure.key.toLowerCase(),
  label: normalise(figure.label).split(/[\s:,()]+/),
});

const KEY_ITSELF = 1_000;
const KEY_BEGINS = 500;
const WHOLE_WORD = 3;
const WORD_BEGINS = 2;

/**
 * How well a figure fits what is typed, 0 not at all: its key before its words, whole words before beginnings, and both
 * before what merely holds it, such as the 3 in 2023.
 */
function rank({ figure, key, label }: Entry, query: string, parts: readonly string[]): number {
  if (key === query) return KEY_ITSELF;
  if (key.startsWith(query)) return KEY_BEGINS;
  let total = 0;
  for (const part of parts) {
    if (!figure.words.includes(part)) return 0;
    total += label.includes(part) ? WHOLE_WORD : label.some((word) => word.startsWith(part)) ? WORD_BEGINS : 1;
  }
  return total;
}

/** The figures of a report as the editor asks for them: found by words, by key, by what they are today. */
export function createFigureSource(figures: readonly FigureWords[]): FigureSource {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const entries = figures.map(toEntry);
  return {
    find: (key) => {
      const figure = byKey.get(key);
      return figure ? toOption(figure) : null;
    },
    search: (typed) => {
      const query = normalise(typed).replace(/\s+/g, ' ').trim();
      if (query === '') return figures.slice(0, MOST_SHOWN).map(toOption);
      const parts = query.split(' ');
      return entries
        .map((entry) => ({ figure: entry.figure, rank: rank(entry, query, parts) }))
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
