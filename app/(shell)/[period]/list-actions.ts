'use server';

import { currentContext } from '#lib/auth/current-context.ts';
import type { EditAccountsInput, EditFindingsInput } from '#lib/schemas/bulk.ts';
import type { AccountsInput } from '#lib/schemas/workflow.ts';
import type { AccountRow, FindingRow } from '#lib/services/account-rows.ts';
import type { ManyChanged } from '#lib/services/change-accounts.ts';
import { done, type Result } from '#lib/services/context.ts';
import { type EditedAccounts, editAccounts } from '#lib/services/edit-accounts.ts';
import { type EditedFindings, editFindings } from '#lib/services/edit-findings.ts';
import { listAccounts } from '#lib/services/list-accounts.ts';
import { listFindings } from '#lib/services/list-findings.ts';
import { type Category1Preview, previewCategory1 } from '#lib/services/log-category-1.ts';
import { undoChangeSet } from '#lib/services/undo-change-set.ts';

/*
 * What is typed into a list is saved without showing the page anew: the answer brings the rows that changed, and that is
 * all that the list needs. Other pages are read when one goes there.
 */

/** Saves cells of *Konti*. @returns with it the accounts as they now stand, those that somebody else changed included */
export async function saveAccountCells(
  input: EditAccountsInput,
): Promise<Result<EditedAccounts & { rows: AccountRow[] }>> {
  const context = await currentContext();
  const result = await editAccounts(context, input);
  if (!result.ok) return result;
  // Also what stood so already: a save whose answer was lost is sent again, and its page has older rows.
  const touched = new Set(input.changes.map(({ account }) => account));
  return done({ ...result.value, rows: (await listAccounts(context, input.periodId, touched)) ?? [] });
}

/** Saves cells of *Opfølgning*. @returns with it the findings of the accounts as they now stand */
export async function saveFindingCells(
  input: EditFindingsInput,
): Promise<Result<EditedFindings & { rows: FindingRow[] }>> {
  const context = await currentContext();
  const result = await editFindings(context, input);
  if (!result.ok) return result;
  const touched = new Set(input.changes.map(({ account }) => account));
  return done({ ...result.value, rows: (await listFindings(context, input.periodId, touched))?.findings ?? [] });
}

/** Takes a change set back. @returns with it the accounts as they now stand */
export async function undoInAccounts(
  periodId: string,
  id: number,
): Promise<Result<ManyChanged & { rows: AccountRow[] }>> {
  const context = await currentContext();
  const result = await undoChangeSet(context, { id });
  if (!result.ok) return result;
  const rows = await listAccounts(context, periodId, new Set(result.value.changed));
  return done({ ...result.value, rows: rows ?? [] });
}

/** Takes a change set back. @returns with it the findings of the accounts as they now stand */
export async function undoInFindings(
  periodId: string,
  id: number,
): Promise<Result<ManyChanged & { rows: FindingRow[] }>> {
  const context = await currentContext();
  const result = await undoChangeSet(context, { id });
  if (!result.ok) return result;
  const listed = await listFindings(context, periodId, new Set(result.value.changed));
  return done({ ...result.value, rows: listed?.findings ?? [] });
}

/** Says what logging accounts as category 1 would do. */
export async function askCategory1(input: AccountsInput): Promise<Result<Category1Preview>> {
  return previewCategory1(await currentContext(), input);
}
