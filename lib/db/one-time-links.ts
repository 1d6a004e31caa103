import { createHash, randomBytes } from 'node:crypto';
import type { ReadDb, WriteDb } from './store.ts';

const LASTS_MS = 24 * 3600_000;

/** A code that lets one person set a password once. Only its hash is kept. */
export interface OneTimeCode {
  code: string;
  /** ISO time, UTC. */
  expiresAt: string;
}

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex');

/** Makes a code for a person; those made before are worth nothing from here on. */
export async function insertOneTimeCode(tx: WriteDb, personId: string, now: Date): Promise<OneTimeCode> {
  await tx.oneTimeLink.deleteMany({ where: { personId, usedAt: null } });
  const code = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + LASTS_MS).toISOString();
  await tx.oneTimeLink.create({ data: { tokenHash: hashOf(code), personId, createdAt: now.toISOString(), expiresAt } });
  return { code, expiresAt };
}

/** Whose code it is; null for one that is unknown, used or too old. */
export async function findCodeOwner(db: ReadDb | WriteDb, code: string, now: Date): Promise<string | null> {
  const link = await db.oneTimeLink.findUnique({ where: { tokenHash: hashOf(code) } });
  return link && link.usedAt === null && link.expiresAt > now.toISOString() ? link.personId : null;
}

export async function spendCode(tx: WriteDb, code: string, now: Date): Promise<void> {
  await tx.oneTimeLink.update({ where: { tokenHash: hashOf(code) }, data: { usedAt: now.toISOString() } });
}

/** Takes back the codes of a person that nobody has used. */
export async function dropCodesOf(tx: WriteDb, personId: string): Promise<void> {
  await tx.oneTimeLink.deleteMany({ where: { personId, usedAt: null } });
}
