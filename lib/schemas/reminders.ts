import { z } from 'zod';
import { FREQUENCIES, type ReminderChoice, USUAL_REMINDERS } from '#lib/domain/reminder.ts';

const hour = z.number().int().min(0).max(23);

/** How a person wants to be reminded. */
export const reminderChoiceInput = z.object({
  frequency: z.enum(FREQUENCIES),
  daysBefore: z.number().int().min(0, { error: 'invalid' }).max(60, { error: 'invalid' }),
  quietFrom: hour,
  quietUntil: hour,
});

/** A stored choice; the usual one where there is none. */
export function readChoice(text: string | null): ReminderChoice {
  return text === null ? USUAL_REMINDERS : reminderChoiceInput.parse(JSON.parse(text));
}
