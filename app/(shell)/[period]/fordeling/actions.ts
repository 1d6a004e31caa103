'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import { removeSharingKey } from '#lib/services/remove-sharing-key.ts';
import { saveSharingKey } from '#lib/services/save-sharing-key.ts';

export async function saveSharingKeyAction(input: Parameters<typeof saveSharingKey>[1]) {
  const result = await saveSharingKey(await currentContext(), input);
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}

export async function removeSharingKeyAction(input: { periodId: string; id: number; version: number }) {
  const result = await removeSharingKey(await currentContext(), input);
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}
