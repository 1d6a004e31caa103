import type { ReadDb, WriteDb } from './store.ts';

const MOST_ATTEMPTS = 5;
/** Until the second try; twice as long until each further one. */
const FIRST_REST_MS = 15 * 60_000;

/** Stands for the failure while a mail is handed over: whoever finds it knows not whether it went, and leaves it. */
const UNDERWAY = 'underway';

/**
 * Takes the mail of that key upon oneself: nobody else hands it over then. Refused where it went, is being handed over,
 * or failed too lately or too often.
 */
export async function claimMail(tx: WriteDb, key: string, personId: string, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const known = await tx.mailSent.findUnique({ where: { key } });
  if (!known) {
    await tx.mailSent.create({ data: { key, personId, at, failure: UNDERWAY } });
    return true;
  }
  if (known.failure === null || known.failure === UNDERWAY || known.attempts >= MOST_ATTEMPTS) return false;
  const rest = FIRST_REST_MS * 2 ** (known.attempts - 1);
  if (now.getTime() < Date.parse(known.at) + rest) return false;
  await tx.mailSent.update({ where: { key }, data: { at, failure: UNDERWAY, attempts: { increment: 1 } } });
  return true;
}

/** Notes how handing it over went; `failure` null: the mail server took it. */
export async function settleMail(tx: WriteDb, key: string, failure: string | null): Promise<void> {
  await tx.mailSent.update({ where: { key }, data: { failure } });
}

export interface FailedMail {
  personId: string;
  /** ISO time, UTC */
  at: string;
  /** null: it was being handed over when the program ended, and may have gone. */
  failure: string | null;
  attempts: number;
}

/** Mails that did not go, newest first. What is being handed over now is among them. */
export async function listFailedMails(db: ReadDb, most: number): Promise<FailedMail[]> {
  const rows = await db.mailSent.findMany({ where: { failure: { not: null } }, orderBy: { at: 'desc' }, take: most });
  return rows.map(({ personId, at, failure, attempts }) => ({
    personId,
    at,
    failure: failure === UNDERWAY ? null : failure,
    attempts,
  }));
}
