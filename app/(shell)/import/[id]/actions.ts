'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import { undoImport } from '#lib/services/undo-import.ts';

/** What an import brought shows on every page of its period. */
export async function undoImportAction(input: { importId: number; reason: string }) {
  const result = await undoImport(await currentContext(), input);
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}
