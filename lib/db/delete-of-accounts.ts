import { executeBulk, type WriteDb } from './store.ts';

/** What a period holds of an account: at most some rows, each with the period and the account's number. */
type OfAccount = 'Approval' | 'Assignment' | 'Documentation' | 'Finding' | 'Reconciliation' | 'Responsibility';

/** Deletes all rows of these accounts in a period from one table, with what hangs on them. */
export function deleteOfAccounts(
  tx: WriteDb,
  table: OfAccount,
  periodId: string,
  accounts: readonly string[],
): Promise<void> {
  const sql = `DELETE FROM "${table}" WHERE "periodId" = ? AND "accountNumber" IN (SELECT value FROM json_each(?))`;
  return executeBulk(tx, sql, periodId, JSON.stringify(accounts));
}
