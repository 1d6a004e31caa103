'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import type { Installation } from '#lib/domain/municipality.ts';
import type { Result } from '#lib/services/context.ts';
import { updateSettings } from '#lib/services/update-settings.ts';

/** Saves the installation's settings; every page shows some of them. */
export async function saveSettings(input: Installation): Promise<Result<Installation>> {
  const result = await updateSettings(await currentContext(), input);
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}
