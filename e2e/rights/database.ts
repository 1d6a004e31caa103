import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

type Row = Record<string, unknown>;

/** What coming, going and looking leave behind, which no refusal need be without. */
const PASSING_TABLES: ReadonlySet<string> = new Set(['Session', 'SignInLock', '_prisma_migrations']);
const PASSING_ACTIONS: ReadonlySet<unknown> = new Set(['read', 'refuse', 'signIn', 'signOut']);

/** Reads what a running server has stored. */
export function query<T = Row>(folder: string, sql: string, ...given: unknown[]): T[] {
  const db = new Database(path.join(folder, 'afstemt.db'), { readonly: true });
  try {
    return db.prepare(sql).all(...given) as T[];
  } finally {
    db.close();
  }
}

/** Does to a running server's data what somebody else has done in between. */
export function execute(folder: string, sql: string, ...given: unknown[]): void {
  const db = new Database(path.join(folder, 'afstemt.db'));
  try {
    db.pragma('busy_timeout = 5000');
    db.prepare(sql).run(...given);
  } finally {
    db.close();
  }
}

/**
 * SHA-256 of every table and file of an installation, but for sessions, the events of coming, going and looking, and the
 * tables `except`.
 */
export function digestOfData(folder: string, except: readonly string[] = []): string {
  const db = new Database(path.join(folder, 'afstemt.db'), { readonly: true });
  const digest = createHash('sha256');
  try {
    db.defaultSafeIntegers();
    const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all();
    for (const table of tables as string[]) {
      if (PASSING_TABLES.has(table) || except.includes(table)) continue;
      digest.update(`\n${table}\n`);
      for (const row of db.prepare(`SELECT * FROM "${table}"`).iterate() as Iterable<Row>) {
        if (table === 'AuditEvent' && PASSING_ACTIONS.has(row.action)) continue;
        const { touched: _, ...rest } = row;
        // Ids and hashes go on counting over the events left out.
        const { id, hash, ...told } = rest;
        const kept = table === 'AuditEvent' ? told : { id, hash, ...told };
        digest.update(JSON.stringify(kept, (_key, value) => (typeof value === 'bigint' ? `${value}` : value)));
      }
    }
  } finally {
    db.close();
  }
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const entry = path.join(folder, file);
    if (file.startsWith('afstemt.db') || !statSync(entry).isFile()) continue;
    digest.update(file).update(readFileSync(entry));
  }
  return digest.digest('hex');
}
