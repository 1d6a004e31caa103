'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import { makeFinal } from '#lib/services/make-final.ts';
import { publishVersion } from '#lib/services/publish-version.ts';

export async function makeFinalAction(input: { year: number; committee: string; reason: string }) {
  const result = await makeFinal(await currentContext(), input);
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}

export async function publishVersionAction(input: { year: number; committee: string; number: number }) {
  const result = await publishVersion(await currentContext(), input);
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}
