import type { Route } from 'next';
import type { IconName } from '#components/ui/icon.tsx';

export type PlaceId = 'overview' | 'accounts' | 'findings' | 'registers' | 'report' | 'import' | 'settings' | 'help';

export interface Place {
  id: PlaceId;
  icon: IconName;
  /** The letter after `g`. */
  letter: string;
  /** Its address, in `period` where the place belongs to one; null where there is no period to show it in. */
  address: (period: string | null) => Route | null;
  /** The part of the address that tells that one is there. */
  segment: string | null;
}

const inPeriod = (path: string) => (period: string | null) => (period === null ? null : (`/${period}${path}` as Route));
const anywhere = (path: string) => () => path as Route;

/** The places of the navigation, in the order of the work. */
export const PLACES: readonly Place[] = [
  { id: 'overview', icon: 'overview', letter: 'o', address: inPeriod(''), segment: null },
  { id: 'accounts', icon: 'accounts', letter: 'k', address: inPeriod('/konti'), segment: 'konti' },
  { id: 'findings', icon: 'findings', letter: 'f', address: inPeriod('/opfoelgning'), segment: 'opfoelgning' },
  {
    id: 'registers',
    icon: 'registers',
    letter: 'r',
    address: inPeriod('/registre/systemafstemninger'),
    segment: 'registre',
  },
  { id: 'report', icon: 'report', letter: 'p', address: inPeriod('/rapport'), segment: 'rapport' },
  { id: 'import', icon: 'import', letter: 'i', address: anywhere('/import'), segment: 'import' },
  { id: 'settings', icon: 'settings', letter: 'n', address: anywhere('/indstillinger'), segment: 'indstillinger' },
  { id: 'help', icon: 'help', letter: 'h', address: anywhere('/hjaelp'), segment: 'hjaelp' },
];

/** The place that `path` lies in; null on an address outside them. */
export function placeOf(path: string): PlaceId | null {
  const [first = '', second] = path.split('/').slice(1);
  const inAPeriod = /^\d{4}-\d{2}$/.test(first);
  const segment = inAPeriod ? (second ?? null) : first;
  if (!inAPeriod && segment === '') return null;
  return PLACES.find((place) => place.segment === segment)?.id ?? null;
}
