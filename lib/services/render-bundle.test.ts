import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { listRenderers } from './render-bundle.ts';
import { ROOT } from './testing/demo-store.ts';

/** A file of the program and all that it takes from other files of the program, beneath its folder. */
function reach(name: string, known = new Set<string>()): Set<string> {
  if (known.has(name)) return known;
  known.add(name);
  const text = readFileSync(path.join(ROOT, name), 'utf8');
  for (const [, from = ''] of text.matchAll(/(?:\bfrom|\bimport) '((?:#lib|\.{1,2})\/[^']+)'/g)) {
    const beside = from.startsWith('#') ? from.slice(1) : path.posix.join(path.posix.dirname(name), from);
    reach(beside, known);
  }
  return known;
}

it('what renders is known by every file of the program that it runs, and by the libraries in their versions', async () => {
  const listed = await listRenderers();
  const run = [...reach('lib/services/render-task.ts')];
  expect(run.length).toBeGreaterThan(50);
  expect(run.filter((name) => !listed.includes(name))).toEqual([]);
  expect(listed).toContain('package-lock.json');
});
