import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a run of the tests keeps what its files copy: the demo, and the demo with a final version. */
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
 * The folder `name` that `fill` fills once for the whole run, by whichever file of tests asks first; the others wait. To
 * be copied, not written to.
 * @throws where the one that was to fill it failed
 */
export async function sharedFolder(
  folder: string,
  name: 'demo' | 'final',
  fill: (into: string) => Promise<void>,
): Promise<string> {
  const ready = path.join(folder, name);
  const failed = path.join(folder, `${name}-failed`);
  const filling = path.join(folder, `${name}-filling`);
  try {
    // Stays behind, so that one file of tests alone ever fills it.
    mkdirSync(path.join(folder, `${name}-taken`));
  } catch {
    while (!existsSync(ready)) {
      if (existsSync(failed)) throw new Error(`Another file of tests could not make the folder ${name}.`);
      await sleep(50);
    }
    return ready;
  }
  try {
    await fill(filling);
  } catch (error) {
    writeFileSync(failed, '');
    throw error;
  }
  renameSync(filling, ready);
  return ready;
}
