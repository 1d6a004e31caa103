import { SHARED } from '#lib/domain/report-text.ts';
import type { ReportExtras } from '../extras.ts';
import type { Figure } from '../figures/figure.ts';
import { findLooseNumbers } from '../loose-numbers/find-loose-numbers.ts';
import type { Check, CheckPlace } from '../model.ts';
import { tellBrokenFigures, tellLooseNumbers, tellOtherNumbers } from '../texts/check-texts.ts';
import { listBrokenFigures } from '../texts-written/broken-figures.ts';
import { listing } from './listing.ts';
import { byTextPlace } from './text-place.ts';

/** Texts are bound to figures that the report has, and what is typed by hand is one of them or acknowledged. */
export function checkFigures({ texts, acknowledgements }: ReportExtras, figures: readonly Figure[]): Check[] {
  const sorted = texts.toSorted(byTextPlace);
  const broken = listBrokenFigures(sorted, figures).map(
    ({ place, owner, key }): CheckPlace => ({ kind: 'text', place, owner, note: noteOf(owner, key) }),
  );
  const loose = sorted.flatMap(({ place, owner, document }) => {
    const own = acknowledgements.filter((known) => known.place === place && known.owner === owner);
    return findLooseNumbers(document, figures, own).map(({ number, severity }) => ({
      severity,
      place: { kind: 'text', place, owner, note: noteOf(owner, number) } satisfies CheckPlace,
    }));
  });
  const placesOf = (severity: Check['severity']) =>
    loose.filter((each) => each.severity === severity).map((each) => each.place);
  const [wrong, possible] = [placesOf('blocking'), placesOf('warning')];
  return [
    listing('ukendte-felter', broken, tellBrokenFigures(broken.length)),
    listing('loese-tal', wrong, tellLooseNumbers(wrong.length)),
    listing('loese-tal-mulige', possible, tellOtherNumbers(possible.length), 'warning'),
  ];
}

function noteOf(owner: string, words: string): string {
  return owner === SHARED ? `${words}, fælles tekst` : words;
}
