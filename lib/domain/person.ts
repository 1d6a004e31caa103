import type { IsoDate } from './date.ts';
import type { DatedGrant, Role, Unit } from './permissions.ts';

/** A person who can sign in. */
export interface Person {
  id: string;
  name: string;
  email: string;
  initials: string;
  hasSecondFactor: boolean;
  /** ISO time, UTC; null: they can sign in. */
  disabledAt: string | null;
}

/** A role as a person was given it. */
export interface RoleGiven extends Omit<DatedGrant, 'onBehalfOf'> {
  id: number;
  /** Who or what gave it: a person, or the groups of an identity provider. */
  source: 'person' | 'oidc';
}

/** Who acts for somebody who is away, from and to a date, both included (*stedfortræder*). */
export interface Absence {
  id: number;
  absent: { personId: string; name: string };
  substitute: { personId: string; name: string };
  from: IsoDate;
  to: IsoDate;
}

/** Roles that whoever gives rights cannot have at the same time (domain.md: who administers users does not approve). */
const NOT_WITH_ADMINISTRATOR: ReadonlySet<Role> = new Set(['accountant', 'approver', 'systemOwner']);

type Dated = Pick<DatedGrant, 'role' | 'from' | 'to'>;

function overlap(one: Dated, other: Dated): boolean {
  const begins = (date: IsoDate | null) => date ?? '';
  const ends = (date: IsoDate | null) => date ?? '9999-12-31';
  return begins(one.from) <= ends(other.to) && begins(other.from) <= ends(one.to);
}

/** Whether two roles cannot be one person's on the same day. */
export function areIncompatible(one: Dated, other: Dated): boolean {
  const isClash = (left: Role, right: Role) => left === 'administrator' && NOT_WITH_ADMINISTRATOR.has(right);
  return (isClash(one.role, other.role) || isClash(other.role, one.role)) && overlap(one, other);
}

/** Initials as people write them by themselves: the first letters of up to three names. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/[\s-]+/);
  return parts
    .slice(0, 3)
    .map((part) => part.charAt(0).toUpperCase())
    .join('');
}

/** A unit as the command line and group mappings write it: `committee:BIU`, `administration:KS`; null: everything. */
export function parseUnit(text: string): Unit | null | undefined {
  if (text === '' || text === 'all') return null;
  const [kind = '', code = ''] = text.split(':', 2);
  return (kind === 'committee' || kind === 'administration') && code !== '' ? { kind, code } : undefined;
}
