'use server';

import { currentContext } from '#lib/auth/current-context.ts';
import type { CommentInput } from '#lib/schemas/comments.ts';
import type { LogReconciliationInput } from '#lib/schemas/reconciliation.ts';
import { addComment } from '#lib/services/add-comment.ts';
import type { Result } from '#lib/services/context.ts';
import { logReconciliation } from '#lib/services/log-reconciliation.ts';

/*
 * What was stored is shown by whoever had it stored: an account's page fetches itself anew, a list the rows of what
 * stands beside it. To show every page anew here would make each save wait for it.
 */

/** Saves what the account page holds; every figure of the period can follow from it. */
export async function saveReconciliation(
  input: LogReconciliationInput,
): Promise<Result<{ version: number; savedAt: string }>> {
  return logReconciliation(await currentContext(), input);
}

/** Says something about the account, or about its finding for a committee. */
export async function saveComment(input: CommentInput): Promise<Result<{ id: number }>> {
  return addComment(await currentContext(), input);
}
