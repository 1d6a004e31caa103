import path from 'node:path';
import Database from 'better-sqlite3';
import { withFolder } from './stores.ts';
import { timeOf } from './timing.ts';

/** An account as it lies in the database. */
export type AccountValues = [periodId: string, number: string, name: string, imFunction: string, balance: bigint];

/** The table of the schema with its key and its index, without what it refers to. */
const ACCOUNT_TABLE = `CREATE TABLE "Account" (
  "periodId" TEXT NOT NULL, "number" TEXT NOT NULL, "name" TEXT NOT NULL, "imFunction" TEXT NOT NULL,
  "balance" BIGINT NOT NULL, PRIMARY KEY ("periodId", "number"));
  CREATE INDEX "Account_number_idx" ON "Account"("number")`;

/**
 * The bare machine: the time, in milliseconds, of inserting the rows one by one by a prepared statement in one
 * transaction, into a fresh database in WAL mode.
 */
export function timeBareInserts(rows: AccountValues[]): Promise<number> {
  return withFolder(async (folder) => {
    const db = new Database(path.join(folder, 'bare.db'));
    try {
      db.pragma('journal_mode = WAL');
      db.exec(ACCOUNT_TABLE);
      return await timeOf(() => {
        const insert = db.prepare('INSERT INTO "Account" VALUES (?, ?, ?, ?, ?)');
        db.exec('BEGIN IMMEDIATE');
        for (const row of rows) insert.run(row);
        db.exec('COMMIT');
      });
    } finally {
      db.close();
    }
  });
}
