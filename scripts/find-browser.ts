import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Where systems put a Chromium that Playwright can drive. The one that has no windows takes three quarters of the time. */
const INSTALLED = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Where npm's Chromium is put, out of the way of the project's own packages. */
const CACHE = 'node_modules/.cache/chromium';

function succeeds(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 300_000 }).status === 0;
}

async function fromNpm(root: string): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const prefix = path.join(root, CACHE);
  if (!existsSync(path.join(prefix, 'node_modules/@sparticuz/chromium'))) {
    if (!succeeds('npm', ['install', '--no-audit', '--no-fund', '--prefix', prefix, '@sparticuz/chromium@153.0.0']))
      return null;
  }
  try {
    const location = createRequire(path.join(prefix, 'package.json')).resolve('@sparticuz/chromium');
    const loaded: { default: { executablePath(): Promise<string> } } = await import(location);
    return await loaded.default.executablePath();
  } catch (error) {
    process.stderr.write(`npm's Chromium cannot be used: ${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

/**
 * The path of a Chromium for the browser tests: the one named in PW_CHROMIUM, one that the system has, npm's,
 * Playwright's own, or Debian's as root; null where none can be had.
 */
export async function findBrowser(root: string): Promise<string | null> {
  const named = process.env.PW_CHROMIUM;
  if (named) return named;
  const installed = INSTALLED.find((file) => existsSync(file));
  if (installed) return installed;
  process.stdout.write('No browser found; getting one …\n');
  const packaged = await fromNpm(root);
  if (packaged && succeeds(packaged, ['--headless', '--no-sandbox', '--dump-dom', 'about:blank'])) return packaged;
  if (succeeds(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'])) {
    const { chromium } = await import('@playwright/test');
    return chromium.executablePath();
  }
  if (
    process.getuid?.() === 0 &&
    succeeds('apt-get', ['update']) &&
    succeeds('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'])
  ) {
    return INSTALLED.find((file) => existsSync(file)) ?? null;
  }
  return null;
}
