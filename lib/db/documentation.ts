import type { Documentation } from '#lib/domain/account.ts';
import { deleteOfAccounts } from './delete-of-accounts.ts';
import { executeBulk, type ReadDb, type WriteDb } from './store.ts';

/** What other sources say of the accounts of a period, by account number. */
export async function loadDocumentation(db: ReadDb | WriteDb, periodId: string): Promise<Map<string, Documentation>> {
  const rows = await db.documentation.findMany({ where: { periodId }, orderBy: { accountNumber: 'asc' } });
  return new Map(
    rows.map(({ accountNumber: account, balance, source, date }) => [account, { account, balance, source, date }]),
  );
}

/** Puts documentation in the place of what the accounts had; `after` null takes it away. */
export async function replaceDocumentation(
  tx: WriteDb,
  periodId: string,
  outcomes: readonly { id: string; after: Documentation | null }[],
): Promise<void> {
  if (outcomes.length === 0) return;
  const gone = outcomes.filter(({ after }) => after === null).map(({ id }) => id);
  const rows = outcomes.flatMap(({ after }) =>
    after === null ? [] : [[after.account, after.balance.toString(), after.source, after.date]],
  );
  await deleteOfAccounts(tx, 'Documentation', periodId, gone);
  await executeBulk(
    tx,
    `INSERT INTO "Documentation" ("periodId", "accountNumber", "balance", "source", "date")
     SELECT ?, value->>0, CAST(value->>1 AS INTEGER), value->>2, value->>3 FROM json_each(?) WHERE true
     ON CONFLICT DO UPDATE SET "balance" = excluded."balance", "source" = excluded."source", "date" = excluded."date"`,
    periodId,
    JSON.stringify(rows),
  );
}
