import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { DEMO_PEOPLE, type DemoRole } from '#lib/auth/people.ts';
import { openStore, type Store } from '#lib/db/store.ts';
import type { InputFile } from '#lib/import/types.ts';
import type { Context } from '../context.ts';
import { loadDemo } from '../load-demo.ts';
import { sharedDemo } from './shared-demo.ts';

export const ROOT = path.resolve(import.meta.dirname, '../../..');
const DEMO_FILES = path.join(ROOT, 'prisma/demo');

/** The demo's files as a person would hand them in. */
export function demoFiles(...names: string[]): InputFile[] {
  return readdirSync(DEMO_FILES)
    .filter((name) => name.endsWith('.csv') && (names.length === 0 || names.some((wanted) => name.startsWith(wanted))))
    .map((name) => ({ name, bytes: readFileSync(path.join(DEMO_FILES, name)), kind: 'auto' }));
}

/**
 * Gives each test of a file its own store: a copy of the demo, or an empty one. All are closed and removed afterwards.
 */
export function prepareStores() {
  let base = '';
  let demo = '';
  let open: Store[] = [];
  beforeAll(async () => {
    base = mkdtempSync(path.join(tmpdir(), 'afstemt-'));
    demo = await sharedDemo(inject('sharedFolder'), async (into) => {
      const store = openStore(into, ROOT);
      await loadDemo(store, ROOT);
      await store.close();
    });
  });
  afterEach(async () => {
    await Promise.all(open.map((store) => store.close()));
    open = [];
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  function contextOf(folder: string): Context {
    const store = openStore(folder, ROOT);
    open.push(store);
    return { store, actor: DEMO_PEOPLE.accountant2 };
  }
  return {
    demo: (): Context => {
      const folder = mkdtempSync(path.join(base, 'copy-'));
      cpSync(demo, folder, { recursive: true });
      return contextOf(folder);
    },
    empty: (): Context => contextOf(mkdtempSync(path.join(base, 'empty-'))),
  };
}

/** The same store as another person of the demo sees it. */
export function as(role: DemoRole, { store }: Context): Context {
  return { store, actor: DEMO_PEOPLE[role] };
}

/** The newest event of an account as it stands in the trail, its documents parsed. */
export async function newestEvent({ store }: Context, account: string) {
  const event = await store.read.auditEvent.findFirstOrThrow({
    where: { subjectId: account },
    orderBy: { id: 'desc' },
  });
  return { ...event, ...JSON.parse(event.body ?? '{}') };
}
