'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import { confirmNone } from '#lib/services/confirm-none.ts';
import type { Result } from '#lib/services/context.ts';
import { removeRegisterLine } from '#lib/services/remove-register-line.ts';
import { saveRegisterLine } from '#lib/services/save-register-line.ts';

/** A change of a register shows in the reports too. */
function refresh(result: Result<unknown>): void {
  if (result.ok) revalidatePath('/', 'layout');
}

export async function saveLine(input: Parameters<typeof saveRegisterLine>[1]) {
  const result = await saveRegisterLine(await currentContext(), input);
  refresh(result);
  return result;
}

export async function removeLine(input: Parameters<typeof removeRegisterLine>[1]) {
  const result = await removeRegisterLine(await currentContext(), input);
  refresh(result);
  return result;
}

export async function setNone(input: Parameters<typeof confirmNone>[1]) {
  const result = await confirmNone(await currentContext(), input);
  refresh(result);
  return result;
}
