import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diffSchema } from '../../scripts/diff-schema.ts';
import { migrate, migrationsFolder } from './migrate.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
let folder = '';
let file = '';
let migrations = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'afstemt-migrate-'));
  file = path.join(folder, 'data/afstemt.db');
  migrations = path.join(folder, 'migrations');
  cpSync(migrationsFolder(ROOT), migrations, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function addMigration(name: string, sql: string): void {
  mkdirSync(path.join(migrations, name));
  writeFileSync(path.join(migrations, name, 'migration.sql'), sql);
}

function query(sql: string): unknown[] {
  const db = new Database(file);
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
}

describe('migrations', () => {
  it('say what the schema says', async () => {
    expect(await diffSchema()).toBe('');
  });

  it('make an empty database once', () => {
    expect(migrate(file, migrations).applied).toEqual(readdirSync(migrations).sort());
    expect(migrate(file, migrations).applied).toEqual([]);
    expect(query('SELECT "revision" FROM "Store"')).toEqual([{ revision: 0 }]);
  });

  it.skipIf(process.platform === 'win32')('make the folder of all data for its own account alone', () => {
    migrate(file, migrations);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  });

  it('leave the database as it was when one fails in the middle', () => {
    migrate(file, migrations);
    addMigration(
      '99990101000000_bad',
      'UPDATE "Store" SET "revision" = 7; CREATE TABLE "X" ("a" INTEGER); SELECT nonsense FROM nowhere;',
    );
    expect(() => migrate(file, migrations)).toThrow(
      /99990101000000_bad failed: .*no such table.* The database is as it was/,
    );
    expect(query('SELECT "revision" FROM "Store"')).toEqual([{ revision: 0 }]);
    expect(query(`SELECT name FROM sqlite_master WHERE name = 'X'`)).toEqual([]);
  });

  it('leave it as it was when one breaks a reference', () => {
    migrate(file, migrations);
    addMigration('99990101000000_dangling', `INSERT INTO "Administration" VALUES (2023, 'A', 'a', 'nowhere', 0);`);
    expect(() => migrate(file, migrations)).toThrow(/refer to nothing/);
    expect(query('SELECT count(*) AS n FROM "Administration"')).toEqual([{ n: 0 }]);
  });

  it('refuse a database that a newer program made, and one that another migration made', () => {
    addMigration('99990101000000_future', 'CREATE TABLE "Future" ("a" INTEGER);');
    migrate(file, migrations);
    expect(() => migrate(file, migrationsFolder(ROOT))).toThrow(
      /newer than this program \(it knows 99990101000000_future\)/,
    );
    writeFileSync(path.join(migrations, '99990101000000_future/migration.sql'), 'CREATE TABLE "Other" ("a" INTEGER);');
    expect(() => migrate(file, migrations)).toThrow(/not the one that made this database/);
  });

  it('say so when the folder cannot be written', () => {
    writeFileSync(path.join(folder, 'data'), 'a file where the folder should be');
    expect(() => migrate(file, migrations)).toThrow(/cannot be written/);
  });

  it('make the trail append-only, without gaps', () => {
    migrate(file, migrations);
    const db = new Database(file);
    const insert = (id: number, hash: string, or = '') =>
      db.exec(
        `INSERT ${or} INTO "AuditEvent" ("id", "at", "personId", "role", "action", "subject", "subjectId", "body", "bodyHash", "hash") VALUES (${id}, 't', 'p', '', 'create', 's', '1', '{}', 'b', '${hash}')`,
      );
    insert(1, 'h');
    expect(() => insert(3, 'h')).toThrow(/no gaps/);
    expect(() => insert(1, 'h', 'OR REPLACE')).toThrow(/no gaps/);
    expect(() => insert(2, '')).toThrow(/no gaps/);
    for (const change of [`"at" = 'u'`, `"body" = NULL`, `"body" = '{"a":1}'`, `"hash" = ''`, `"id" = 2`]) {
      expect(() => db.exec(`UPDATE OR REPLACE "AuditEvent" SET ${change}`)).toThrow(/append-only/);
    }
    expect(() => db.exec(`DELETE FROM "AuditEvent"`)).toThrow(/append-only/);
    db.close();
  });

  it('let a disposal go its way only: asked for by one, approved by another, done, kept', () => {
    migrate(file, migrations);
    const db = new Database(file);
    const insert = (kind: string, before: string, more = '') =>
      db.exec(
        `INSERT INTO "Disposal" ("kind", "before", "requestedBy", "requestedByName", "requestedAt", "list"${more && ', "approvedBy"'}) VALUES ('${kind}', ${before}, 'a', 'A', 't', '{}'${more})`,
      );
    expect(() => insert('trail', `'2010-01-01'`, `, 'b'`)).toThrow(/begins by being asked for/);
    expect(() => insert('trail', `date('now', '-4 years')`)).toThrow(/term has run out/);
    expect(() => insert('persons', `date('now', '-11 months')`)).toThrow(/term has run out/);
    insert('trail', `'2010-01-01'`);
    const update = (set: string) => db.exec(`UPDATE "Disposal" SET ${set}`);
    expect(() => update(`"approvedBy" = 'a'`)).toThrow(/two people/);
    expect(() => update(`"doneAt" = 't'`)).toThrow(/kept/);
    expect(() => update(`"before" = '2030-01-01'`)).toThrow(/kept/);
    expect(() => update(`"requestedBy" = 'c', "approvedBy" = 'a'`)).toThrow(/kept/);
    update(`"approvedBy" = 'b', "approvedByName" = 'B'`);
    expect(() => update(`"approvedBy" = NULL`)).toThrow(/kept/);
    update(`"doneAt" = 't'`);
    expect(() => update(`"doneAt" = NULL`)).toThrow(/kept/);
    expect(() => db.exec(`DELETE FROM "Disposal"`)).toThrow(/kept/);
    db.close();
  });
});
