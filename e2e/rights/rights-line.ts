import { DEMO_PEOPLE, type DemoRole } from '#lib/auth/people.ts';
import { type Act, type EVERYWHERE, may, maySomewhere, type Place } from '#lib/domain/permissions.ts';

/** Where a thing is; `somewhere`: a list, which shows each person their own part of it. */
export type Spot = Place | typeof EVERYWHERE | 'somewhere';

/** Who gets what an address or action has to give. */
export interface Right {
  /** By which act; several: by any of them. `signedIn`: everyone who is; `anyone`: also whoever is not. */
  by: Act | readonly Act[] | 'signedIn' | 'anyone';
  /** Not asked for signedIn and anyone. */
  at?: Spot;
}

/** A page or route handler as the test of rights asks for it. */
export interface AddressLine extends Right {
  /** The file below app/ that answers. */
  file: string;
  method: 'GET' | 'POST' | 'DELETE';
  address: string;
  /** The same address of a thing that is not there: whoever may not see the thing gets the same answer. */
  missing?: string;
  /** What is sent. */
  body?: () => FormData | string;
  /** The answer's status for those who may, where it is not 200. */
  status?: number;
}

export const ROLES = Object.keys(DEMO_PEOPLE) as DemoRole[];

/** Whether one of the demo's people has that right. */
export function isAllowed(role: DemoRole, { by, at = 'somewhere' }: Right): boolean {
  if (by === 'signedIn' || by === 'anyone') return true;
  const acts = typeof by === 'string' ? [by] : by;
  const person = DEMO_PEOPLE[role];
  return acts.some((act) => (at === 'somewhere' ? maySomewhere(person, act) : may(person, act, at)));
}

/** Of BIU and BIF, reconciled by KS: everyone's but nobody else's. */
export const OF_BIU: Place = { committees: ['BIU'], administrations: ['BIF', 'KS'] };
/** Of KFU and KFF, reconciled by KS: the service centre's accountant sees it, BIU's people do not. */
export const OF_KFU: Place = { committees: ['KFU'], administrations: ['KFF', 'KS'] };
/** Of KFU and KFF, reconciled by KFF itself. */
export const OF_KFF: Place = { committees: ['KFU'], administrations: ['KFF'] };
/** What belongs to the committee BIU, such as lines of registers. */
export const REGISTER_OF_BIU: Place = { committees: ['BIU'], administrations: ['BIF'] };
