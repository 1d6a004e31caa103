import type { TextPlace } from '#lib/domain/report-text.ts';
import type { FigureScope, FigureWords } from './figure.ts';

/** Whose section of the report a place stands in: 1 is of the municipality, those after it are the committee's own. */
export function scopeOfPlace(place: TextPlace): FigureScope {
  return OWN_PLACES.includes(place) ? 'committee' : 'municipality';
}

const OWN_PLACES: readonly TextPlace[] = [
  'poster-til-opfoelgning',
  'handleplaner',
  'dataoverfoersler',
  'afskrivninger',
  'periodiserede-poster',
  'egenkapital',
];

/** What the keys of the figures begin with that a place is about. */
const SUBJECTS: Partial<Record<TextPlace, readonly string[]>> = {
  'afstemte-konti': ['afstemt-af.'],
  kategorier: ['kategori', 'alle.', 'opfoelgning.'],
  'aeldre-end-et-aar': ['aeldre.', 'opfoelgning.aeldre', 'opfoelgning.hoejst'],
  balancen: ['tabel-1-1.'],
  'poster-til-opfoelgning': ['tabel-2-1.'],
  handleplaner: ['handleplaner.'],
  dataoverfoersler: ['systemafstemninger.', 'dataoverfoersler.'],
  afskrivninger: ['afskrivninger'],
  'periodiserede-poster': ['periodiserede-poster.'],
  egenkapital: ['egenkapital.'],
};

/** What a figure is looked up by. */
interface Entry {
  figure: FigureWords;
  key: string;
  /** The words of the key, whatever their order: `antal kategori 3`; whose it is, the place says. */
  said: string;
  /** The words of its label, and all that it is found by. */
  label: ReadonlySet<string>;
  words: ReadonlySet<string>;
  /** Lower is nearer to what is written at the place. */
  distance: number;
}

/** Looks figures up by what is typed, the best first. */
export type FigureSearch = (typed: string) => FigureWords[];

/**
 * The search for a figure at a place of the report: its key before its words, whole words before beginnings, and both
 * before what merely holds it, such as the 3 in 2023. Among those alike: of whom the section is, what the place is
 * about, and totals before rows, each in the order of the report.
 */
export function createFigureSearch(figures: readonly FigureWords[], place: TextPlace): FigureSearch {
  const entries = figures.map((figure) => toEntry(figure, place)).sort((left, right) => left.distance - right.distance);
  return (typed) => {
    const query = normalise(typed);
    if (query === '') return entries.map(({ figure }) => figure);
    const parts = splitWords(query);
    return entries
      .map((entry) => ({ figure: entry.figure, rank: rank(entry, query, parts) }))
      .filter((one) => one.rank > 0)
      .sort((left, right) => right.rank - left.rank)
      .map(({ figure }) => figure);
  };
}

function toEntry(figure: FigureWords, place: TextPlace): Entry {
  const isOwn = figure.scope === scopeOfPlace(place);
  const isSubject = SUBJECTS[place]?.some((begin) => figure.key.startsWith(begin)) ?? false;
  return {
    figure,
    key: normalise(figure.key),
    said: toSaid(normalise(figure.key.replace(/^udvalget\./, '')).split(/(?<=[a-zæøå])(?=\d)|[\s,.-]+/)),
    label: new Set(splitWords(normalise(figure.label))),
    words: new Set(splitWords(normalise(figure.words))),
    distance: (isOwn ? 0 : 4) + (figure.isTotal ? 0 : 2) + (isSubject ? 0 : 1),
  };
}

const normalise = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
const splitWords = (text: string): string[] => text.split(/[\s:,()]+/).filter((word) => word !== '');

const toSaid = (words: readonly string[]): string => [...words].sort().join(' ');

const KEY_ITSELF = 1_000;
const KEY_BEGINS = 500;
const LABEL_HAS_WORD = 5;
const HAS_WORD = 4;
const LABEL_WORD_BEGINS = 3;
const WORD_BEGINS = 2;

/** How well a figure fits what is typed, 0 not at all. */
function rank({ figure, key, said, label, words }: Entry, query: string, parts: readonly string[]): number {
  if (key === query || said === toSaid(parts)) return KEY_ITSELF;
  if (query.includes('.') && key.startsWith(query)) return KEY_BEGINS;
  let total = 0;
  for (const part of parts) {
    const fits = rankPart(part, label, words) || (figure.words.includes(part) ? 1 : 0);
    if (fits === 0) return 0;
    total += fits;
  }
  return total;
}

function rankPart(part: string, label: ReadonlySet<string>, words: ReadonlySet<string>): number {
  if (label.has(part)) return LABEL_HAS_WORD;
  if (words.has(part)) return HAS_WORD;
  if (begins(label, part)) return LABEL_WORD_BEGINS;
  return begins(words, part) ? WORD_BEGINS : 0;
}

function begins(words: ReadonlySet<string>, part: string): boolean {
  for (const word of words) if (word.startsWith(part)) return true;
  return false;
}
