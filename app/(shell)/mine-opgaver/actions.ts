'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import type { Result } from '#lib/services/context.ts';
import { markRead } from '#lib/services/mark-read.ts';

/** Marks the person's own notices as read: those named, or all. */
export async function markNotices(input: { ids: number[] | null }): Promise<Result<{ read: number }>> {
  const result = await markRead(await currentContext(), input);
  revalidatePath('/', 'layout');
  return result;
}
