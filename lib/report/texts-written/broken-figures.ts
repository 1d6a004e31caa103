import type { ReportText, TextOwner, TextPlace } from '#lib/domain/report-text.ts';
import type { Figure } from '../figures/figure.ts';
import { linesOf } from './lines.ts';

/** A text that is bound to a figure which the report does not have. */
interface BrokenFigure {
  owner: TextOwner;
  place: TextPlace;
  key: string;
}

/** The keys in texts that no figure has, each once for a text, in the order in which they stand there. */
export function listBrokenFigures(texts: readonly ReportText[], figures: readonly Figure[]): BrokenFigure[] {
  const known = new Set(figures.map(({ key }) => key));
  return texts.flatMap(({ owner, place, document }) => {
    const keys = linesOf(document).flatMap(({ line }) =>
      line.flatMap((inline) => (inline.kind === 'figure' || inline.kind === 'choice' ? [inline.key] : [])),
    );
    return [...new Set(keys)].filter((key) => !known.has(key)).map((key) => ({ owner, place, key }));
  });
}
