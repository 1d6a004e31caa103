import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { COMMAND_LINE } from '#lib/auth/people.ts';
import { type Environment, EnvironmentError, readEnvironment } from '#lib/config/environment.ts';
import { removeOldExports } from '#lib/db/exports.ts';
import { StoreError } from '#lib/db/migrate.ts';
import { removeReceivedFiles } from '#lib/db/received-files.ts';
import { removeDisposedFiles } from '#lib/db/retention.ts';
import { openStore } from '#lib/db/store.ts';
import { ensureAdministrator } from '#lib/services/ensure-administrator.ts';
import { loadDemo } from '#lib/services/load-demo.ts';
import { BuildError, buildIfChanged } from '../scripts/build.ts';
import { welcomeAddress } from './welcome-address.ts';

/** `npm start` and `npm run dev`, once packages are there: data, build, server. */
const HOST = '127.0.0.1';
const ROOT = path.resolve(import.meta.dirname, '..');
const SERVER = path.join(ROOT, 'bin/server.ts');

/** The start cannot go on; the message is for whoever started. */
class StartError extends Error {}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(new StartError(`Port ${port} cannot be used (${error.code}). Choose another: PORT=3001 npm start`));
    });
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });
}

/** @returns the link by which the first administrator comes in; null where nobody waits for one */
async function prepareData({ dataFolder, loadsDemo }: Environment): Promise<string | null> {
  const store = openStore(dataFolder, ROOT);
  try {
    if (loadsDemo) {
      const before = Date.now();
      if (await loadDemo(store, ROOT))
        say(`Loaded the demo municipality in ${((Date.now() - before) / 1000).toFixed(1)} s.`);
    }
    await removeDisposedFiles(store);
    removeReceivedFiles(store);
    await removeOldExports(store);
    const first = await ensureAdministrator({ store, actor: COMMAND_LINE });
    return first && (await welcomeAddress(store, first.code));
  } finally {
    await store.close();
  }
}

/** A process of its own: what it answers pages with is set as it starts, and the memory of loading and building is given back. */
function startServer(args: string[], mode: 'development' | 'production'): ChildProcess {
  const env = { ...process.env, NODE_ENV: mode };
  const child = spawn(process.execPath, [SERVER, ...args], { cwd: ROOT, stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
  return child;
}

async function waitUntilUp(address: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    try {
      await fetch(`${address}/healthz`);
      return;
    } catch {
      // Not listening yet.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function main(): Promise<void> {
  const isDevelopment = process.argv.includes('--dev');
  process.chdir(ROOT);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const environment = readEnvironment();
  const { port, dataFolder } = environment;
  if (!(await isFree(port))) {
    throw new StartError(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`);
  }
  say(`Data: ${dataFolder}`);
  const firstLink = await prepareData(environment);
  if (!isDevelopment) buildIfChanged(ROOT, say);
  const address = `http://${HOST}:${port}`;
  const child = isDevelopment ? startServer(['--dev'], 'development') : startServer([], 'production');
  await waitUntilUp(address, child);
  if (child.exitCode === null) say(`\n  Afstemt is ready: ${address}\n  Stop it with Ctrl+C.\n`);
  if (child.exitCode === null && firstLink !== null)
    say(`  Nobody has signed in yet. The first administrator's link, for once and 24 hours:\n  ${firstLink}\n`);
}

try {
  await main();
} catch (error) {
  const isExpected = [StartError, StoreError, EnvironmentError, BuildError].some((kind) => error instanceof kind);
  if (!isExpected || !(error instanceof Error)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
}
