import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** The variable that names the folder of prepared data to the workers. */
export const PREPARED_FOLDER = 'AFSTEMT_E2E_DATA';

/** What an installation holds when a test begins: the demo, the demo's people alone, or nothing and nobody. */
export type StartingData = 'demo' | 'empty' | 'new';

interface LogLine extends Record<string, unknown> {
  level: string;
  event: string;
}

export interface Server {
  address: string;
  /** The folder that holds its data. */
  folder: string;
  /** What it wrote where errors go, and what it logged that should not have been. */
  complaints: () => string;
  /** What it logged, line by line. */
  log: () => LogLine[];
  /** Ends it at once, as a power failure does. */
  kill: () => Promise<void>;
  /** Starts it again on the same data, at the same address. */
  startAgain: () => Promise<void>;
  /** Tells it to stop. @returns its exit code; null: it did not stop in time, and was killed */
  end: () => Promise<number | null>;
  /** As `end`, and removes its data. */
  stop: () => Promise<void>;
}

/** A server that serves one test after another, each on data of its own. */
export interface WarmServer extends Server {
  /** Goes on with fresh data; what it had, wrote and logged is gone. Starts again where it was ended. */
  takeOther: (data: StartingData) => Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, '..');
const SERVER = path.join(ROOT, 'bin/server.ts');
const WARM_SERVER = path.join(ROOT, 'e2e/warm-server.ts');

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  probe.close();
  await once(probe, 'close');
  return address.port;
}

async function waitUntilUp(address: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    try {
      await fetch(`${address}/healthz`);
      return;
    } catch {
      // Not listening yet.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Makes a folder of data of its own. */
function makeData(data: StartingData): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'afstemt-e2e-'));
  if (data === 'new') return folder;
  const prepared = process.env[PREPARED_FOLDER];
  if (!prepared) throw new Error('No data were prepared.');
  cpSync(path.join(prepared, data), folder, { recursive: true });
  return folder;
}

/** Serves the built pages on data of its own. `variables` are set in its environment. */
export async function startServer(data: StartingData, variables: Record<string, string> = {}): Promise<Server> {
  return serve(SERVER, data, variables);
}

/** As `startServer`, for many tests: most of what a start takes is the same for all of them. */
export async function startWarmServer(data: StartingData): Promise<WarmServer> {
  return serve(WARM_SERVER, data, {});
}

async function serve(entry: string, data: StartingData, variables: Record<string, string>): Promise<WarmServer> {
  let folder = makeData(data);
  /** What the test before had: pages that are gone may still be asking of it. */
  let left: string | null = null;
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  let complaints = '';
  let logged = '';
  const launch = () => {
    const started = spawn(process.execPath, [entry], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        ...variables,
        AFSTEMT_DATA: folder,
        PORT: String(port),
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      },
    });
    started.stdout?.setEncoding('utf8').on('data', (text: string) => {
      logged += text;
    });
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    return started;
  };
  let child = launch();
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const log = (): LogLine[] =>
    logged
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  await waitUntilUp(address, child);
  const isUp = () => child.exitCode === null && child.signalCode === null;
  const end = async () => {
    if (isUp()) {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      const patience = setTimeout(kill, 25_000);
      await ended;
      clearTimeout(patience);
    }
    return child.exitCode;
  };
  const startAgain = async () => {
    child = launch();
    await waitUntilUp(address, child);
  };
  return {
    address,
    get folder() {
      return folder;
    },
    complaints: () => {
      const bad = log().filter(({ level, event }) => level === 'error' || (level === 'warn' && event === 'console'));
      return [complaints, ...bad.map((line) => JSON.stringify(line))].join('\n');
    },
    log,
    kill: async () => {
      const ended = once(child, 'close');
      kill();
      await ended;
    },
    startAgain,
    end,
    takeOther: async (next) => {
      const before = folder;
      folder = makeData(next);
      if (isUp()) {
        const taken = once(child, 'message');
        child.send({ folder });
        await taken;
        // What it had written before it said so has come by another way, and is read by then.
        await setImmediate();
      }
      if (left !== null) rmSync(left, { recursive: true, force: true });
      left = before;
      complaints = '';
      logged = '';
      if (!isUp()) await startAgain();
    },
    stop: async () => {
      process.off('exit', kill);
      await end();
      for (const each of [folder, left]) if (each !== null) rmSync(each, { recursive: true, force: true });
    },
  };
}
