import type { Reconciliation } from '#lib/domain/account.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { toStored } from '#lib/schemas/stored.ts';
import { replaceApprovals } from './approvals.ts';
import { deleteOfAccounts } from './delete-of-accounts.ts';
import { executeBulk, type ReadDb, type WriteDb } from './store.ts';

/**
 * Puts reconciliations in the place of what the accounts had, with findings, items and plans; `after` null takes the
 * verdict away. Versions rise from what they were; one that is logged again after it was taken back goes on from there,
 * so that nobody saves over it by the number of the one that they saw.
 */
export async function replaceReconciliations(
  tx: WriteDb,
  periodId: string,
  outcomes: { id: string; after: Reconciliation | null }[],
  actor: Actor,
  at: string,
): Promise<void> {
  if (outcomes.length === 0) return;
  const accounts = outcomes.map((one) => one.id);
  const gone = outcomes.filter((one) => one.after === null).map((one) => one.id);
  const reconciliations: unknown[][] = [];
  const findings: unknown[][] = [];
  const items: unknown[][] = [];
  const steps: unknown[][] = [];
  for (const { after } of outcomes) {
    if (after === null) continue;
    reconciliations.push([
      after.account,
      after.category,
      after.documentedBalance?.toString() ?? null,
      after.method,
      after.reconciledOn,
      after.initials,
      after.balance.toString(),
      after.origin,
      after.workflow.status,
      JSON.stringify(after.workflow.preparers),
      after.workflow.submittedAt,
      after.workflow.note === null ? null : toStored(after.workflow.note),
      after.rule === undefined ? null : toStored(after.rule),
    ]);
    for (const finding of after.findings) {
      const key = [after.account, finding.committee];
      findings.push([...key, finding.category, finding.responsible, finding.theme, finding.problem]);
      for (const [position, item] of finding.items.entries()) {
        items.push([...key, position, item.postingDate, item.text, item.amount.toString(), item.key ?? '']);
      }
      for (const [position, step] of finding.steps.entries()) {
        const { activity, deadline, consequence, outcome } = step;
        const first = step.originalDeadline ?? deadline;
        const life = [step.key ?? '', first, outcome?.state ?? 'open', outcome?.on ?? null, outcome?.reason ?? ''];
        steps.push([...key, position, activity, deadline, consequence, ...life]);
      }
    }
  }
  const run = (sql: string, ...values: (string | number)[]) => executeBulk(tx, sql, ...values);
  await deleteOfAccounts(tx, 'Finding', periodId, accounts);
  await deleteOfAccounts(tx, 'Reconciliation', periodId, gone);
  await run(
    `WITH had AS MATERIALIZED (
       SELECT "accountNumber" AS account, max("version") AS version FROM "ChangeSetEntry"
       WHERE "subject" = 'reconciliation' AND "changeSetId" IN (SELECT "id" FROM "ChangeSet" WHERE "periodId" = ?) GROUP BY "accountNumber"
     )
     INSERT INTO "Reconciliation" ("periodId", "accountNumber", "category", "documentedBalance", "method", "reconciledOn", "initials", "balance", "origin", "status", "preparers", "submittedAt", "note", "rule", "version", "updatedAt", "updatedBy")
     SELECT ?, value->>0, value->>1, CAST(value->>2 AS INTEGER), value->>3, value->>4, value->>5, CAST(value->>6 AS INTEGER), value->>7, value->>8, value->>9, value->>10, value->>11, value->>12, 1 + coalesce(had.version, 0), ?, ?
     FROM json_each(?) LEFT JOIN had ON had.account = value->>0 WHERE true
     ON CONFLICT DO UPDATE SET "category" = excluded."category", "documentedBalance" = excluded."documentedBalance", "method" = excluded."method",
       "reconciledOn" = excluded."reconciledOn", "initials" = excluded."initials", "balance" = excluded."balance", "origin" = excluded."origin",
       "status" = excluded."status", "preparers" = excluded."preparers", "submittedAt" = excluded."submittedAt", "note" = excluded."note", "rule" = excluded."rule",
       "version" = "version" + 1, "updatedAt" = excluded."updatedAt", "updatedBy" = excluded."updatedBy"`,
    periodId,
    periodId,
    at,
    actor.name,
    JSON.stringify(reconciliations),
  );
  await run(
    `INSERT INTO "Finding" ("periodId", "accountNumber", "committeeCode", "category", "responsible", "theme", "problem")
     SELECT ?, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5 FROM json_each(?)`,
    periodId,
    JSON.stringify(findings),
  );
  const ofFinding = `JOIN "Finding" f ON f."periodId" = ? AND f."accountNumber" = row.value->>0 AND f."committeeCode" = row.value->>1`;
  await run(
    `INSERT INTO "Item" ("findingId", "position", "postingDate", "text", "amount", "key")
     SELECT f."id", row.value->>2, row.value->>3, row.value->>4, CAST(row.value->>5 AS INTEGER), row.value->>6 FROM json_each(?) row ${ofFinding}`,
    JSON.stringify(items),
    periodId,
  );
  await run(
    `INSERT INTO "PlanStep" ("findingId", "position", "activity", "deadline", "consequence", "key", "originalDeadline", "state", "stateOn", "stateReason")
     SELECT f."id", row.value->>2, row.value->>3, row.value->>4, row.value->>5, row.value->>6, row.value->>7, row.value->>8, row.value->>9, row.value->>10 FROM json_each(?) row ${ofFinding}`,
    JSON.stringify(steps),
    periodId,
  );
  const stays = outcomes.flatMap(({ after }) => (after === null ? [] : [after]));
  await replaceApprovals(tx, periodId, accounts, stays);
}

/** The versions of the verdicts of a period, and who made them, by account number. */
export async function listVersions(
  db: ReadDb | WriteDb,
  periodId: string,
): Promise<Map<string, { version: number; updatedBy: string }>> {
  const rows = await db.reconciliation.findMany({
    where: { periodId },
    select: { accountNumber: true, version: true, updatedBy: true },
  });
  return new Map(rows.map(({ accountNumber, ...edition }) => [accountNumber, edition]));
}

/** The version of an account's verdict and who made it; 0 while there is none. */
export async function findVersion(
  db: ReadDb | WriteDb,
  periodId: string,
  account: string,
): Promise<{ version: number; updatedBy: string }> {
  const row = await db.reconciliation.findUnique({
    where: { periodId_accountNumber: { periodId, accountNumber: account } },
    select: { version: true, updatedBy: true },
  });
  return row ?? { version: 0, updatedBy: '' };
}
