import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a run of the tests keeps the one demo that its files copy. */
    sharedFolder: string;
  }
}

/** Gives a run of the tests a folder of its own, removed at its end. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'afstemt-shared-'));
  project.provide('sharedFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * The folder of a demo that `load` fills once for the whole run, by whichever file of tests asks first; the others wait.
 * @throws where the one that was to load it failed
 */
export async function sharedDemo(folder: string, load: (into: string) => Promise<void>): Promise<string> {
  const ready = path.join(folder, 'demo');
  const failed = path.join(folder, 'failed');
  const loading = path.join(folder, 'loading');
  try {
    // Stays behind, so that one file of tests alone ever loads.
    mkdirSync(path.join(folder, 'taken'));
  } catch {
    while (!existsSync(ready)) {
      if (existsSync(failed)) throw new Error('Another file of tests could not load the demo.');
      await sleep(50);
    }
    return ready;
  }
  try {
    await load(loading);
  } catch (error) {
    writeFileSync(failed, '');
    throw error;
  }
  renameSync(loading, ready);
  return ready;
}
