'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import { closePeriod } from '#lib/services/close-period.ts';
import type { Result } from '#lib/services/context.ts';
import { lockPeriod } from '#lib/services/lock-period.ts';
import { type OpenedPeriod, openNextPeriod } from '#lib/services/open-next-period.ts';
import { reopenPeriod } from '#lib/services/reopen-period.ts';

/** What may be done in a period shows on every page of it. */
function refresh<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}

export async function closePeriodAction(input: { periodId: string; confirmed: boolean }) {
  return refresh(await closePeriod(await currentContext(), input));
}

export async function lockPeriodAction(input: { periodId: string }) {
  return refresh(await lockPeriod(await currentContext(), input));
}

export async function reopenPeriodAction(input: { periodId: string; reason: string }) {
  return refresh(await reopenPeriod(await currentContext(), input));
}

export async function openNextPeriodAction(input: { from: string; to: string }): Promise<Result<OpenedPeriod>> {
  return refresh(await openNextPeriod(await currentContext(), input));
}
