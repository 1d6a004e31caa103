import type { IsoDate } from '#lib/domain/date.ts';
import type { DatedGrant, Role, Unit } from '#lib/domain/permissions.ts';
import type { Absence, Person, RoleGiven } from '#lib/domain/person.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** A role as its table has it. */
export interface DatedGrantRow {
  personId: string;
  role: string;
  scope: string;
  unitCode: string | null;
  fromDate: string | null;
  toDate: string | null;
}

export function toDatedGrant({ role, scope, unitCode, fromDate, toDate }: DatedGrantRow): DatedGrant {
  return {
    role: role as Role,
    unit: scope === 'all' ? null : { kind: scope as Unit['kind'], code: unitCode ?? '' },
    onBehalfOf: null,
    from: fromDate,
    to: toDate,
  };
}

interface PersonRow {
  id: string;
  name: string;
  email: string;
  initials: string;
  twoFactorEnabled: boolean | null;
  disabledAt: string | null;
}

function toPerson({ id, name, email, initials, twoFactorEnabled, disabledAt }: PersonRow): Person {
  return { id, name, email, initials, hasSecondFactor: twoFactorEnabled === true, disabledAt };
}

export async function findPerson(db: ReadDb | WriteDb, id: string): Promise<Person | null> {
  const row = await db.person.findUnique({ where: { id } });
  return row && toPerson(row);
}

/** The person of an e-mail address, whatever its case. */
export async function findPersonByEmail(db: ReadDb | WriteDb, email: string): Promise<Person | null> {
  const row = await db.person.findUnique({ where: { email: email.toLowerCase() } });
  return row && toPerson(row);
}

export async function listPersons(db: ReadDb | WriteDb): Promise<Person[]> {
  return (await db.person.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] })).map(toPerson);
}

/** The demo's people, in the order that the loader made them; none in a real installation. */
export async function listDemoPersons(db: ReadDb): Promise<Person[]> {
  const mark = await db.store.findUnique({ where: { id: 1 } });
  if (mark?.demo !== true) return [];
  return (await db.person.findMany({ where: { demo: true, disabledAt: null }, orderBy: { createdAt: 'asc' } })).map(
    toPerson,
  );
}

export async function countPersons(db: ReadDb | WriteDb): Promise<number> {
  return db.person.count();
}

/** Adds a person who cannot sign in until they have a credential. */
export async function insertPerson(
  tx: WriteDb,
  person: Pick<Person, 'id' | 'name' | 'email' | 'initials'>,
  demo: boolean,
  now: Date,
): Promise<void> {
  const { id, name, initials } = person;
  const email = person.email.toLowerCase();
  await tx.person.create({
    data: { id, name, email, initials, demo, emailVerified: true, createdAt: now, updatedAt: now },
  });
}

/** Gives a person the name and address that they state. */
export async function rewritePerson(
  tx: WriteDb,
  { id, name, email, initials }: Pick<Person, 'id' | 'name' | 'email' | 'initials'>,
): Promise<void> {
  await tx.person.update({ where: { id }, data: { name, email: email.toLowerCase(), initials } });
}

/** Disables a person or lets them in again. @returns whether that changed anything */
export async function setDisabled(tx: WriteDb, id: string, disabledAt: string | null): Promise<boolean> {
  const where = { id, disabledAt: disabledAt === null ? { not: null } : null };
  return (await tx.person.updateMany({ where, data: { disabledAt } })).count === 1;
}

/** The roles of some people, or of all. */
export async function listRoles(db: ReadDb | WriteDb, personIds?: string[]): Promise<Map<string, RoleGiven[]>> {
  const rows = await db.roleGrant.findMany({
    where: personIds === undefined ? {} : { personId: { in: personIds } },
    orderBy: { id: 'asc' },
  });
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map([...byPerson].map(([personId, given]) => [personId, given.map(toRoleGiven)]));
}

function toRoleGiven(row: DatedGrantRow & { id: number; source: string }): RoleGiven {
  const { role, unit, from, to } = toDatedGrant(row);
  return { id: row.id, role, unit, from, to, source: row.source === 'oidc' ? 'oidc' : 'person' };
}

export async function insertRole(
  tx: WriteDb,
  personId: string,
  { role, unit, from, to, source }: Omit<RoleGiven, 'id'>,
  grantedBy: string,
  grantedAt: string,
): Promise<number> {
  const { id } = await tx.roleGrant.create({
    data: {
      personId,
      role,
      scope: unit?.kind ?? 'all',
      unitCode: unit?.code ?? null,
      fromDate: from,
      toDate: to,
      source,
      grantedBy,
      grantedAt,
    },
  });
  return id;
}

/** The person and role of a grant; null where there is none. */
export async function findRole(tx: WriteDb, id: number): Promise<{ personId: string; given: RoleGiven } | null> {
  const row = await tx.roleGrant.findUnique({ where: { id } });
  return row && { personId: row.personId, given: toRoleGiven(row) };
}

export async function deleteRole(tx: WriteDb, id: number): Promise<void> {
  await tx.roleGrant.delete({ where: { id } });
}

/** The people, not disabled, who administer everything on `today` and from then on without an end. */
export async function listAdministratorIds(db: ReadDb | WriteDb, today: IsoDate): Promise<string[]> {
  const rows = await db.roleGrant.findMany({
    where: {
      role: 'administrator',
      scope: 'all',
      toDate: null,
      OR: [{ fromDate: null }, { fromDate: { lte: today } }],
    },
  });
  const ids = [...new Set(rows.map(({ personId }) => personId))];
  const active = await db.person.findMany({ where: { id: { in: ids }, disabledAt: null }, select: { id: true } });
  return active.map(({ id }) => id);
}

/** Absences of which a person is either side, or all, those to come and those of old. */
export async function listAbsences(db: ReadDb | WriteDb, personId: string): Promise<Absence[]> {
  const rows = await db.substitution.findMany({
    where: { OR: [{ absentId: personId }, { substituteId: personId }] },
    orderBy: [{ fromDate: 'desc' }, { id: 'desc' }],
  });
  const ids = [...new Set(rows.flatMap(({ absentId, substituteId }) => [absentId, substituteId]))];
  const names = new Map((await db.person.findMany({ where: { id: { in: ids } } })).map(({ id, name }) => [id, name]));
  const named = (id: string) => ({ personId: id, name: names.get(id) ?? '' });
  return rows.map(({ id, absentId, substituteId, fromDate, toDate }) => ({
    id,
    absent: named(absentId),
    substitute: named(substituteId),
    from: fromDate,
    to: toDate,
  }));
}

export async function insertAbsence(
  tx: WriteDb,
  absence: { absentId: string; substituteId: string; from: IsoDate; to: IsoDate },
  createdBy: string,
  createdAt: string,
): Promise<number> {
  const { absentId, substituteId, from, to } = absence;
  const { id } = await tx.substitution.create({
    data: { absentId, substituteId, fromDate: from, toDate: to, createdBy, createdAt },
  });
  return id;
}

/** A substitution by its id; null where there is none. */
export async function findAbsence(
  tx: WriteDb,
  id: number,
): Promise<{ id: number; absentId: string; substituteId: string; from: IsoDate; to: IsoDate } | null> {
  const row = await tx.substitution.findUnique({ where: { id } });
  if (!row) return null;
  return { id, absentId: row.absentId, substituteId: row.substituteId, from: row.fromDate, to: row.toDate };
}

export async function deleteAbsence(tx: WriteDb, id: number): Promise<void> {
  await tx.substitution.delete({ where: { id } });
}
