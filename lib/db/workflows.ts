import type { Workflow } from '#lib/domain/workflow.ts';
import { toStored } from '#lib/schemas/stored.ts';
import { replaceApprovals } from './approvals.ts';
import { executeBulk, type WriteDb } from './store.ts';

/**
 * Moves reconciliations on in their workflow and leaves their verdicts as they are; all at once, however many.
 * Versions rise, so that nobody saves over what they have not seen.
 * @param by the name of whoever moves them
 * @param at ISO time, UTC
 */
export async function writeWorkflows(
  tx: WriteDb,
  periodId: string,
  outcomes: readonly { account: string; workflow: Workflow }[],
  by: string,
  at: string,
): Promise<void> {
  if (outcomes.length === 0) return;
  const rows = outcomes.map(({ account, workflow: { status, preparers, submittedAt, note } }) => [
    account,
    status,
    JSON.stringify(preparers),
    submittedAt,
    note === null ? null : toStored(note),
  ]);
  await executeBulk(
    tx,
    `WITH moved AS MATERIALIZED (
       SELECT value->>0 AS account, value->>1 AS status, value->>2 AS preparers, value->>3 AS submitted, value->>4 AS note FROM json_each(?)
     )
     UPDATE "Reconciliation" SET "status" = moved.status, "preparers" = moved.preparers, "submittedAt" = moved.submitted, "note" = moved.note,
       "version" = "version" + 1, "updatedAt" = ?, "updatedBy" = ?
     FROM moved WHERE "periodId" = ? AND "accountNumber" = moved.account`,
    JSON.stringify(rows),
    at,
    by,
    periodId,
  );
  await replaceApprovals(
    tx,
    periodId,
    outcomes.map(({ account }) => account),
    outcomes,
  );
}
