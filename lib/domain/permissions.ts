import type { IsoDate } from './date.ts';

/** What people are to the system (product.md, the people). Given per committee, per administration or for everything. */
export const ROLES = ['accountant', 'approver', 'systemOwner', 'secretariat', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** A unit that a role can be limited to. An administration's code can also be the service centre's. */
export interface Unit {
  kind: 'committee' | 'administration';
  code: string;
}

/** A role that a person has today, by their own right or (`onBehalfOf`) in the place of somebody who is away. */
export interface Grant {
  role: Role;
  /** null: everything. */
  unit: Unit | null;
  onBehalfOf: { personId: string; name: string } | null;
}

/** A role as it was given: from and to a date, both included; null: no limit. */
export interface DatedGrant extends Grant {
  from: IsoDate | null;
  to: IsoDate | null;
}

/**
 * What each role may do: the one table. Pages hide what it forbids, services refuse it, queries narrow by `see`.
 * An act is done at a place: the units that a thing belongs to, or EVERYWHERE for what concerns the whole installation.
 */
export const ACTS = {
  /** Accounts, findings, registers, documents, comments, and the trail beside an account. */
  see: ROLES,
  /** Log, submit and take back reconciliations; settle items; carry plans on. */
  log: ['accountant'],
  approve: ['approver'],
  /** Say who is to reconcile an account, and by when. */
  assign: ['accountant', 'approver', 'administrator'],
  /** Switch on and off the rules that log by themselves; they log only what whoever switched them on may. */
  keepRules: ['accountant'],
  /** Texts that plans start from. */
  keepTemplates: ['accountant', 'secretariat'],
  /** Keys by which accounts are shared between committees. */
  keepSharing: ['accountant', 'administrator'],
  /** Lines of the registers, and the word that there are none. */
  keepRegister: ['accountant', 'secretariat'],
  controlTransfers: ['accountant', 'systemOwner'],
  attach: ['accountant', 'systemOwner'],
  comment: ROLES,
  seeReport: ROLES,
  /** Texts of the report, what numbers in them are right, and who is to write them. A text for all committees is everywhere's. */
  writeText: ['secretariat'],
  /** Say of a text that somebody else wrote that it can stand. */
  approveText: ['approver', 'secretariat'],
  /** What the open edition leaves out; versions made final and published. */
  keepVersions: ['secretariat'],
  /** The edition that leaves nothing out. */
  seeClosedEdition: ['accountant', 'approver', 'secretariat', 'auditor', 'administrator'],
  /** Take action plans home from a workbook that the responsible ones filled in. */
  collectPlans: ['accountant', 'secretariat'],
  /** Comparison figures of the whole municipality. */
  keepComparison: ['secretariat', 'administrator'],
  import: ['administrator'],
  seeImports: ['auditor', 'administrator'],
  seeTrail: ['auditor', 'administrator'],
  managePeriods: ['administrator'],
  manageStructure: ['administrator'],
  changeSettings: ['administrator'],
  seeSettings: ['auditor', 'administrator'],
  managePeople: ['administrator'],
  dispose: ['administrator'],
} as const satisfies Record<string, readonly Role[]>;
export type Act = keyof typeof ACTS;

/** Acts that somebody who administers may never do, whatever else they were given (domain.md: who administers users does not approve). */
const SEGREGATED: ReadonlySet<Act> = new Set([
  'log',
  'approve',
  'keepRules',
  'keepRegister',
  'controlTransfers',
  'attach',
  'writeText',
  'approveText',
  'keepVersions',
  'collectPlans',
]);

/** The units that a thing belongs to; EVERYWHERE: the whole installation, which only a role for everything reaches. */
export interface Place {
  committees: readonly string[];
  administrations: readonly string[];
}
export const EVERYWHERE = 'everywhere';

interface Granted {
  grants: readonly Grant[];
}

function covers(unit: Unit | null, place: Place | typeof EVERYWHERE): boolean {
  if (unit === null) return true;
  if (place === EVERYWHERE) return false;
  return (unit.kind === 'committee' ? place.committees : place.administrations).includes(unit.code);
}

/** The grants by which a person may do `act` at `place`, own right before substitution; none: they may not. */
export function grantsFor({ grants }: Granted, act: Act, place: Place | typeof EVERYWHERE): Grant[] {
  if (SEGREGATED.has(act) && grants.some(({ role }) => role === 'administrator')) return [];
  const roles: readonly Role[] = ACTS[act];
  return grants
    .filter(({ role, unit }) => roles.includes(role) && covers(unit, place))
    .toSorted((left, right) => Number(left.onBehalfOf !== null) - Number(right.onBehalfOf !== null));
}

export function may(person: Granted, act: Act, place: Place | typeof EVERYWHERE): boolean {
  return grantsFor(person, act, place).length > 0;
}

/** Whether a person may do `act` anywhere at all: what decides if a page's place is in the navigation. */
export function maySomewhere({ grants }: Granted, act: Act): boolean {
  return grants.some(({ unit }) =>
    may({ grants }, act, unit === null ? EVERYWHERE : { committees: [unit.code], administrations: [unit.code] }),
  );
}

/** The grants that hold on `today`. */
export function activeOn<T extends { from: IsoDate | null; to: IsoDate | null }>(
  grants: readonly T[],
  today: IsoDate,
): T[] {
  return grants.filter(({ from, to }) => (from === null || from <= today) && (to === null || today <= to));
}
