import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where a file of the program's own lies: a bundler moves what runs, but not what it reads. */
export function findProjectFile(name: string): string {
  const own = import.meta.dirname;
  const beside = own === undefined ? '' : path.resolve(own, '..', '..');
  const root =
    beside !== '' && existsSync(path.join(beside, 'lib', 'services', 'project-file.ts')) ? beside : process.cwd();
  return path.join(/* turbopackIgnore: true */ root, name);
}
