'use server';

import { currentContext } from '#lib/auth/current-context.ts';
import type { ReminderChoice } from '#lib/domain/reminder.ts';
import type { Result } from '#lib/services/context.ts';
import { endOwnSession } from '#lib/services/end-own-session.ts';
import { endSubstitution } from '#lib/services/end-substitution.ts';
import { nameSubstitute } from '#lib/services/name-substitute.ts';
import { makeCalendarAddress, removeCalendarAddress, saveOwnReminders } from '#lib/services/reminders.ts';

export async function endOwnSessionAction(input: { sessionId: string }): Promise<Result<null>> {
  return endOwnSession(await currentContext(), input);
}

export async function nameSubstituteAction(input: {
  absentId: string;
  substituteId: string;
  from: string;
  to: string;
}): Promise<Result<number>> {
  return nameSubstitute(await currentContext(), input);
}

export async function endSubstitutionAction(input: { substitutionId: number }): Promise<Result<null>> {
  return endSubstitution(await currentContext(), input);
}

export async function saveRemindersAction(input: unknown): Promise<Result<ReminderChoice>> {
  return saveOwnReminders(await currentContext(), input);
}

export async function makeCalendarAction(): Promise<Result<{ token: string }>> {
  return makeCalendarAddress(await currentContext());
}

export async function removeCalendarAction(): Promise<Result<null>> {
  return removeCalendarAddress(await currentContext());
}
