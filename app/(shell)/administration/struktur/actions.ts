'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import type { Succession } from '#lib/domain/succession.ts';
import { nameSuccession } from '#lib/services/name-succession.ts';
import { removeSuccession } from '#lib/services/remove-succession.ts';

/** `to` undefined takes back what was said. The bridge follows from it. */
export async function saveSuccessionAction({
  to,
  ...input
}: Omit<Succession, 'to'> & { to: string | null | undefined }) {
  const context = await currentContext();
  const result =
    to === undefined ? await removeSuccession(context, input) : await nameSuccession(context, { ...input, to });
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}
