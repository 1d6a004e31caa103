import { recordEvents } from '#lib/db/audit.ts';
import { readTwoApproversAbove, writeTwoApproversAbove } from '#lib/db/settings.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { approvalSettingsInput } from '#lib/schemas/settings.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Changes the follow-up in øre above which a reconciliation takes two approvers. What is approved stays approved. */
export async function updateApprovalSettings(
  context: Context,
  input: unknown,
): Promise<Result<{ twoApproversAbove: bigint }>> {
  const acting = actingFor(context, 'changeSettings', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const parsed = parseInput(approvalSettingsInput, input);
  if (!parsed.ok) return parsed;
  return context.store.writeTx(async (tx) => {
    const before = await readTwoApproversAbove(tx);
    await writeTwoApproversAbove(tx, parsed.value.twoApproversAbove);
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: 'update',
        subject: 'settings',
        subjectId: 'approval',
        periodId: null,
        importId: null,
        before: { twoApproversAbove: before },
        after: parsed.value,
      },
    ]);
    return done(parsed.value);
  });
}
