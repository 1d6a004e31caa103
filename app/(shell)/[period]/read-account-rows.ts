import 'server-only';
import type { AccountRow, FindingRow } from '#lib/services/account-rows.ts';
import type { Context } from '#lib/services/context.ts';
import { countTasks } from '#lib/services/count-tasks.ts';
import { listAccounts } from '#lib/services/list-accounts.ts';
import { listFindings } from '#lib/services/list-findings.ts';

/** What lists have of one account, and what the frame around them says of the reader's tasks. */
export interface AccountRows {
  /** Of *Konti*; empty where the reader sees findings of the account alone. */
  accounts: AccountRow[];
  /** Of *Opfølgning*. */
  findings: FindingRow[];
  /** How much waits for the reader in *Mine opgaver*. */
  waiting: number;
}

/** The rows of an account as they now stand; null where the reader sees no such account. */
export async function readAccountRows(
  context: Context,
  periodId: string,
  account: string,
): Promise<AccountRows | null> {
  const only = new Set([account]);
  const [accounts, listed] = await Promise.all([
    listAccounts(context, periodId, only),
    listFindings(context, periodId, only),
  ]);
  if (!accounts || !listed || (accounts.length === 0 && listed.findings.length === 0)) return null;
  return { accounts, findings: listed.findings, waiting: await countTasks(context) };
}
