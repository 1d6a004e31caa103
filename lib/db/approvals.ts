import type { Workflow } from '#lib/domain/workflow.ts';
import { deleteOfAccounts } from './delete-of-accounts.ts';
import { executeBulk, type WriteDb } from './store.ts';

/** Puts approvals in the place of what the accounts had. */
export async function replaceApprovals(
  tx: WriteDb,
  periodId: string,
  accounts: readonly string[],
  workflows: readonly { account: string; workflow: Pick<Workflow, 'approvals'> }[],
): Promise<void> {
  await deleteOfAccounts(tx, 'Approval', periodId, accounts);
  const rows = workflows.flatMap(({ account, workflow }) =>
    workflow.approvals.map(({ personId, name, onBehalfOf, at }) => [account, personId, name, onBehalfOf, at]),
  );
  await executeBulk(
    tx,
    `INSERT INTO "Approval" ("periodId", "accountNumber", "personId", "personName", "onBehalfOf", "at")
     SELECT ?, value->>0, value->>1, value->>2, value->>3, value->>4 FROM json_each(?)`,
    periodId,
    JSON.stringify(rows),
  );
}
