'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import type { CommentInput } from '#lib/schemas/comments.ts';
import type { LogReconciliationInput } from '#lib/schemas/reconciliation.ts';
import { addComment } from '#lib/services/add-comment.ts';
import type { Result } from '#lib/services/context.ts';
import { logReconciliation } from '#lib/services/log-reconciliation.ts';

/** Saves what the account page holds; every figure of the period can follow from it. */
export async function saveReconciliation(
  input: LogReconciliationInput,
): Promise<Result<{ version: number; savedAt: string }>> {
  const result = await logReconciliation(await currentContext(), input);
  revalidatePath('/', 'layout');
  return result;
}

/** Says something about the account, or about its finding for a committee. */
export async function saveComment(input: CommentInput): Promise<Result<{ id: number }>> {
  const result = await addComment(await currentContext(), input);
  revalidatePath('/', 'layout');
  return result;
}
