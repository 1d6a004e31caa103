'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import type { AccountsInput, ReturnInput } from '#lib/schemas/workflow.ts';
import { type Approved, approveReconciliations } from '#lib/services/approve-reconciliations.ts';
import type { Result } from '#lib/services/context.ts';
import { type ApprovalDetail, getApproval } from '#lib/services/get-approval.ts';
import type { RefusedAccount } from '#lib/services/move-reconciliations.ts';
import { returnReconciliations } from '#lib/services/return-reconciliations.ts';
import { submitReconciliations } from '#lib/services/submit-reconciliations.ts';
import { takeBackReconciliations } from '#lib/services/take-back-reconciliations.ts';

/** What an approver looks at before they approve; null where there is no such account for them. */
export async function readApproval(periodId: string, account: string): Promise<ApprovalDetail | null> {
  return getApproval(await currentContext(), periodId, account);
}

export async function approveAccounts(input: AccountsInput): Promise<Result<Approved>> {
  const result = await approveReconciliations(await currentContext(), input);
  revalidatePath('/', 'layout');
  return result;
}

export async function returnAccounts(
  input: ReturnInput,
): Promise<Result<{ returned: string[]; refused: RefusedAccount[] }>> {
  const result = await returnReconciliations(await currentContext(), input);
  revalidatePath('/', 'layout');
  return result;
}

export async function submitAccounts(
  input: AccountsInput,
): Promise<Result<{ submitted: string[]; refused: RefusedAccount[] }>> {
  const result = await submitReconciliations(await currentContext(), input);
  revalidatePath('/', 'layout');
  return result;
}

export async function takeBackAccounts(
  input: AccountsInput,
): Promise<Result<{ takenBack: string[]; refused: RefusedAccount[] }>> {
  const result = await takeBackReconciliations(await currentContext(), input);
  revalidatePath('/', 'layout');
  return result;
}
