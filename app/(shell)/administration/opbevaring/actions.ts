'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import type { Material, Terms } from '#lib/domain/retention.ts';
import type { Result } from '#lib/services/context.ts';
import { approveDisposal, requestDisposal, withdrawRequest } from '#lib/services/dispose.ts';
import { updateTerms } from '#lib/services/retention.ts';

function refreshed<T>(result: Result<T>): Result<T> {
  revalidatePath('/', 'layout');
  return result;
}

export async function saveTerms(input: Terms) {
  return refreshed(await updateTerms(await currentContext(), input));
}

export async function askForDisposal(material: Material) {
  return refreshed(await requestDisposal(await currentContext(), { material }));
}

export async function withdrawDisposal(id: number) {
  return refreshed(await withdrawRequest(await currentContext(), { id }));
}

export async function disposeForEver(id: number) {
  return refreshed(await approveDisposal(await currentContext(), { id }));
}
