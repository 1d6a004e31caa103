import { randomUUID } from 'node:crypto';
import type { ReadDb, WriteDb } from './store.ts';

/** What the sign-in library calls a password. */
const PASSWORD = 'credential';
const OIDC = 'oidc';

export async function hasPassword(db: ReadDb | WriteDb, personId: string): Promise<boolean> {
  return (await db.credential.count({ where: { userId: personId, providerId: PASSWORD } })) > 0;
}

/** Gives a person the password of this hash, in the place of an earlier one. */
export async function writePassword(tx: WriteDb, personId: string, hash: string, now: Date): Promise<void> {
  await tx.credential.deleteMany({ where: { userId: personId, providerId: PASSWORD } });
  await tx.credential.create({
    data: {
      id: randomUUID(),
      accountId: personId,
      providerId: PASSWORD,
      userId: personId,
      password: hash,
      createdAt: now,
      updatedAt: now,
    },
  });
}

/** Takes password and second factor away: whoever forgot one or lost the other begins anew by a one-time link. */
export async function dropPasswordAndFactor(tx: WriteDb, personId: string): Promise<void> {
  await tx.credential.deleteMany({ where: { userId: personId, providerId: PASSWORD } });
  await tx.twoFactor.deleteMany({ where: { userId: personId } });
  await tx.person.update({ where: { id: personId }, data: { twoFactorEnabled: false } });
}

/** The person whom an identity provider knows as `subject`; null: nobody has come by it yet. */
export async function findProviderPerson(
  db: ReadDb | WriteDb,
  issuer: string,
  subject: string,
): Promise<string | null> {
  const row = await db.credential.findFirst({ where: { providerId: OIDC, accountId: `${issuer} ${subject}` } });
  return row?.userId ?? null;
}

export async function insertProviderCredential(
  tx: WriteDb,
  personId: string,
  issuer: string,
  subject: string,
  now: Date,
): Promise<void> {
  await tx.credential.create({
    data: {
      id: randomUUID(),
      accountId: `${issuer} ${subject}`,
      providerId: OIDC,
      userId: personId,
      createdAt: now,
      updatedAt: now,
    },
  });
}
