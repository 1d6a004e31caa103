import type { Route } from 'next';
import type { IconName } from '#components/ui/icon.tsx';
import { type Act, type Grant, maySomewhere } from '#lib/domain/permissions.ts';

export type PlaceId =
  | 'overview'
  | 'tasks'
  | 'accounts'
  | 'findings'
  | 'approval'
  | 'bridge'
  | 'registers'
  | 'report'
  | 'import'
  | 'trail'
  | 'administration'
  | 'settings'
  | 'help';

export interface Place {
  id: PlaceId;
  icon: IconName;
  /** The letter after `g`. */
  letter: string;
  /** Its address, in `period` where the place belongs to one; null where there is no period to show it in. */
  address: (period: string | null) => Route | null;
  /** The part of the address that tells that one is there. */
  segment: string | null;
  /** What a person must be allowed to do somewhere, at least one of it, for the place to be shown; null: nothing. */
  acts: readonly Act[] | null;
}

const inPeriod = (path: string) => (period: string | null) => (period === null ? null : (`/${period}${path}` as Route));
const anywhere = (path: string) => () => path as Route;

/** The places of the navigation, in the order of the work. */
export const PLACES: readonly Place[] = [
  { id: 'overview', icon: 'overview', letter: 'o', address: inPeriod(''), segment: null, acts: null },
  { id: 'tasks', icon: 'tasks', letter: 'm', address: anywhere('/mine-opgaver'), segment: 'mine-opgaver', acts: null },
  { id: 'accounts', icon: 'accounts', letter: 'k', address: inPeriod('/konti'), segment: 'konti', acts: ['see'] },
  {
    id: 'findings',
    icon: 'findings',
    letter: 'f',
    address: inPeriod('/opfoelgning'),
    segment: 'opfoelgning',
    acts: ['see'],
  },
  {
    id: 'approval',
    icon: 'approval',
    letter: 'd',
    address: inPeriod('/godkendelse'),
    segment: 'godkendelse',
    acts: ['approve'],
  },
  { id: 'bridge', icon: 'bridge', letter: 'b', address: inPeriod('/bro'), segment: 'bro', acts: ['see'] },
  {
    id: 'registers',
    icon: 'registers',
    letter: 'r',
    address: inPeriod('/registre/systemafstemninger'),
    segment: 'registre',
    acts: ['see'],
  },
  { id: 'report', icon: 'report', letter: 'p', address: inPeriod('/rapport'), segment: 'rapport', acts: ['seeReport'] },
  { id: 'import', icon: 'import', letter: 'i', address: anywhere('/import'), segment: 'import', acts: ['seeImports'] },
  {
    id: 'trail',
    icon: 'trail',
    letter: 't',
    address: anywhere('/revisionsspor'),
    segment: 'revisionsspor',
    acts: ['seeTrail'],
  },
  {
    id: 'administration',
    icon: 'administration',
    letter: 'a',
    address: anywhere('/administration'),
    segment: 'administration',
    acts: ['managePeople', 'managePeriods', 'manageStructure', 'dispose'],
  },
  {
    id: 'settings',
    icon: 'settings',
    letter: 'n',
    address: anywhere('/indstillinger'),
    segment: 'indstillinger',
    acts: ['seeSettings'],
  },
  { id: 'help', icon: 'help', letter: 'h', address: anywhere('/hjaelp'), segment: 'hjaelp', acts: null },
];

/** The places that a person may go to. */
export function listPlaces(person: { grants: readonly Grant[] }): PlaceId[] {
  return PLACES.filter(({ acts }) => acts === null || acts.some((act) => maySomewhere(person, act))).map(
    ({ id }) => id,
  );
}

/** The place that `path` lies in; null on an address outside them. */
export function placeOf(path: string): PlaceId | null {
  const [first = '', second] = path.split('/').slice(1);
  const inAPeriod = /^\d{4}-\d{2}$/.test(first);
  const segment = inAPeriod ? (second ?? null) : first;
  if (!inAPeriod && segment === '') return null;
  return PLACES.find((place) => place.segment === segment)?.id ?? null;
}
