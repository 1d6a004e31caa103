'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import { removeRedaction } from '#lib/services/remove-redaction.ts';
import { saveRedaction } from '#lib/services/save-redaction.ts';

interface Redacted {
  year: number;
  committee: string;
  kind: 'finding' | 'column';
  target: string;
}

export async function saveRedactionAction(input: Redacted & { ground: string }) {
  const result = await saveRedaction(await currentContext(), input);
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}

export async function removeRedactionAction(input: Redacted) {
  const result = await removeRedaction(await currentContext(), input);
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}
