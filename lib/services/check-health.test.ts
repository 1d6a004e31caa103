import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openStore } from '#lib/db/store.ts';
import { checkHealth } from './check-health.ts';

it('is whether the database opens and answers', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'afstemt-health-'));
  const store = openStore(folder);
  expect(await checkHealth(() => store)).toBe(true);
  const other = new Database(path.join(folder, 'afstemt.db'));
  other.exec('ALTER TABLE "Store" RENAME TO "Gone"');
  other.close();
  expect(await checkHealth(() => store)).toBe(false);
  await store.close();
  rmSync(folder, { recursive: true });
  const fails = () => {
    throw new Error('The disk is gone.');
  };
  expect(await checkHealth(fails)).toBe(false);
});
