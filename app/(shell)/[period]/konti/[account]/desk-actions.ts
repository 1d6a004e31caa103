'use server';

import { currentContext } from '#lib/auth/current-context.ts';
import { type Desk, readDesk } from './read-desk.ts';

/** An account for the panel beside a list; null where the reader sees no such account. */
export async function readAccountDesk(periodId: string, account: string): Promise<Desk | null> {
  const desk = await readDesk(await currentContext(), periodId, account);
  if (!desk) return null;
  const { events: _, ...shown } = desk;
  return shown;
}
