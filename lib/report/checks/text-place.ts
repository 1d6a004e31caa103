import { TEXT_PLACES, type TextOwner, type TextPlace } from '#lib/domain/report-text.ts';
import { compareDanish } from '#lib/format/sort.ts';

interface Placed {
  place: TextPlace;
  owner: TextOwner;
}

/** Texts in the order in which the report has them: by place, the one for all committees first. */
export function byTextPlace(left: Placed, right: Placed): number {
  return TEXT_PLACES.indexOf(left.place) - TEXT_PLACES.indexOf(right.place) || compareDanish(left.owner, right.owner);
}
