import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { sealEvents } from './trail-chain.ts';

/** The database cannot be used as it is; the message says why and what to do, in words for whoever runs the server. */
export class StoreError extends Error {
  readonly code: 'not-writable' | 'newer' | 'altered' | 'migration-failed';
  constructor(code: StoreError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** The migration that makes the trail a chain: what was there before it gets its hashes right after it. */
const CHAIN_BEGINS = '_people';

const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Makes the database file where there is none and brings it to this program's version, each migration in one
 * transaction: one that fails leaves the database as it was. Safe with two starters at once.
 * @throws StoreError where the folder cannot be written, the database is newer than the program, or a migration fails
 */
export function migrate(file: string, migrationsFolder: string): { applied: string[] } {
  let db: Database.Database;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    db = new Database(file, { timeout: 15_000 });
    db.pragma('journal_mode = WAL');
  } catch (error) {
    throw new StoreError(
      'not-writable',
      `The data folder ${path.dirname(file)} cannot be written: ${messageOf(error)}`,
    );
  }
  try {
    return { applied: applyMissing(db, readMigrations(migrationsFolder)) };
  } finally {
    db.close();
  }
}

function applyMissing(db: Database.Database, migrations: Migration[]): string[] {
  const applied: string[] = [];
  db.pragma('foreign_keys = OFF');
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(BOOKKEEPING);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
  for (const migration of migrations) {
    db.exec('BEGIN IMMEDIATE');
    try {
      refuseUnknown(db, migrations);
      const known = db
        .prepare('SELECT checksum FROM "_prisma_migrations" WHERE migration_name = ?')
        .get(migration.name);
      if (known === undefined) {
        db.exec(migration.sql);
        if (migration.name.endsWith(CHAIN_BEGINS)) sealEvents(db);
        const broken = db.pragma('foreign_key_check');
        if (Array.isArray(broken) && broken.length > 0) throw new Error('it leaves rows that refer to nothing');
        db.prepare(
          'INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count) VALUES (?, ?, current_timestamp, ?, 1)',
        ).run(randomUUID(), migration.checksum, migration.name);
        applied.push(migration.name);
      } else if ((known as { checksum: string }).checksum !== migration.checksum) {
        throw new StoreError('altered', `The migration ${migration.name} is not the one that made this database.`);
      }
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      if (error instanceof StoreError) throw error;
      throw new StoreError(
        'migration-failed',
        `The migration ${migration.name} failed: ${messageOf(error)}. The database is as it was before it.`,
      );
    }
  }
  return applied;
}

function refuseUnknown(db: Database.Database, migrations: Migration[]): void {
  const known = new Set(migrations.map((migration) => migration.name));
  const names = db.prepare('SELECT migration_name AS name FROM "_prisma_migrations"').all() as { name: string }[];
  const unknown = names.find(({ name }) => !known.has(name));
  if (unknown) {
    throw new StoreError(
      'newer',
      `The database is newer than this program (it knows ${unknown.name}). Start the newer program, or restore an older database.`,
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The migrations that ship with the program. */
export function migrationsFolder(projectRoot: string): string {
  const folder = path.join(projectRoot, 'prisma/migrations');
  if (!existsSync(folder)) throw new Error(`The program is incomplete: ${folder} is missing.`);
  return folder;
}
