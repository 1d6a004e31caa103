'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import type { Result } from '#lib/services/context.ts';
import { removeMappingProfile } from '#lib/services/remove-mapping-profile.ts';
import { saveMappingProfile } from '#lib/services/save-mapping-profile.ts';

/** Saves how a source's columns are read, under a name. */
export async function saveProfile(input: unknown): Promise<Result<{ id: number; name: string }>> {
  const result = await saveMappingProfile(await currentContext(), input);
  if (result.ok) revalidatePath('/import');
  return result;
}

export async function removeProfile(input: { id: number }): Promise<Result<{ name: string }>> {
  const result = await removeMappingProfile(await currentContext(), input);
  if (result.ok) revalidatePath('/import');
  return result;
}
