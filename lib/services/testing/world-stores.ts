import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openStore, type Store } from '#lib/db/store.ts';
import type { Ids } from './rights-names.ts';
import { makeWorld } from './rights-world.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Makes the world of two committees once for a file of tests, which take copies of it. All are closed and removed afterwards. */
export function prepareWorlds() {
  let base = '';
  let made: Ids | null = null;
  const open: Store[] = [];
  beforeAll(async () => {
    base = mkdtempSync(path.join(tmpdir(), 'afstemt-world-'));
    const store = openStore(path.join(base, 'world'), ROOT);
    made = await makeWorld(store);
    await store.close();
  });
  afterAll(async () => {
    await Promise.all(open.map((store) => store.close()));
    rmSync(base, { recursive: true, force: true });
  });
  return {
    /** A copy of its own. */
    copy: (): Store => {
      const folder = mkdtempSync(path.join(base, 'copy-'));
      cpSync(path.join(base, 'world'), folder, { recursive: true });
      const store = openStore(folder, ROOT);
      open.push(store);
      return store;
    },
    /** The ids of what is Alfa's, which are the same in every copy. */
    ids: (): Ids => {
      if (!made) throw new Error('The world is not made before the first test.');
      return made;
    },
  };
}
