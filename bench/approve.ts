import path from 'node:path';
import Database from 'better-sqlite3';
import { DEMO_PEOPLE } from '#lib/auth/people.ts';
import { approveReconciliations } from '#lib/services/approve-reconciliations.ts';
import type { Context } from '#lib/services/context.ts';
import type { Part, Row } from './shared/row.ts';
import { demoFiles, importAll, withEmptyStore } from './shared/stores.ts';
import { sampleInTurns, showRatio, showSample, timeOf } from './shared/timing.ts';

const ACCOUNTS = 2_000;
const RUNS = 7;
const GOAL_MS = 2_000;

/** Accounts of the reference case as they were imported: category 1, waiting for one approval each. */
async function findWaiting({ store }: Context): Promise<{ account: string; version: number }[]> {
  const rows = await store.read.reconciliation.findMany({
    where: { status: 'submitted', category: 1 },
    take: ACCOUNTS,
    orderBy: { accountNumber: 'asc' },
  });
  if (rows.length < ACCOUNTS) throw new Error(`Only ${rows.length} accounts wait.`);
  return rows.map(({ accountNumber, version }) => ({ account: accountNumber, version }));
}

/** The use case of the page *Godkendelse*: rights, state, approvals, and an event for each account. */
function timeApproval(): Promise<number> {
  return withEmptyStore(async (context) => {
    await importAll(context, demoFiles());
    const accounts = await findWaiting(context);
    const approver: Context = { store: context.store, actor: DEMO_PEOPLE.approver };
    const time = await timeOf(async () => {
      const result = await approveReconciliations(approver, { periodId: '2023-12', accounts });
      if (!result.ok || result.value.approved.length !== ACCOUNTS) throw new Error('Not all were approved.');
    });
    const events = await context.store.read.auditEvent.count({ where: { action: 'approve' } });
    if (events !== ACCOUNTS) throw new Error(`There are ${events} events.`);
    return time;
  });
}

/** The same rows changed and written by prepared statements in one transaction: no rights, no events. */
function timeBare(): Promise<number> {
  return withEmptyStore(async (context) => {
    await importAll(context, demoFiles());
    const accounts = await findWaiting(context);
    const db = new Database(path.join(context.store.folder, 'afstemt.db'));
    try {
      const change = db.prepare(
        `UPDATE "Reconciliation" SET "status" = 'approved', "version" = "version" + 1 WHERE "periodId" = '2023-12' AND "accountNumber" = ?`,
      );
      const approve = db.prepare(
        `INSERT INTO "Approval" ("periodId", "accountNumber", "personId", "personName", "at") VALUES ('2023-12', ?, 'a', 'A', '2024-02-01')`,
      );
      const all = db.transaction(() => {
        for (const { account } of accounts) {
          change.run(account);
          approve.run(account);
        }
      });
      return await timeOf(() => all());
    } finally {
      db.close();
    }
  });
}

async function run(): Promise<Row[]> {
  const [ours, bare] = await sampleInTurns(RUNS, timeApproval, timeBare);
  if (!ours || !bare) throw new Error('Nothing was measured.');
  return [
    {
      what: 'approval of 2,000 accounts at once, with their events',
      ours: showSample(ours),
      beside: `${showSample(bare)} bare updates and inserts`,
      ratio: showRatio(ours.median, bare.median),
      goal: '≤ 2 s',
      met: ours.median <= GOAL_MS,
    },
  ];
}

export const APPROVE: Part = { name: 'approve', run };
