import { listAdministratorIds } from '#lib/db/people.ts';
import type { WriteDb } from '#lib/db/store.ts';
import { listUnits } from '#lib/db/units.ts';
import type { Acting } from '#lib/domain/actor.ts';
import { handsOf } from '#lib/domain/actor.ts';
import type { AuditAction, AuditEntry, AuditSubject } from '#lib/domain/audit.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import type { DatedGrant } from '#lib/domain/permissions.ts';
import { areIncompatible } from '#lib/domain/person.ts';
import { type Problem, problem } from './context.ts';

type DatedRole = Pick<DatedGrant, 'role' | 'unit' | 'from' | 'to'>;

/**
 * What keeps `acting` from giving a person a role: nobody gives themselves any, whoever gives rights does not log or
 * approve, and the unit must be one that there is or was.
 */
export async function findRoleProblem(
  tx: WriteDb,
  acting: Acting,
  personId: string,
  role: DatedRole,
  existing: readonly DatedRole[],
): Promise<Problem | null> {
  if (handsOf(acting).includes(personId)) return problem('own-role');
  if (role.from !== null && role.to !== null && role.to < role.from) return problem('ends-before-it-begins', 'to');
  if (existing.some((other) => areIncompatible(role, other))) return problem('roles-apart', 'role');
  if (existing.some((other) => isSame(role, other))) return problem('role-already', 'role');
  if (role.unit !== null) {
    const { kind, code } = role.unit;
    const units = await listUnits(tx);
    if (!units.some((one) => one.kind === kind && one.code === code)) return problem('unknown-unit', 'unit', { code });
  }
  return null;
}

function isSame(one: DatedRole, other: DatedRole): boolean {
  const key = ({ role, unit, from, to }: DatedRole) => JSON.stringify([role, unit?.kind, unit?.code, from, to]);
  return key(one) === key(other);
}

/** Whether the installation would be left without anybody who can administer it, once `work` is done. */
export async function leavesNoAdministrator(tx: WriteDb, today: IsoDate, work: () => Promise<void>): Promise<boolean> {
  const before = await listAdministratorIds(tx, today);
  await work();
  return before.length > 0 && (await listAdministratorIds(tx, today)).length === 0;
}

/** An event about people: it belongs to no period and no import. */
export function personEvent(
  action: AuditAction,
  subject: AuditSubject,
  subjectId: string,
  before: object | null,
  after: object | null,
): AuditEntry {
  return { action, subject, subjectId, periodId: null, importId: null, before, after };
}
