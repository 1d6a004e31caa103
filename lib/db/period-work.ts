import { SEPARATE_FUNCTION } from '#lib/domain/account.ts';
import type { AuditEvent } from '#lib/domain/audit.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import type { Status } from '#lib/domain/workflow.ts';
import { toEvent } from './audit.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** How far the accounts of a period have come; those reconciled separately are left out. */
export interface PeriodWork extends Record<Status, number> {
  notBegun: number;
}

export const NO_WORK: PeriodWork = { notBegun: 0, draft: 0, submitted: 0, approved: 0, returned: 0 };

/** The work of all periods, or of one, by period. */
export async function countWork(db: ReadDb | WriteDb, periodId?: string): Promise<Map<string, PeriodWork>> {
  const rows = await db.$queryRaw<{ periodId: string; status: string | null; count: bigint }[]>`
    SELECT a."periodId", v."status", count(*) AS "count"
    FROM "Account" a
    LEFT JOIN "Responsibility" r ON r."periodId" = a."periodId" AND r."accountNumber" = a."number"
    LEFT JOIN "Reconciliation" v ON v."periodId" = a."periodId" AND v."accountNumber" = a."number"
    WHERE coalesce(r."separately", a."imFunction" = ${SEPARATE_FUNCTION}) = 0 AND a."periodId" = coalesce(${periodId ?? null}, a."periodId")
    GROUP BY a."periodId", v."status"`;
  const work = new Map<string, PeriodWork>();
  for (const row of rows) {
    const part = (row.status ?? 'notBegun') as keyof PeriodWork;
    work.set(row.periodId, { ...(work.get(row.periodId) ?? NO_WORK), [part]: Number(row.count) });
  }
  return work;
}

/** What was done to periods as such (opened, closed, locked, reopened), oldest first. */
export async function listPeriodEvents(db: ReadDb): Promise<AuditEvent[]> {
  const rows = await db.auditEvent.findMany({ where: { subject: 'period' }, orderBy: { id: 'asc' } });
  return rows.map(toEvent);
}

/**
 * Everyone whom it concerns that a period is open again: who prepared or approved in it, and who has a role on `today`.
 * Ids of people who are not disabled.
 */
export async function listConcerned(tx: WriteDb, periodId: string, today: IsoDate): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p."id" FROM "Person" p WHERE p."disabledAt" IS NULL AND (
      p."id" IN (SELECT j.value FROM "Reconciliation" v, json_each(v."preparers") j WHERE v."periodId" = ${periodId})
      OR p."id" IN (SELECT "personId" FROM "Approval" WHERE "periodId" = ${periodId})
      OR p."id" IN (SELECT "personId" FROM "RoleGrant" WHERE coalesce("fromDate", ${today}) <= ${today} AND coalesce("toDate", ${today}) >= ${today}))
    ORDER BY p."id"`;
  return rows.map(({ id }) => id);
}

/** Everyone who had a hand in the reconciliation of one of the accounts, by id. */
export async function listPreparers(tx: WriteDb, periodId: string, accounts: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT p."id" FROM "Reconciliation" v, json_each(v."preparers") j JOIN "Person" p ON p."id" = j.value
    WHERE v."periodId" = ${periodId} AND v."accountNumber" IN (SELECT value FROM json_each(${JSON.stringify(accounts)}))
      AND p."disabledAt" IS NULL ORDER BY p."id"`;
  return rows.map(({ id }) => id);
}
