import type { IsoDate } from './date.ts';
import type { Duty } from './duty.ts';
import { addDays, closedDay, nextWorkingDay } from './working-day.ts';

/** How often a person is reminded by mail. */
export const FREQUENCIES = ['daily', 'weekly', 'never'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** How a person wants to be reminded. Hours are whole, 0–23, of Danish time. */
export interface ReminderChoice {
  frequency: Frequency;
  /** Days before a deadline from which it is told of. */
  daysBefore: number;
  /** No mail from this hour until the other: 17 and 7 leave 7.00–16.59. The same hour twice: at any time. */
  quietFrom: number;
  quietUntil: number;
}

/** Until a person says otherwise. */
export const USUAL_REMINDERS: ReminderChoice = { frequency: 'daily', daysBefore: 7, quietFrom: 17, quietUntil: 7 };

export function isQuiet({ quietFrom, quietUntil }: ReminderChoice, hour: number): boolean {
  if (quietFrom === quietUntil) return false;
  return quietFrom < quietUntil ? hour >= quietFrom && hour < quietUntil : hour >= quietFrom || hour < quietUntil;
}

/**
 * Whether a mail is due on `today`: daily, on working days; weekly, on the week's first working day. Whoever was reminded
 * that day is not again: see the key.
 */
export function isReminderDay({ frequency }: ReminderChoice, today: IsoDate): boolean {
  if (frequency === 'never' || closedDay(today) !== null) return false;
  return frequency === 'daily' || today === nextWorkingDay(mondayOf(today));
}

function mondayOf(date: IsoDate): IsoDate {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}

/** The duties that are told of on `today`, late ones and those whose deadline is near. */
export function dueDuties(
  duties: readonly Duty[],
  { daysBefore }: ReminderChoice,
  today: IsoDate,
): { late: Duty[]; near: Duty[] } {
  const until = addDays(today, daysBefore);
  const late: Duty[] = [];
  const near: Duty[] = [];
  for (const duty of duties) {
    if (duty.deadline === null) continue;
    if (duty.deadline < today) late.push(duty);
    // What nears its limitation was picked by a term of its own.
    else if (duty.kind === 'limitation' || duty.deadline <= until) near.push(duty);
  }
  return { late, near };
}
