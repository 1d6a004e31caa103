import type { DocumentPlace, DocumentSearch, Suspicion } from '#lib/domain/attachment.ts';
import { type CprSuspicion, findCprNumbers } from '#lib/domain/cpr.ts';

/** So many are shown; the rest are counted. */
const MOST_SHOWN = 20;

/** What has been seen so far. */
export type Seen = Pick<DocumentSearch, 'count' | 'found'>;

export function nothingSeen(): Seen {
  return { count: 0, found: [] };
}

/** Adds what is in a piece of text, at a place, to what has been seen. */
export function lookInto(seen: Seen, place: DocumentPlace, text: string): void {
  note(seen, place, findCprNumbers(text));
}

/** Adds numbers that were found at a place. */
export function note(seen: Seen, place: DocumentPlace, numbers: readonly CprSuspicion[]): void {
  for (const { masked, nearCertain } of numbers) {
    seen.count += 1;
    if (seen.found.length < MOST_SHOWN) seen.found.push({ place, masked, nearCertain } satisfies Suspicion);
  }
}

/** What was seen first, and then. */
export function joinSeen(first: Seen, then: Seen): Seen {
  return { count: first.count + then.count, found: [...first.found, ...then.found].slice(0, MOST_SHOWN) };
}
