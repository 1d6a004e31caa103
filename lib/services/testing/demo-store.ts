import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { DEMO_PEOPLE, type DemoRole } from '#lib/auth/people.ts';
import { openStore, type Store } from '#lib/db/store.ts';
import type { InputFile } from '#lib/import/types.ts';
import type { Context } from '../context.ts';
import { loadDemo } from '../load-demo.ts';
import { sharedFolder } from './shared-demo.ts';

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
    demo = await sharedFolder(inject('sharedFolder'), 'demo', async (into) => {
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
  function copyOf(source: string): Context {
    const folder = mkdtempSync(path.join(base, 'copy-'));
    cpSync(source, folder, { recursive: true });
    return contextOf(folder);
  }

  /** Makes version 1 of BIU's report for 2023 in a copy of the demo, the work of seconds. */
  async function fillFinal(into: string): Promise<void> {
    // What renders it is loaded only where it is needed.
    const { makeFinal } = await import('../make-final.ts');
    cpSync(demo, into, { recursive: true });
    const store = openStore(into, ROOT);
    const asked = { year: 2023, committee: 'BIU', reason: '' };
    const made = await makeFinal({ store, actor: DEMO_PEOPLE.secretariat }, asked);
    await store.close();
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
  }
  return {
    demo: (): Context => copyOf(demo),
    /** The demo in which BIU's report for 2023 has been made final by the secretariat. */
    final: async (): Promise<Context> => copyOf(await sharedFolder(inject('sharedFolder'), 'final', fillFinal)),
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
