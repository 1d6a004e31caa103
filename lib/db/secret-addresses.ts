import { hash } from 'node:crypto';
import type { ReadDb, WriteDb } from './store.ts';

/** Addresses that need no sign-in: a person's calendar, and the way out of reminders. */
export type SecretKind = 'calendar' | 'unsubscribe';

const hashOf = (token: string) => hash('sha256', token);

/** Whose address the token is; null: nobody's, or of a person who is disabled. */
export async function findSecretOwner(db: ReadDb | WriteDb, kind: SecretKind, token: string): Promise<string | null> {
  const row = await db.secretAddress.findUnique({ where: { tokenHash: hashOf(token) } });
  if (row?.kind !== kind) return null;
  const person = await db.person.findUnique({ where: { id: row.personId }, select: { id: true, disabledAt: true } });
  return person?.disabledAt === null ? person.id : null;
}

/** When the person's address was made; null: there is none. */
export async function findSecretAddress(
  db: ReadDb | WriteDb,
  kind: SecretKind,
  personId: string,
): Promise<string | null> {
  return (await db.secretAddress.findFirst({ where: { kind, personId } }))?.createdAt ?? null;
}

/** Makes the token the person's only one of the kind. Only its hash is kept. */
export async function replaceSecretAddress(
  tx: WriteDb,
  kind: SecretKind,
  personId: string,
  token: string,
  createdAt: string,
): Promise<void> {
  await tx.secretAddress.deleteMany({ where: { kind, personId } });
  await tx.secretAddress.create({ data: { tokenHash: hashOf(token), kind, personId, createdAt } });
}

/** @returns whether there was one */
export async function removeSecretAddress(tx: WriteDb, kind: SecretKind, personId: string): Promise<boolean> {
  return (await tx.secretAddress.deleteMany({ where: { kind, personId } })).count > 0;
}
