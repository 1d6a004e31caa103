import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const DEMO = path.join(ROOT, 'prisma/demo');
let base = '';

beforeAll(() => {
  base = mkdtempSync(path.join(tmpdir(), 'afstemt-closed-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function afstemt(...args: string[]) {
  return spawnSync(process.execPath, [path.join(ROOT, 'bin/cli.ts'), ...args], {
    cwd: base,
    encoding: 'utf8',
    env: { ...process.env, AFSTEMT_ROOT: ROOT, AFSTEMT_DATA: path.join(base, 'data') },
    timeout: 120_000,
  });
}

const files = readdirSync(DEMO)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => path.join(DEMO, name));

function withDatabase<T>(work: (database: Database.Database) => T): T {
  const database = new Database(path.join(base, 'data/afstemt.db'));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const TABLES = ['Account', 'Reconciliation', 'Item', 'RegisterLine', 'Import', 'AuditEvent'];
const contents = () =>
  withDatabase((database) => TABLES.map((table) => database.prepare(`SELECT * FROM "${table}"`).all()));

describe('afstemt import into a period that takes nothing', () => {
  it('is refused in words, and changes nothing', () => {
    expect(afstemt('import', 'auto', ...files, '--period', '2023-12').status).toBe(0);
    for (const [status, words] of [
      ['closed', 'Perioden er lukket.'],
      ['locked', 'Perioden eller dens år er låst.'],
    ] as const) {
      withDatabase((database) =>
        database.prepare(`UPDATE "Period" SET "status" = ? WHERE "id" = '2023-12'`).run(status),
      );
      const before = contents();
      const refused = afstemt('import', 'auto', ...files, '--period', '2023-12', '--overwrite');
      expect(refused.status).toBe(1);
      expect(refused.stderr).toContain(words);
      expect(refused.stderr).not.toContain('    at ');
      const told = afstemt('import', 'auto', ...files, '--period', '2023-12', '--dry-run', '--json');
      expect(told.status).toBe(1);
      expect(JSON.parse(told.stdout)).toMatchObject({
        ok: false,
        stored: false,
        issues: [{ code: `period-${status}` }],
      });
      expect(contents()).toEqual(before);
    }
  });
});
