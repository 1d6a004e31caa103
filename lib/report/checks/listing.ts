import { compareDanish } from '#lib/format/sort.ts';
import type { Check, CheckId, CheckPlace, Severity } from '../model.ts';

/** As many places as a check leads to; all are counted. */
const MOST_PLACES = 100;

/** What names a place where programs read it: an account's number, a register or a place for text. */
function subjectOf(place: CheckPlace): string {
  switch (place.kind) {
    case 'account':
    case 'finding':
      return place.account;
    case 'text':
      return place.place;
    case 'register':
      return place.register;
    case 'document':
      return place.account ?? place.register;
  }
}

/** The check with no other places than these. */
export function withPlaces(check: Check, places: readonly CheckPlace[]): Check {
  return { ...check, places: [...places], subjects: [...new Set(places.map(subjectOf))] };
}

/** A check that fails by each of `failing`. */
export function listing(
  id: CheckId,
  failing: readonly CheckPlace[],
  message: string,
  severity: Severity = 'blocking',
): Check {
  const check = { id, severity, ok: failing.length === 0, message, count: failing.length, subjects: [], places: [] };
  return withPlaces(check, failing.slice(0, MOST_PLACES));
}

export function accountPlace(account: string, note = ''): CheckPlace {
  return { kind: 'account', account, note };
}

export function sortUnique(numbers: readonly string[]): string[] {
  return [...new Set(numbers)].sort(compareDanish);
}

/** Places of a committee's findings by account, so that their order never depends on that of the state. */
export function sortPlaces(places: readonly CheckPlace[]): CheckPlace[] {
  return places.toSorted((left, right) => compareDanish(subjectOf(left), subjectOf(right)));
}
