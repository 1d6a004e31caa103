import { randomBytes } from 'node:crypto';
import { recordEvents } from '#lib/db/audit.ts';
import { readPersonSetting, writePersonSetting } from '#lib/db/person-settings.ts';
import {
  findSecretAddress,
  findSecretOwner,
  removeSecretAddress,
  replaceSecretAddress,
} from '#lib/db/secret-addresses.ts';
import { getStore } from '#lib/db/store.ts';
import type { ReminderChoice } from '#lib/domain/reminder.ts';
import { readChoice, reminderChoiceInput } from '#lib/schemas/reminders.ts';
import { actingAsSelf } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Under which a person's choice of reminders is kept. */
export const REMINDERS_KEY = 'reminders';

export interface OwnReminders {
  choice: ReminderChoice;
  /** Since when the actor has a calendar address; null: they have none. */
  calendarSince: string | null;
}

/** How the actor is reminded. */
export async function getOwnReminders({ store, actor }: Context): Promise<OwnReminders> {
  return {
    choice: readChoice(await readPersonSetting(store.read, actor.personId, REMINDERS_KEY)),
    calendarSince: await findSecretAddress(store.read, 'calendar', actor.personId),
  };
}

export async function saveOwnReminders({ store, actor }: Context, input: unknown): Promise<Result<ReminderChoice>> {
  const parsed = parseInput(reminderChoiceInput, input);
  if (!parsed.ok) return parsed;
  await store.touchTx((tx) => writePersonSetting(tx, actor.personId, REMINDERS_KEY, JSON.stringify(parsed.value)));
  return done(parsed.value);
}

const TOKEN_BYTES = 24;

/** Makes the actor a new calendar address; the old one answers no more. @returns the token, which is kept nowhere */
export async function makeCalendarAddress(context: Context): Promise<Result<{ token: string }>> {
  const { store, actor } = context;
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const at = new Date().toISOString();
  await store.touchTx(async (tx) => {
    await replaceSecretAddress(tx, 'calendar', actor.personId, token, at);
    await recordEvents(tx, actingAsSelf(context), at, [{ ...ofCalendar(actor.personId), action: 'create' }]);
  });
  return done({ token });
}

/** Ends the actor's calendar address. */
export async function removeCalendarAddress(context: Context): Promise<Result<null>> {
  const { store, actor } = context;
  return store.touchTx(async (tx) => {
    if (!(await removeSecretAddress(tx, 'calendar', actor.personId))) return refused([problem('no-calendar')]);
    await recordEvents(tx, actingAsSelf(context), new Date().toISOString(), [
      { ...ofCalendar(actor.personId), action: 'remove' },
    ]);
    return done(null);
  }, isDone);
}

function ofCalendar(personId: string) {
  return {
    subject: 'calendar' as const,
    subjectId: personId,
    periodId: null,
    importId: null,
    before: null,
    after: null,
  };
}

/** Whether a token is a way out of reminders. */
export async function isUnsubscribeToken(token: string, store = getStore()): Promise<boolean> {
  return (await findSecretOwner(store.read, 'unsubscribe', token)) !== null;
}

/** Sends whoever the token belongs to no more reminders. @returns whether it belongs to anybody */
export async function unsubscribe(token: string, store = getStore()): Promise<boolean> {
  return store.touchTx(async (tx) => {
    const personId = await findSecretOwner(tx, 'unsubscribe', token);
    if (personId === null) return false;
    const choice = readChoice(await readPersonSetting(tx, personId, REMINDERS_KEY));
    await writePersonSetting(tx, personId, REMINDERS_KEY, JSON.stringify({ ...choice, frequency: 'never' }));
    return true;
  });
}
