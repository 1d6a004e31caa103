import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the built pages are made of. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'messages',
  'docs/guide',
  'public',
  'prisma/schema.prisma',
  'next.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** The pages cannot be built; the message holds the build's own words. */
export class BuildError extends Error {}

function* filesBelow(place: string): Generator<string> {
  if (!existsSync(place)) return;
  const entries = readdirSync(place, { withFileTypes: true, recursive: true });
  for (const entry of entries) if (entry.isFile()) yield path.join(entry.parentPath, entry.name);
}

function digestOfSources(root: string): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const place = path.join(root, source);
    const files = path.extname(source) === '' ? [...filesBelow(place)].sort() : [place];
    for (const file of files) hash.update(`${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Builds the pages where their sources have changed since the last build; takes milliseconds where they have not.
 * @throws BuildError
 */
export function buildIfChanged(root: string, say: (line: string) => void): void {
  const stamp = path.join(root, '.next/afstemt-build');
  const digest = digestOfSources(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  say('Building the pages (half a minute the first time) …');
  const result = spawnSync(process.execPath, [path.join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status !== 0) throw new BuildError(`The build failed:\n${result.stdout}${result.stderr}`);
  writeFileSync(stamp, digest);
}
