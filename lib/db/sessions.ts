import type { IsoDate } from '#lib/domain/date.ts';
import { activeOn, type Grant } from '#lib/domain/permissions.ts';
import { type DatedGrantRow, toDatedGrant } from './people.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** Whoever is signed in with a session, with the rights that they have today. */
export interface SignedIn {
  sessionId: string;
  /** The last request but for those of the last minute. */
  lastSeen: Date;
  person: { id: string; name: string; email: string; initials: string; hasSecondFactor: boolean; hasPassword: boolean };
  /** Own ones first, then those of whom they stand in for. */
  grants: Grant[];
}

/** The person of a session; null where it has ended, for whatever reason, or the person is disabled. */
export async function findSignedIn(
  db: ReadDb,
  token: string,
  now: Date,
  idleMs: number,
  today: IsoDate,
): Promise<SignedIn | null> {
  const session = await db.session.findUnique({
    where: { token },
    include: { user: { include: { credentials: { where: { providerId: 'credential' }, select: { id: true } } } } },
  });
  if (!session || session.user.disabledAt !== null) return null;
  if (session.expiresAt <= now || session.updatedAt.getTime() + idleMs <= now.getTime()) return null;
  const { id, name, email, initials, twoFactorEnabled, credentials } = session.user;
  return {
    sessionId: session.id,
    lastSeen: session.updatedAt,
    person: {
      id,
      name,
      email,
      initials,
      hasSecondFactor: twoFactorEnabled === true,
      hasPassword: credentials.length > 0,
    },
    grants: await listGrantsToday(db, id, today),
  };
}

/**
 * What a person may do today: their own grants, and those that people who are away have in their own right. Whom the
 * absent stand in for is not theirs to pass on.
 */
export async function listGrantsToday(db: ReadDb | WriteDb, personId: string, today: IsoDate): Promise<Grant[]> {
  const [own, substitutions] = await Promise.all([
    db.roleGrant.findMany({ where: { personId }, orderBy: { id: 'asc' } }),
    db.substitution.findMany({ where: { substituteId: personId, fromDate: { lte: today }, toDate: { gte: today } } }),
  ]);
  const absentIds = [...new Set(substitutions.map(({ absentId }) => absentId))];
  if (absentIds.length === 0) return grantsOf(own, null, today);
  const [absent, lent] = await Promise.all([
    db.person.findMany({ where: { id: { in: absentIds }, disabledAt: null }, orderBy: { id: 'asc' } }),
    db.roleGrant.findMany({ where: { personId: { in: absentIds } }, orderBy: { id: 'asc' } }),
  ]);
  return [
    ...grantsOf(own, null, today),
    ...absent.flatMap(({ id, name }) =>
      grantsOf(
        lent.filter((grant) => grant.personId === id),
        { personId: id, name },
        today,
      ),
    ),
  ];
}

function grantsOf(rows: DatedGrantRow[], onBehalfOf: Grant['onBehalfOf'], today: IsoDate): Grant[] {
  return activeOn(rows.map(toDatedGrant), today).map(({ role, unit }) => ({ role, unit, onBehalfOf }));
}

export async function touchSession(tx: WriteDb, sessionId: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { id: sessionId }, data: { updatedAt: now } });
}

export async function endSession(tx: WriteDb, token: string): Promise<void> {
  await tx.session.deleteMany({ where: { token } });
}

export interface SessionSummary {
  id: string;
  /** ISO times, UTC. */
  since: string;
  lastSeen: string;
  address: string;
  browser: string;
}

/** A person's sessions, the last used first, those that have ended left out. Tokens stay where they are. */
export async function listSessions(db: ReadDb, personId: string, now: Date, idleMs: number): Promise<SessionSummary[]> {
  const rows = await db.session.findMany({
    where: { userId: personId, expiresAt: { gt: now }, updatedAt: { gt: new Date(now.getTime() - idleMs) } },
    orderBy: { updatedAt: 'desc' },
  });
  return rows.map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
    id,
    since: createdAt.toISOString(),
    lastSeen: updatedAt.toISOString(),
    address: ipAddress ?? '',
    browser: userAgent ?? '',
  }));
}

/** Ends one session of a person. @returns whether there was one */
export async function endSessionOf(tx: WriteDb, personId: string, sessionId: string): Promise<boolean> {
  return (await tx.session.deleteMany({ where: { id: sessionId, userId: personId } })).count === 1;
}

/** Ends all sessions of a person. @returns how many there were */
export async function endSessionsOf(tx: WriteDb, personId: string): Promise<number> {
  return (await tx.session.deleteMany({ where: { userId: personId } })).count;
}
