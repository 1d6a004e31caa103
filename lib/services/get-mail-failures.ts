import { listFailedMails } from '#lib/db/mails.ts';
import { listPersonNames } from '#lib/db/person-names.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import type { Context } from './context.ts';

/** The last so many failures tell what is wrong with a mail server. */
const MOST_SHOWN = 10;

/** A mail that did not go. */
export interface MailFailure {
  /** To whom; null: their name is gone. */
  name: string | null;
  /** Of the last try: ISO time, UTC. */
  at: string;
  attempts: number;
  /** As the mail server, or the way to it, said it; null: it was being handed over when the program ended. */
  answer: string | null;
}

/** The mails that did not go, newest first; null for who may not see settings. */
export async function getMailFailures({ store, actor }: Context): Promise<{ failures: MailFailure[] } | null> {
  if (!may(actor, 'seeSettings', EVERYWHERE)) return null;
  const [failed, names] = await Promise.all([listFailedMails(store.read, MOST_SHOWN), listPersonNames(store.read)]);
  const failures = failed.map(({ personId, at, attempts, failure }) => ({
    name: names.get(personId) ?? null,
    at,
    attempts,
    answer: failure,
  }));
  return { failures };
}
