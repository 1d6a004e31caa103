import { readTwoApproversAbove, writeTwoApproversAbove } from '#lib/db/settings.ts';
import type { ReadDb, WriteDb } from '#lib/db/store.ts';
import { approvalSettingsInput } from '#lib/schemas/settings.ts';
import { changeSetting } from './change-setting.ts';
import type { Context, Result } from './context.ts';

interface ApprovalSettings {
  /** In øre. */
  twoApproversAbove: bigint;
}

const APPROVAL = {
  id: 'approval',
  schema: approvalSettingsInput,
  read: async (db: ReadDb) => ({ twoApproversAbove: await readTwoApproversAbove(db) }),
  write: (tx: WriteDb, { twoApproversAbove }: ApprovalSettings) => writeTwoApproversAbove(tx, twoApproversAbove),
};

/** Changes the follow-up above which a reconciliation takes two approvers. What is approved stays approved. */
export function updateApprovalSettings(context: Context, input: unknown): Promise<Result<ApprovalSettings>> {
  return changeSetting(APPROVAL, context, input);
}
