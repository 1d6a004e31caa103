import { recordEvents } from '#lib/db/audit.ts';
import { isDemo } from '#lib/db/demo.ts';
import { claimMail, settleMail } from '#lib/db/mails.ts';
import { listPersons } from '#lib/db/people.ts';
import { readPersonSetting } from '#lib/db/person-settings.ts';
import { replaceSecretAddress } from '#lib/db/secret-addresses.ts';
import { listGrantsToday } from '#lib/db/sessions.ts';
import type { Acting } from '#lib/domain/actor.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import type { Person } from '#lib/domain/person.ts';
import { dueDuties, isQuiet, isReminderDay } from '#lib/domain/reminder.ts';
import { danishDate, formatClock } from '#lib/format/date-time.ts';
import type { Translate } from '#lib/format/translate.ts';
import type { Mailer } from '#lib/mail/mailer.ts';
import { writeDigest } from '#lib/mail/write-digest.ts';
import { readChoice } from '#lib/schemas/reminders.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { getTasks } from './get-tasks.ts';
import { listDuties } from './list-duties.ts';
import { REMINDERS_KEY } from './reminders.ts';

export interface ReminderRun {
  now: Date;
  /** null: says what would be sent, and sends nothing. */
  mailer: Mailer | null;
  t: Translate;
  /** The address of *Mine opgaver*. */
  home: string;
  /** The way out of reminders for the person of a token. */
  unsubscribeAddress: (token: string) => string;
  tokenOf: (personId: string) => string;
}

/** What became of a person's mail. */
export interface Reminded {
  personId: string;
  email: string;
  outcome: 'sent' | 'would-send' | 'failed';
  subject: string;
}

/**
 * Sends everyone whose mail is due a digest of what is late, near, and waits for them: of what they may see now, once a
 * day, on working days outside their quiet hours. A mail that fails is tried again later; one that may have gone is not.
 * In a demo, whose people are made up, nobody gets any.
 */
export async function sendReminders(context: Context, run: ReminderRun): Promise<Result<{ reminded: Reminded[] }>> {
  const { store } = context;
  const acting = actingFor(context, 'changeSettings', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  if (await isDemo(store.read)) return refused([problem('demo-sends-no-mail')]);
  const reminded: Reminded[] = [];
  const faults: unknown[] = [];
  for (const person of await listPersons(store.read)) {
    if (person.disabledAt !== null) continue;
    try {
      const one = await remind(context, acting, person, run);
      if (one) reminded.push(one);
    } catch (error) {
      // What goes wrong for one keeps nobody else from theirs.
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some people could not be reminded.');
  return done({ reminded });
}

async function remind(context: Context, acting: Acting, person: Person, run: ReminderRun): Promise<Reminded | null> {
  const { store } = context;
  const { now, mailer, t, home } = run;
  const today = danishDate(now);
  const choice = readChoice(await readPersonSetting(store.read, person.id, REMINDERS_KEY));
  if (!isReminderDay(choice, today) || isQuiet(choice, Number(formatClock(now).slice(0, 2)))) return null;
  const grants = await listGrantsToday(store.read, person.id, today);
  if (grants.length === 0) return null;
  const { id: personId, name, initials, email } = person;
  const own: Context = { store, actor: { personId, name, initials, grants, origin: context.actor.origin } };
  const { periods, notices } = await getTasks(own);
  const digest = {
    today,
    ...dueDuties(await listDuties(own, today), choice, today),
    awaiting: periods.reduce((sum, { awaiting }) => sum + awaiting, 0),
    returned: periods.reduce((sum, { returned }) => sum + returned.length, 0),
    unread: notices.filter(({ readAt }) => readAt === null).length,
  };
  const token = run.tokenOf(personId);
  const unsubscribe = run.unsubscribeAddress(token);
  const mail = writeDigest(t, digest, { home, unsubscribe });
  if (mail === null) return null;
  const told = { personId, email, subject: mail.subject };
  if (mailer === null) return { ...told, outcome: 'would-send' };

  const key = `reminder/${personId}/${today}`;
  const at = now.toISOString();
  const isMine = await store.touchTx(async (tx) => {
    if (!(await claimMail(tx, key, personId, now))) return false;
    await replaceSecretAddress(tx, 'unsubscribe', personId, token, at);
    return true;
  });
  if (!isMine) return null;
  const failure = await mailer.send({ to: email, ...mail, unsubscribe }).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500),
  );
  await store.touchTx(async (tx) => {
    await settleMail(tx, key, failure);
    const after = { late: digest.late.length, near: digest.near.length, failure };
    const entry = { subject: 'reminder' as const, subjectId: personId, periodId: null, importId: null, before: null };
    await recordEvents(tx, acting, at, [{ ...entry, action: failure === null ? 'send' : 'refuse', after }]);
  });
  return { ...told, outcome: failure === null ? 'sent' : 'failed' };
}
