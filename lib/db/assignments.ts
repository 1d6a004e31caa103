import type { Assignment } from '#lib/domain/account.ts';
import { deleteOfAccounts } from './delete-of-accounts.ts';
import { executeBulk, type WriteDb } from './store.ts';

/** To whom each of the accounts was given, by account; those of nobody are missing. */
export async function listAssigned(
  tx: WriteDb,
  periodId: string,
  accounts: readonly string[],
): Promise<Map<string, string>> {
  const wanted = new Set(accounts);
  const rows = await tx.assignment.findMany({ where: { periodId } });
  return new Map(
    rows.flatMap(({ accountNumber, personId }) =>
      personId !== null && wanted.has(accountNumber) ? [[accountNumber, personId]] : [],
    ),
  );
}

/** Puts assignments in the place of what the accounts had; `after` null takes one away. */
export async function replaceAssignments(
  tx: WriteDb,
  periodId: string,
  outcomes: readonly { account: string; after: Assignment | null }[],
): Promise<void> {
  if (outcomes.length === 0) return;
  const gone = outcomes.filter(({ after }) => after === null).map(({ account }) => account);
  const kept = outcomes.flatMap(({ after }) => (after ? [[after.account, after.personId, after.deadline]] : []));
  await deleteOfAccounts(tx, 'Assignment', periodId, gone);
  await executeBulk(
    tx,
    `INSERT INTO "Assignment" ("periodId", "accountNumber", "personId", "deadline")
     SELECT ?, value->>0, value->>1, value->>2 FROM json_each(?) WHERE true
     ON CONFLICT DO UPDATE SET "personId" = excluded."personId", "deadline" = excluded."deadline"`,
    periodId,
    JSON.stringify(kept),
  );
}
