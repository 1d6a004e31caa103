import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfChanged } from './build.ts';
import { findBrowser } from './find-browser.ts';
import { findTools } from './find-tools.ts';

/** `npm test`, once packages are there: types, lint, unit, database and browser tests. The last line sums them up. */
const ROOT = path.resolve(import.meta.dirname, '..');

interface Counts {
  passed: number;
  failed: number;
}

function bin(name: string): string {
  return path.join(ROOT, 'node_modules/.bin', name);
}

function run(command: string, args: string[], environment: Record<string, string> = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...environment } });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** A check that has no tests to count: it counts as one. */
async function check(name: string, command: string, args: string[]): Promise<Counts> {
  process.stdout.write(`\n── ${name}\n`);
  const ok = await run(command, args);
  if (!ok) process.stdout.write(`${name}: failed\n`);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

interface BrowserSpec {
  title: string;
  file: string;
  line: number;
  tests: readonly { status: 'expected' | 'unexpected' | 'flaky' | 'skipped' }[];
}

interface BrowserSuite {
  specs?: readonly BrowserSpec[];
  suites?: readonly BrowserSuite[];
}

/** So many browser tests may need a second try; more than that is no accident. */
const MOST_TRIED_AGAIN = 3;

/** The browser tests that failed and, tried again, passed. */
function triedAgain(suites: readonly BrowserSuite[]): BrowserSpec[] {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')),
    ...triedAgain(inner),
  ]);
}

/** Counts what a runner wrote down; a runner that failed without a failed test counts as one failure. */
function countsOf(ok: boolean, read: () => Counts): Counts {
  try {
    const counts = read();
    return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch (error) {
    process.stdout.write(`No results: ${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

async function unitTests(folder: string): Promise<Counts> {
  process.stdout.write('\n── unit and database tests\n');
  const file = path.join(folder, 'unit.json');
  const ok = await run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  return countsOf(ok, () => {
    const result: { numPassedTests: number; numFailedTests: number } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: result.numPassedTests, failed: result.numFailedTests };
  });
}

async function browserTests(folder: string): Promise<Counts> {
  process.stdout.write('\n── browser tests\n');
  const browser = await findBrowser(ROOT);
  if (!browser) {
    process.stdout.write(
      'No browser can be had here. Install Chromium, or name one: PW_CHROMIUM=/path/to/chromium npm test\n',
    );
    return { passed: 0, failed: 1 };
  }
  const file = path.join(folder, 'browser.json');
  const ok = await run(bin('playwright'), ['test', '--reporter=list,json', '--retries=1', '--trace=on-first-retry'], {
    PW_CHROMIUM: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  return countsOf(ok, () => {
    const { stats, suites }: { stats: { expected: number; unexpected: number }; suites: BrowserSuite[] } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    const again = triedAgain(suites);
    for (const { title, file: spec, line } of again)
      process.stdout.write(`Failed, and passed when tried again: ${spec}:${line} › ${title}\n`);
    const isAccident = again.length <= MOST_TRIED_AGAIN;
    if (!isAccident) process.stdout.write(`More than ${MOST_TRIED_AGAIN} were tried again: they count as failed.\n`);
    return isAccident
      ? { passed: stats.expected + again.length, failed: stats.unexpected }
      : { passed: stats.expected, failed: stats.unexpected + again.length };
  });
}

/** First of all: the types of the addresses come out of the build too. */
function build(): Counts {
  process.stdout.write('\n── build\n');
  try {
    buildIfChanged(ROOT, (line) => process.stdout.write(`${line}\n`));
    return { passed: 1, failed: 0 };
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'afstemt-test-'));
const results: Counts[] = [];
try {
  results.push(build());
  results.push(await check('types', bin('tsc'), ['--noEmit']));
  results.push(await check('lint', bin('biome'), ['check', '--error-on-warnings', '.']));
  results.push(
    await check('import direction', bin('depcruise'), [
      '--config',
      '.dependency-cruiser.cjs',
      'app',
      'components',
      'lib',
      'bin',
    ]),
  );
  results.push(await check('dead exports', bin('knip'), []));
  for (const line of findTools()) process.stdout.write(`${line}\n`);
  results.push(await unitTests(folder));
  results.push(await browserTests(folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const passed = results.reduce((total, counts) => total + counts.passed, 0);
const failed = results.reduce((total, counts) => total + counts.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
