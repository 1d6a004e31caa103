import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openStore, type Store } from '#lib/db/store.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** An empty store for each test that asks for one; all are closed and removed afterwards. */
export function prepareEmptyStores(): () => Store {
  let base = '';
  let open: Store[] = [];
  beforeAll(() => {
    base = mkdtempSync(path.join(tmpdir(), 'afstemt-auth-'));
  });
  afterEach(async () => {
    await Promise.all(open.map((store) => store.close()));
    open = [];
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));
  return () => {
    const store = openStore(mkdtempSync(path.join(base, 'store-')), ROOT);
    open.push(store);
    return store;
  };
}
