import type { Route } from 'next';
import type { Messages } from '#lib/format/messages.ts';
import { PLACES, type PlaceId } from '../places.ts';

type StepId = keyof Messages['tour']['steps'];

export interface TourStep {
  id: StepId;
  address: Route;
  /** What on the page is spoken of; nothing of it, and the page as a whole is. */
  target: string;
}

/** The way of the tour, in the order of the work: over the pages as they are, with the person's own figures. */
const STEPS: readonly { id: StepId; place: PlaceId; target: string }[] = [
  { id: 'overview', place: 'overview', target: 'main h1' },
  { id: 'period', place: 'overview', target: 'header [data-tour="period"]' },
  { id: 'accounts', place: 'accounts', target: 'main [role="grid"]' },
  { id: 'filters', place: 'accounts', target: 'main [role="search"]' },
  { id: 'findings', place: 'findings', target: 'main [role="grid"]' },
  { id: 'report', place: 'report', target: 'main h1' },
  { id: 'help', place: 'help', target: 'header [data-tour="help"]' },
];

/** The steps for a person who may go to `places`; without a period, those of pages outside periods. */
export function tourSteps(places: readonly PlaceId[], period: string | null): TourStep[] {
  return STEPS.flatMap(({ id, place, target }) => {
    const address = PLACES.find((one) => one.id === place)?.address(period) ?? null;
    return address === null || !places.includes(place) ? [] : [{ id, address, target }];
  });
}
